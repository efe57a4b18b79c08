package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import operando.cell.VoxelSize;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two labels that meet in a plane across x, in a stack of 6 × 5 × 4 voxels: 20 faces. */
class InterfacesTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int run(final String... more) {
        final Path labels = folder.resolve("labels.tif");
        try (StackWriter writer = StackWriter.createLabels(labels, 6, 5, 4, VoxelSize.cubic(1))) {
            final byte[] slice = new byte[6 * 5];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) (i % 6 < 3 ? 1 : 2);
            }
            for (int z = 0; z < 4; z++) {
                writer.write(slice);
            }
        }
        final String[] arguments = new String[2 + more.length];
        arguments[0] = "interfaces";
        arguments[1] = labels.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Operando.run(arguments, new PrintWriter(out), new PrintWriter(out));
    }

    @Test
    void theAreaOfAPlaneIsThatOfItsFaces() {
        assertEquals(0, run());
        assertTrue(out.toString().contains("\n1,2,20,20.0000,"), out.toString());
    }

    @Test
    void theAreaByLocalNormalsIsTheRecommendedOneAndSaysItsError() {
        assertEquals(0, run());
        assertTrue(out.toString().contains("area_local_normals_um2,expected_error_percent\n"), out.toString());
        assertTrue(out.toString().contains(",20.0000,9.94\n"), out.toString());
    }

    @Test
    void theFacesHaveTheVoxelSizeThatIsStated() {
        assertEquals(0, run("--voxel-size", "0.5,2,3"));
        assertTrue(out.toString().contains("\n1,2,20,120.000,"), out.toString());
    }

    @Test
    void twoNumbersAreNoVoxelSize() {
        assertEquals(2, run("--voxel-size", "0.5,2"));
        assertTrue(out.toString().contains("--voxel-size: 2 numbers are no voxel size; give one length or x,y,z in µm"), out.toString());
    }
}
