package operando.voltage;

import operando.cell.InputException;
import operando.cell.Side;
import operando.series.LinearInterpolation;

/**
 * What images say of the cell over time: contact and thicknesses at the times of scans, linear in between. Values that
 * are missing in a scan (NaN) are passed over; before the first and after the last scan they stay what they are there.
 */
public final class ContactSeries {

    private final LinearInterpolation[] contact = new LinearInterpolation[Side.values().length];
    private final LinearInterpolation[] interphase = new LinearInterpolation[Side.values().length];
    private final LinearInterpolation electrolyte;

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
        contact[0] = line("contact at the top", timesH, contactTop);
        contact[1] = line("contact at the bottom", timesH, contactBottom);
        interphase[0] = line("interphase thickness at the top", timesH, interphaseTopUm);
        interphase[1] = line("interphase thickness at the bottom", timesH, interphaseBottomUm);
        electrolyte = line("electrolyte thickness", timesH, electrolyteThicknessUm);
    }

    private static LinearInterpolation line(final String name, final double[] timesH, final double[] values) {
        final LinearInterpolation line = new LinearInterpolation(timesH, values);
        if (line.isEmpty()) {
            throw new InputException(name, "no scan has a value", "check the segmentation of the scans");
        }
        return line;
    }

    /** The state of the cell at a time, with the current density that flows then. */
    public CellState at(final double timeH, final double currentDensityMAPerCm2) {
        return new CellState(currentDensityMAPerCm2, Math.max(0, electrolyte.at(timeH)), contact[0].at(timeH), contact[1].at(timeH),
            Math.max(0, interphase[0].at(timeH)), Math.max(0, interphase[1].at(timeH)));
    }
}
