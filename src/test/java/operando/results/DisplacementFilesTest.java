package operando.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import operando.cell.VoxelSize;
import operando.motion.CorrelationSettings;
import operando.motion.DisplacementField;
import operando.motion.PointGrid;
import operando.motion.RigidAlignment;
import operando.motion.StrainField;
import operando.motion.subvolume.PointStatus;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplacementFilesTest {

    private static final PointGrid GRID = new PointGrid(10, 4, 5, 6, 4, 3, 2);

    @TempDir
    private Path folder;

    private static DisplacementField field(final PointStatus firstStatus, final float firstLength, final float firstCorrelation) {
        final int size = GRID.size();
        final PointStatus[] status = new PointStatus[size];
        Arrays.fill(status, PointStatus.CONVERGED);
        final float[] correlation = new float[size];
        Arrays.fill(correlation, 0.75f);
        final float[][] displacement = new float[3][size];
        final float[][] error = new float[3][size];
        for (int c = 0; c < 3; c++) {
            Arrays.fill(displacement[c], c + 1);
            Arrays.fill(error[c], 0.25f);
            displacement[c][0] = firstLength;
        }
        status[0] = firstStatus;
        correlation[0] = firstCorrelation;
        return new DisplacementField("before", "after", new VoxelSize(1, 2, 3), GRID, CorrelationSettings.defaults(),
            new RigidAlignment(new double[3], new double[3], 1), displacement, error, correlation, new int[size], status);
    }

    private List<String> table(final DisplacementField field) throws IOException {
        final Path file = folder.resolve("displacement.csv");
        DisplacementFiles.writeTable(field, StrainField.of(field, 2), file);
        return Files.readAllLines(file);
    }

    @Test
    void thePointsOfATableLieAtTheirVoxelsCentres() throws IOException {
        final List<String> rows = table(field(PointStatus.CONVERGED, 1, 0.5f));
        assertTrue(rows.get(0).startsWith("x_um,y_um,z_um,ux_um,uy_um,uz_um,correlation,error_x_um"), rows.get(0));
        assertEquals(1 + GRID.size(), rows.size());
        final double[] numbers = Arrays.stream(rows.get(2).split(",")).limit(8).mapToDouble(Double::parseDouble).toArray();
        assertEquals(List.of(14.5, 11.0, 19.5, 1.0, 2.0, 3.0, 0.75, 0.25), Arrays.stream(numbers).boxed().toList());
    }

    @Test
    void aPointWithoutTextureHasEmptyCellsAndNoZeros() throws IOException {
        final String[] cells = table(field(PointStatus.NO_TEXTURE, Float.NaN, 0)).get(1).split(",", -1);
        for (int cell = 3; cell < 10; cell++) {
            assertEquals("", cells[cell], "cell " + cell);
        }
        assertEquals("no_texture", cells[11]);
    }

    @Test
    void aFilledPointDoesNotShowTheRejectedMatchsCorrelationOrError() throws IOException {
        final String[] cells = table(field(PointStatus.FILLED, 2, 0.6f)).get(1).split(",", -1);
        assertEquals(2, Double.parseDouble(cells[3]));
        for (int cell = 6; cell < 10; cell++) {
            assertEquals("", cells[cell], "cell " + cell);
        }
        assertEquals("filled", cells[11]);
    }

    @Test
    void mapsHaveAVoxelAPointAndKeepGaps() {
        DisplacementFiles.writeMaps(field(PointStatus.MASKED, Float.NaN, 0), folder);
        try (Scan map = ScanFile.open(folder.resolve("uz.tif"))) {
            final float[] slice = new float[GRID.countX() * GRID.countY()];
            map.readSlice(0, slice);
            assertTrue(Float.isNaN(slice[0]));
            assertEquals(3, slice[1]);
            assertEquals(2, map.depth());
            assertEquals(20, map.voxelSize().orElseThrow().yUm(), 1e-6);
        }
    }
}
