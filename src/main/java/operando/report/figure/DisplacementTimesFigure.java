package operando.report.figure;

import java.awt.Graphics2D;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;

/** How far the electrolyte has moved since the first scan, in the middle and at the rim, over time. */
public record DisplacementTimesFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "displacement-over-time";
    }

    @Override
    public String title() {
        return "Displacement over time";
    }

    @Override
    public String caption() {
        return "Mean length of the electrolyte's displacement since the first scan, in the middle of the cross-section and at its rim.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 360;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, "displacement / µm");
        plot.series(0, "middle", results.series().timesH(), results.series().values(Quantity.DISPLACEMENT_CENTRE), Palette.BLUE, LinePlot.Look.CIRCLES);
        plot.series(0, "rim", results.series().timesH(), results.series().values(Quantity.DISPLACEMENT_RIM), Palette.ORANGE, LinePlot.Look.SQUARES);
        plot.draw(graphics, 0, 0, width(), height());
    }
}
