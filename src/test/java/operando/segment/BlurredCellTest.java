package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import org.junit.jupiter.api.Test;

/** A whole cell blurred in closed form, without noise: the sweep finds every face between voxels, at both sides. */
class BlurredCellTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 12;
    private static final int DEPTH = 110;
    private static final double SIGMA = 1.1;
    // Evenly spaced, so that thresholds half-way between them tell them.
    private static final PhaseGreys GREYS = new PhaseGreys(20, 60, 100, 140, 180);

    /** Faces of one column; those of the bottom count from the top. */
    private record Faces(double collectorTop, double voidTop, double surfaceTop, double interphaseTop, double interphaseBottom, double surfaceBottom,
                         double collectorBottom) {

        // Each column lies differently between the voxels; the left ten have a void of four voxels at the top.
        static Faces of(final int x) {
            final double shift = x * 0.37 % 1;
            return new Faces(9.2 + shift, x < 10 ? 24.6 + shift : Double.NaN, 28.6 + shift, 37.9 - shift, 70.3 + shift, 78.1 + shift, 98.4 - shift);
        }

        BlurredLayers layers() {
            return Double.isNaN(voidTop)
                ? BlurredLayers.of(SIGMA, new double[] {180, 60, 100, 140, 100, 60, 180}, collectorTop, surfaceTop, interphaseTop, interphaseBottom,
                    surfaceBottom, collectorBottom)
                : BlurredLayers.of(SIGMA, new double[] {180, 60, 20, 100, 140, 100, 60, 180}, collectorTop, voidTop, surfaceTop, interphaseTop,
                    interphaseBottom, surfaceBottom, collectorBottom);
        }
    }

    private static SweepResult sweep() {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final float[] slice = new float[WIDTH * HEIGHT];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (float) Faces.of(i % WIDTH).layers().at(z + 0.5);
            }
            slices.add(slice);
        }
        try (Cores cores = new Cores(2)) {
            return new ColumnSweep(SweepSettings.defaults().withThresholds(GREYS.thresholds()))
                .sweep(new MemoryScan("blurred", WIDTH, HEIGHT, slices, Optional.empty()), cores, Progress.SILENT);
        }
    }

    // A straight line between the middles of two voxels for an error function: see SubvoxelCrossingTest.
    private static final double STRAIGHT = 0.242 / (8 * SIGMA * SIGMA) / (BlurredLayers.of(SIGMA, new double[] {0, 1}, 0).at(1) - 0.5);

    // The last trapezoid of the grey values that a void falls short by is cut off, see SubvoxelCrossingTest; in thicknesses of a void, whose
    // edge towards interphase steps by 80 and which lies 40 below lithium.
    private static final double CUT = 80 * 0.242 / (12 * SIGMA * SIGMA) / 40;

    @Test
    void everyFaceIsFoundBetweenTheVoxels() {
        final SweepResult swept = sweep();
        double surface = 0;
        for (int column = 0; column < WIDTH * HEIGHT; column++) {
            final int x = column % WIDTH;
            final Faces faces = Faces.of(x);
            final ElectrodeMaps top = swept.side(Side.TOP);
            final ElectrodeMaps bottom = swept.side(Side.BOTTOM);
            assertEquals(faces.collectorTop, top.collectorHeight(column), STRAIGHT);
            assertEquals(faces.collectorBottom, bottom.collectorHeight(column), STRAIGHT);
            assertEquals(faces.interphaseTop, top.interphaseEndHeight(column), STRAIGHT);
            assertEquals(faces.interphaseBottom, bottom.interphaseEndHeight(column), STRAIGHT);
            assertEquals(faces.surfaceBottom, bottom.interfaceHeight(column), STRAIGHT);
            assertEquals(faces.surfaceBottom - faces.interphaseBottom, bottom.interphaseThickness(column), 2 * STRAIGHT);
            assertEquals(ElectrodeMaps.Status.CONTACT, bottom.status(column));
            assertEquals(x < 10 ? ElectrodeMaps.Status.VOID : ElectrodeMaps.Status.CONTACT, top.status(column));
            // In the rim of the void the surface is taken from around.
            if (x < 10 || x > 11) {
                assertEquals(faces.surfaceTop, top.interfaceHeight(column), STRAIGHT);
                surface += (top.interfaceHeight(column) - faces.surfaceTop) / (WIDTH - 2) / HEIGHT;
            }
        }
        assertEquals(0, surface, STRAIGHT / 4);
    }

    @Test
    void aVoidOfFourVoxelsIsMeasuredToThreeHundredthsOfOne() {
        final ElectrodeMaps top = sweep().side(Side.TOP);
        double mean = 0;
        for (int x = 0; x < 10; x++) {
            final int column = 5 * WIDTH + x;
            assertEquals(4, top.voidThickness(column), CUT);
            mean += top.voidThickness(column) / 10;
            assertTrue(top.voidVoxels(column) >= 3 && top.voidVoxels(column) <= 5);
        }
        assertEquals(4, mean, CUT / 4);
        // Away from the void and its rim there is none.
        for (int x = 14; x < WIDTH; x++) {
            assertEquals(0, top.voidThickness(5 * WIDTH + x));
        }
    }
}
