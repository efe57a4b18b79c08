package operando.voltage;

import java.util.List;

import operando.cell.InputException;
import operando.cell.Side;
import operando.series.LinearInterpolation;

/**
 * What images say of the cell over time: contact and thicknesses at the times of scans, linear in between. Values that
 * are missing in a scan (NaN) are passed over. Nothing is said of times that the scans do not cover: earlier than the first or later
 * than the last one with a value by more than half the mean distance of two scans.
 */
public final class ContactSeries {

    /** A cycler's clock starts with its first reading, and a scan takes a while. */
    private static final double LEAST_MARGIN_H = 0.1;

    private final LinearInterpolation[] contact = new LinearInterpolation[Side.values().length];
    private final LinearInterpolation[] interphase = new LinearInterpolation[Side.values().length];
    private final LinearInterpolation electrolyte;
    private final double startH;
    private final double endH;

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
        final List<LinearInterpolation> all = List.of(contact[0], contact[1], interphase[0], interphase[1], electrolyte);
        final double first = all.stream().mapToDouble(LinearInterpolation::from).max().orElseThrow();
        final double last = all.stream().mapToDouble(LinearInterpolation::to).min().orElseThrow();
        final double margin = Math.max(LEAST_MARGIN_H, timesH.length < 2 ? 0 : (timesH[timesH.length - 1] - timesH[0]) / (timesH.length - 1) / 2);
        startH = first - margin;
        endH = last + margin;
    }

    private static LinearInterpolation line(final String name, final double[] timesH, final double[] values) {
        final LinearInterpolation line = new LinearInterpolation(timesH, values);
        if (line.isEmpty()) {
            throw new InputException(name, "no scan has a value", "check the segmentation of the scans");
        }
        return line;
    }

    /** From when the scans tell of the cell, h. */
    public double startH() {
        return startH;
    }

    /** Until when the scans tell of the cell, h. */
    public double endH() {
        return endH;
    }

    public boolean covers(final double timeH) {
        return timeH >= startH && timeH <= endH;
    }

    /** The state of the cell at a time that the scans cover, with the current density that flows then. */
    public CellState at(final double timeH, final double currentDensityMAPerCm2) {
        return new CellState(currentDensityMAPerCm2, Math.max(0, electrolyte.at(timeH)), contact[0].at(timeH), contact[1].at(timeH),
            Math.max(0, interphase[0].at(timeH)), Math.max(0, interphase[1].at(timeH)));
    }
}
