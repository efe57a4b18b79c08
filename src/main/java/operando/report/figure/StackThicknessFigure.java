package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.series.StackThinning;

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
        return "Change of the distance between the current collectors since the first scan."
            + (limited() ? " Dashed: the Faradaic limit, as if all charge passed had taken lithium metal away that then took no room." : "");
    }

    @Override
    public String reading() {
        return "One explanation of a loss is that lithium takes less room in the interphase than in lithium metal; creep of lithium out of the field of view"
            + " and compaction are others." + (limited() && StackThinning.beyondLimit(results.series(), results.voxelSize().zUm()).length > 0
                ? " The stack thins beyond the limit: something other than lithium turning into interphase must be at work." : "");
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
        final LinePlot plot = TimePlot.of(results, "change of thickness / µm").zeroLine().series(0, Quantity.STACK_THICKNESS.term(),
            results.series().timesH(), TimePlot.change(results.series().values(Quantity.STACK_THICKNESS)), Palette.BLUE, LinePlot.Look.CIRCLES);
        if (limited()) {
            plot.series(0, "Faradaic limit", results.series().timesH(), Arrays.stream(StackThinning.faradaicLimitUm(results.series()))
                .map(limit -> -limit).toArray(), Palette.INK, LinePlot.Look.DASHED);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }

    private boolean limited() {
        return results.series().hasAny(Quantity.CHARGE_PASSED);
    }
}
