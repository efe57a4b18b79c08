package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Edges between voxels against blurred edges whose place is known, and against columns whose passings are counted by hand. */
class SubvoxelCrossingTest {

    private static final int DEPTH = 40;

    private static GreyColumn column(final float... values) {
        return new GreyColumn(values, values.length, false).at(0, 0);
    }

    // Between two middles of voxels the error function is taken as straight: it is off by at most its second derivative over 8,
    // which at one standard deviation is 0.242 steps, divided by its slope within a voxel of the edge.
    private static double straightness(final double sigma) {
        return 0.242 / (8 * sigma * sigma) / (BlurredLayers.of(sigma, new double[] {0, 1}, 0).at(1) - 0.5);
    }

    @Test
    void blurredEdgesAreFoundWhereTheyAre() {
        for (final double sigma : new double[] {0.8, 1.5}) {
            final int places = 64;
            double rising = 0;
            double falling = 0;
            for (int i = 0; i < places; i++) {
                final double face = 20 + (i + 0.5) / places;
                final BlurredLayers up = BlurredLayers.of(sigma, new double[] {60, 130}, face);
                final BlurredLayers down = BlurredLayers.of(sigma, new double[] {220, 60}, face);
                final double foundUp = SubvoxelCrossing.rising(up.column(DEPTH), 21, 95);
                final double foundDown = SubvoxelCrossing.falling(down.column(DEPTH), 19, 140);
                assertEquals(face, foundUp, straightness(sigma));
                assertEquals(face, foundDown, straightness(sigma));
                rising += (foundUp - face) / places;
                falling += (foundDown - face) / places;
            }
            // Edges before and behind the middle of a voxel err to opposite sides.
            assertEquals(0, rising, 1e-5);
            assertEquals(0, falling, 1e-5);
        }
    }

    @Test
    void aStraightRiseIsPassedExactly() {
        final GreyColumn rise = column(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110);
        for (int near = 1; near <= 9; near++) {
            // Height h + 0.5 has the grey value 10 h.
            assertEquals(5.2f, SubvoxelCrossing.rising(rise, near, 47), 1e-6);
        }
        assertEquals(5.5f, SubvoxelCrossing.rising(rise, 5, 50), 1e-6);
        assertTrue(Float.isNaN(SubvoxelCrossing.falling(rise, 5, 47)));
    }

    @Test
    void aPassingIsLookedForWithinFiveVoxels() {
        final float[] values = new float[30];
        java.util.Arrays.fill(values, 15, 30, 100);
        assertEquals(15, SubvoxelCrossing.rising(column(values), 10, 50));
        assertEquals(15, SubvoxelCrossing.rising(column(values), 20, 50));
        assertTrue(Float.isNaN(SubvoxelCrossing.rising(column(values), 9, 50)));
        assertTrue(Float.isNaN(SubvoxelCrossing.rising(column(values), 21, 50)));
        assertTrue(Float.isNaN(SubvoxelCrossing.rising(column(0, 0, 0, 0), 2, 50)));
        assertTrue(Float.isNaN(SubvoxelCrossing.rising(column(100, 100, 100), 2, 50)));
        assertEquals(1, SubvoxelCrossing.rising(column(0, 100, 100), 1, 50));
        assertEquals(2, SubvoxelCrossing.rising(column(0, 0, 100), 2, 50));
    }

    @Test
    void betweenTwoPassingsOfANoisyEdgeLiesTheirMean() {
        // Passed at 5, back at 7, passed again at 8.
        assertEquals(6.5f, SubvoxelCrossing.rising(column(0, 0, 0, 0, 0, 100, 100, 0, 100, 100, 100, 100, 100), 5, 50));
        assertEquals(6.5f, SubvoxelCrossing.rising(column(0, 0, 0, 0, 0, 100, 100, 0, 100, 100, 100, 100, 100), 8, 50));
        assertEquals(6.5f, SubvoxelCrossing.falling(column(100, 100, 100, 100, 100, 0, 0, 100, 0, 0, 0, 0, 0), 5, 50));
        // A passing four voxels away belongs to something else.
        assertEquals(9, SubvoxelCrossing.rising(column(0, 0, 0, 0, 0, 100, 0, 0, 0, 100, 100, 100, 100), 9, 50));
        assertEquals(5, SubvoxelCrossing.rising(column(0, 0, 0, 0, 0, 100, 0, 0, 0, 100, 100, 100, 100), 5, 50));
        // Of three passings the first and the last count.
        assertEquals(7, SubvoxelCrossing.rising(column(0, 0, 0, 0, 0, 100, 0, 100, 0, 100, 100, 100, 100), 7, 50));
    }

    @Test
    void integralIsThatOfStraightLinesBetweenTheMiddlesOfVoxels() {
        final GreyColumn column = column(2, 4, 8, 5, 1);
        // From 0.5 to 1.5: 3; to 2.5: 6 more; to 3.5: 6.5 more.
        assertEquals(0, SubvoxelCrossing.integral(column, 0, 0.5f));
        assertEquals(3, SubvoxelCrossing.integral(column, 0, 1.5f));
        assertEquals(6, SubvoxelCrossing.integral(column, 1, 2.5f));
        assertEquals(15.5f, SubvoxelCrossing.integral(column, 0, 3.5f));
        // To the column's last middle, where no voxel follows.
        assertEquals(18.5f, SubvoxelCrossing.integral(column, 0, 4.5f));
        // A quarter of the way from 4 to 8, (4 + 5) / 2 · 0.25.
        assertEquals(3 + 1.125f, SubvoxelCrossing.integral(column, 0, 1.75f));
    }

    @Test
    void integralOfABlurredEdgeIsItsShortfall() {
        final double sigma = 1.4;
        final BlurredLayers layers = BlurredLayers.of(sigma, new double[] {60, 20, 130}, 15.3, 20.8);
        final GreyColumn column = layers.column(DEPTH);
        final float to = SubvoxelCrossing.rising(column, 21, 95);
        final double measured = 60 * (to - 8.5) - SubvoxelCrossing.integral(column, 8, to);
        // Trapezoids a voxel wide take too much by a twelfth of the slope at the end (Euler and Maclaurin); the last one, cut off, by at
        // most a twelfth of the second derivative more.
        final double slope = (layers.at(to + 1e-3) - layers.at(to - 1e-3)) / 2e-3;
        assertEquals(layers.shortfall(60, 8.5, to) - slope / 12, measured, 110 * 0.242 / (12 * sigma * sigma));
    }
}
