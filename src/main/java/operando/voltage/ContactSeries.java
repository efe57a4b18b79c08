package operando.voltage;

import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.Side;

/**
 * What images say of the cell over time: contact and thicknesses at the times of scans, linear in between. Values that
 * are missing in a scan (NaN) are passed over; before the first and after the last scan they stay what they are there.
 */
public final class ContactSeries {

    private final Line[] contact = new Line[Side.values().length];
    private final Line[] interphase = new Line[Side.values().length];
    private final Line electrolyte;

    /** One quantity over time, without what is missing. */
    private record Line(double[] timesH, double[] values) {

        private static Line of(final String name, final double[] timesH, final double[] values) {
            final int[] known = java.util.stream.IntStream.range(0, timesH.length).filter(i -> Double.isFinite(values[i])).toArray();
            if (known.length == 0) {
                throw new InputException(name, "no scan has a value", "check the segmentation of the scans");
            }
            return new Line(Arrays.stream(known).mapToDouble(i -> timesH[i]).toArray(),
                Arrays.stream(known).mapToDouble(i -> values[i]).toArray());
        }

        private double at(final double timeH) {
            final int found = Arrays.binarySearch(timesH, timeH);
            if (found >= 0) {
                return values[found];
            }
            final int after = -found - 1;
            if (after == 0 || after == timesH.length) {
                return values[after == 0 ? 0 : after - 1];
            }
            final double part = (timeH - timesH[after - 1]) / (timesH[after] - timesH[after - 1]);
            return values[after - 1] + part * (values[after] - values[after - 1]);
        }
    }

    /**
     * @param timesH                 times of the scans, h, rising
     * @param contactTop             contact fractions at TOP
     * @param contactBottom          contact fractions at BOTTOM
     * @param interphaseTopUm        interphase thicknesses at TOP, µm
     * @param interphaseBottomUm     interphase thicknesses at BOTTOM, µm
     * @param electrolyteThicknessUm of the electrolyte between the interphases, µm
     * @throws InputException if a quantity has no value at all
     */
    public ContactSeries(final double[] timesH, final double[] contactTop, final double[] contactBottom, final double[] interphaseTopUm,
        final double[] interphaseBottomUm, final double[] electrolyteThicknessUm) {
        contact[0] = Line.of("contact at the top", timesH, contactTop);
        contact[1] = Line.of("contact at the bottom", timesH, contactBottom);
        interphase[0] = Line.of("interphase thickness at the top", timesH, interphaseTopUm);
        interphase[1] = Line.of("interphase thickness at the bottom", timesH, interphaseBottomUm);
        electrolyte = Line.of("electrolyte thickness", timesH, electrolyteThicknessUm);
    }

    /** The state of the cell at a time, with the current density that flows then. */
    public CellState at(final double timeH, final double currentDensityMAPerCm2) {
        return new CellState(currentDensityMAPerCm2, Math.max(0, electrolyte.at(timeH)), contact[0].at(timeH), contact[1].at(timeH),
            Math.max(0, interphase[0].at(timeH)), Math.max(0, interphase[1].at(timeH)));
    }
}
