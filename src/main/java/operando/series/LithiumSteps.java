package operando.series;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Quantity;
import operando.measure.LithiumBalance;

/** The part of the current that comes from lithium metal between neighbouring scans of a half cycle, and how thick the interphase is meanwhile. */
public final class LithiumSteps {

    /**
     * From one scan to the next.
     *
     * @param interphaseUm mean thickness at the stripped side, µm
     * @param fraction     of the current; it scatters more than that of the whole half cycle
     */
    public record Step(double interphaseUm, double fraction) {
    }

    private LithiumSteps() {
    }

    /** The steps inside a half cycle whose numbers are known. */
    public static List<Step> inside(final HalfCycleBalance half, final TimeSeries series) {
        final List<Step> steps = new ArrayList<>();
        final double[] volume = series.values(Quantity.LITHIUM_VOLUME.at(half.strippedSide()));
        final double[] interphase = series.values(Quantity.INTERPHASE_THICKNESS.at(half.strippedSide()));
        final double[] charge = series.values(Quantity.CHARGE_PASSED);
        final double[] area = series.values(Quantity.CROSS_SECTION);
        int before = -1;
        for (final int row : half.rows()) {
            if (Double.isFinite(volume[row] + interphase[row])) {
                if (before >= 0 && charge[row] > charge[before]) {
                    final double lost = LithiumBalance.thicknessUm(volume[before] - volume[row], area[before]);
                    steps.add(new Step((interphase[before] + interphase[row]) / 2, LithiumBalance.chargeMAhPerCm2(lost) / (charge[row] - charge[before])));
                }
                before = row;
            }
        }
        return steps;
    }
}
