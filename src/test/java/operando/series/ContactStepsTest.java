package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.cell.Quantity;
import operando.cell.Side;
import org.junit.jupiter.api.Test;

/** Squares of void on a plane of contact, 40 × 32 pixels of 1.5 × 2 µm, 1.2 µm deep voxels. */
class ContactStepsTest {

    private static final double PIXEL_MM2 = 3e-6;
    private static final double VOXEL_UM3 = 3.6;

    /** Void in squares of an edge from (x, y) on, of a thickness in voxels. */
    private static MadeMaps.Field squares(final double... xyEdge) {
        return (x, y) -> {
            for (int i = 0; i < xyEdge.length; i += 3) {
                if (x >= xyEdge[i] && x < xyEdge[i] + xyEdge[i + 2] && y >= xyEdge[i + 1] && y < xyEdge[i + 1] + xyEdge[i + 2]) {
                    return -1;
                }
            }
            return 1;
        };
    }

    private static InterfaceMaps maps(final MadeMaps.Field contact, final double thickness) {
        return MadeMaps.of(40, 32, 0, 0, contact, (x, y) -> thickness, (x, y) -> Math.sin(x * y));
    }

    @Test
    void everyVoidHasItsFateAndItsVolume() {
        // closed, shrank, grew, as it was, appeared; then two pixels of noise
        final InterfaceMaps earlier = maps(squares(2, 2, 3, 10, 2, 6, 20, 2, 4, 30, 2, 5), 2);
        final InterfaceMaps later = maps(squares(10, 2, 4, 20, 2, 6, 30, 2, 5, 4, 20, 7, 30, 25, 1, 31, 25, 1), 2);
        final List<ContactStep> steps = ContactSteps.between(3, earlier, 4, later);
        assertEquals(List.of(Side.TOP, Side.BOTTOM), steps.stream().map(ContactStep::side).toList());
        for (final ContactStep step : steps) {
            assertEquals(new ContactStep.VoidCounts(1, 1, 1, 1, 1, 49 * 2 * VOXEL_UM3, 20 * 2 * VOXEL_UM3, -20 * 2 * VOXEL_UM3, -9 * 2 * VOXEL_UM3), rounded(step.voids()));
            final int before = 40 * 32 - 9 - 36 - 16 - 25;
            assertEquals((20 + 49 + 2) * PIXEL_MM2, step.lostMm2(), 1e-12);
            assertEquals((9 + 20) * PIXEL_MM2, step.gainedMm2(), 1e-12);
            assertEquals((before - 71) * PIXEL_MM2, step.keptMm2(), 1e-12);
            assertEquals(100.0 * (29 - 71) / before, step.contactChangePercent(), 1e-9);
            assertEquals(3, step.fromRow());
        }
    }

    private static ContactStep.VoidCounts rounded(final ContactStep.VoidCounts counts) {
        return new ContactStep.VoidCounts(counts.appeared(), counts.grew(), counts.shrank(), counts.closed(), counts.unchanged(), near(counts.appearedUm3()),
            near(counts.grewUm3()), near(counts.shrankUm3()), near(counts.closedUm3()));
    }

    private static double near(final double volume) {
        for (final double exact : new double[] {49 * 2 * VOXEL_UM3, 20 * 2 * VOXEL_UM3, -20 * 2 * VOXEL_UM3, -9 * 2 * VOXEL_UM3}) {
            if (Math.abs(volume - exact) < 1e-9) {
                return exact;
            }
        }
        return volume;
    }

    @Test
    void gainAndLossStandInTheRowOfTheLaterScan() {
        final TimeSeries series = new TimeSeries(List.of("a", "b"), new double[] {0, 1});
        ContactSteps.between(0, maps(squares(2, 2, 3), 1), 1, maps(squares(9, 9, 4), 1)).forEach(step -> ContactSteps.enter(step, series));
        for (final Side side : Side.values()) {
            assertEquals(9 * PIXEL_MM2, series.value(1, Quantity.CONTACT_GAINED.at(side)), 1e-12);
            assertEquals(16 * PIXEL_MM2, series.value(1, Quantity.CONTACT_LOST.at(side)), 1e-12);
            assertTrue(Double.isNaN(series.value(0, Quantity.CONTACT_LOST.at(side))), "the first scan has none before it");
        }
    }
}
