package operando.report.figure;

import java.awt.Graphics2D;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;

/** How interfaces and current collectors move along the stack axis (Lewis et al., Fig. 5a). */
public record PositionsFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "positions";
    }

    @Override
    public String title() {
        return "Positions of interfaces and collectors";
    }

    @Override
    public String caption() {
        return "Mean position of the electrolyte's surface and of the current collector at each side since the first"
            + " scan, along the stack axis: positive is from top to bottom.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, "change of position / µm").zeroLine();
        final double[] times = results.series().timesH();
        for (final Side side : Side.values()) {
            plot.series(0, side.key() + " interface", times,
                TimePlot.change(results.series().values(Quantity.INTERFACE_POSITION.at(side))), Palette.of(side),
                side == Side.TOP ? LinePlot.Look.CIRCLES : LinePlot.Look.SQUARES);
            final double[] collector = results.series().values(Quantity.COLLECTOR_POSITION.at(side));
            if (results.series().hasAny(Quantity.COLLECTOR_POSITION.at(side))) {
                plot.series(0, side.key() + " collector", times, TimePlot.change(collector), Palette.of(side),
                    LinePlot.Look.DASHED);
            }
        }
        plot.draw(graphics, 0, 0, width(), height());
    }
}
