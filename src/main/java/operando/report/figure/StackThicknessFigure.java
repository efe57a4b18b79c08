package operando.report.figure;

import java.awt.Graphics2D;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;

/** The thickness of the stack from collector to collector over time (Lewis et al., Fig. 5c). */
public record StackThicknessFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "stack-thickness";
    }

    @Override
    public String title() {
        return "Thickness of the stack";
    }

    @Override
    public String caption() {
        return "Change of the distance between the current collectors since the first scan. A loss means that lithium"
            + " takes less room in the interphase than in lithium metal.";
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
        TimePlot.of(results, "change of thickness / µm").zeroLine()
            .series(0, "stack thickness", results.series().timesH(),
                TimePlot.change(results.series().values(Quantity.STACK_THICKNESS)), Palette.BLUE, LinePlot.Look.CIRCLES)
            .draw(graphics, 0, 0, width(), height());
    }
}
