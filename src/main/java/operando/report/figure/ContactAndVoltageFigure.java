package operando.report.figure;

import java.awt.Graphics2D;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;

/** Contact area of both sides and the measured voltage over time (Lewis et al., Fig. 4a). */
public record ContactAndVoltageFigure(Results results) implements Figure {

    private static final int UPPER = 420;
    private static final int LOWER = 170;

    @Override
    public String id() {
        return "contact-and-voltage";
    }

    @Override
    public String title() {
        return "Contact area and voltage";
    }

    @Override
    public String caption() {
        return "Area in contact at the top and the bottom lithium/electrolyte interface, by the published rule"
            + (results.voltage().isPresent() ? "; the measured cell voltage (right axis); below, the current density of the cycler. A positive voltage goes with a"
                + " current that strips lithium at the top." : ".");
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return UPPER + (results.voltage().isPresent() ? LOWER : 0);
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, Quantity.CONTACT_AREA.label());
        final double[] times = results.series().timesH();
        for (final Side side : Side.values()) {
            plot.series(0, side.key() + " contact area", times,
                results.series().values(Quantity.CONTACT_AREA.at(side)), Palette.of(side),
                side == Side.TOP ? LinePlot.Look.CIRCLES : LinePlot.Look.SQUARES);
        }
        results.voltage().ifPresent(voltage -> plot.secondAxis("voltage / V", Palette.MEASURED_VOLTAGE)
            .series(1, "measured voltage", voltage.timesH(), voltage.measuredV(), Palette.MEASURED_VOLTAGE,
                LinePlot.Look.LINE));
        plot.aligned(results.voltage().isPresent()).draw(graphics, 0, 0, width(), UPPER);
        results.voltage().ifPresent(voltage -> TimePlot.of(results, "current / mA cm⁻²").zeroLine().aligned(true).withoutLegend()
            .series(0, "current density", voltage.timesH(), voltage.currentDensityMAPerCm2(), Palette.INK, LinePlot.Look.LINE).room(0.5).draw(graphics, 0, UPPER, width(), LOWER));
    }
}
