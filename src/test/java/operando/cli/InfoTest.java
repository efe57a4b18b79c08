package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aScanIsShownAsItIsRead() {
        final Path file = folder.resolve("t00.tif");
        try (StackWriter writer = StackWriter.create(file, 7, 5, 3, PixelType.UINT16, new VoxelSize(1.7, 0.65, 2.25))) {
            for (int z = 0; z < 3; z++) {
                writer.write(new short[35]);
            }
        }
        assertEquals(0, info(file));
        final String shown = out.toString();
        assertTrue(shown.contains("7 x 5 x 3 voxels"), shown);
        assertTrue(shown.contains("16-bit unsigned"), shown);
        assertTrue(shown.contains("1.70000 x 0.650000 x 2.25000 um"), shown);
        assertTrue(shown.contains("little-endian"), shown);
        assertTrue(shown.matches("(?s).*compression +none.*"), shown);
        assertEquals("", err.toString());
    }

    @Test
    void aFileThatIsNoScanIsRefusedInOneLine() throws IOException {
        assertEquals(2, info(Files.writeString(folder.resolve("notes.tif"), "no picture")));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("notes.tif"), err.toString());
        assertEquals("", out.toString());
    }

    private int info(final Path file) {
        return Operando.run(new String[] {"info", file.toString()}, new PrintWriter(out, true),
            new PrintWriter(err, true));
    }
}
