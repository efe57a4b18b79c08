package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;

import operando.breathing.ChargeCycle;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.series.TimeSeries;

/** The loop of contact against charge over one cycle, at both sides. */
public record BreathingFigure(TimeSeries series, ChargeCycle cycle) implements Figure {

    @Override
    public String id() {
        return "breathing-" + cycle.number();
    }

    @Override
    public String title() {
        return "Breathing, cycle " + cycle.number();
    }

    @Override
    public String caption() {
        return "Contact fraction against the charge passed over one cycle.";
    }

    @Override
    public String reading() {
        return "A loop that does not close is contact that was not recovered.";
    }

    @Override
    public int width() {
        return 720;
    }

    @Override
    public int height() {
        return 480;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = new LinePlot("charge passed / mAh cm⁻²", "contact fraction");
        final double[] times = series.timesH();
        final double[] charge = Arrays.stream(times).map(t -> t >= cycle.startH() && t <= cycle.endH() ? cycle.charge().at(t) : Double.NaN).toArray();
        for (final Side side : Side.values()) {
            plot.series(0, side.key(), charge, series.values(Quantity.CONTACT_FRACTION.at(side)), Palette.of(side),
                side == Side.TOP ? LinePlot.Look.CIRCLES : LinePlot.Look.SQUARES);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }
}
