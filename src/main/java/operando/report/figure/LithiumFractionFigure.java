package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.series.HalfCycleBalance;
import operando.series.LithiumSteps;
import operando.series.LithiumSteps.Step;

/** The part of the current that comes from lithium metal against the thickness of the interphase (Lewis et al., Fig. 2c). */
public record LithiumFractionFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "lithium-fraction";
    }

    @Override
    public String title() {
        return "Current from lithium metal and interphase thickness";
    }

    @Override
    public String caption() {
        return "Part of the current that comes from lithium metal at the stripped side. Squares: each half cycle, with its standard error, at the mean"
            + " thickness of the interphase there; circles: from scan to scan.";
    }

    @Override
    public String reading() {
        return "The steps from scan to scan scatter more than the slope through all scans of a half cycle. Lithium that creeps out of the field of view counts"
            + " as stripped.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 400;
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return results.halfCycles().stream().anyMatch(half -> half.lithiumFraction().isPresent() && !LithiumSteps.inside(half, results.series()).isEmpty());
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = new LinePlot(Quantity.INTERPHASE_THICKNESS.label(), Quantity.LITHIUM_METAL_FRACTION.label());
        final List<HalfCycleBalance> halves = results.halfCycles().stream().filter(half -> half.lithiumFraction().isPresent()).toList();
        for (final HalfCycleBalance half : halves) {
            final List<Step> steps = LithiumSteps.inside(half, results.series());
            final Color colour = Palette.of(half.strippedSide());
            final double[] mean = {steps.stream().mapToDouble(Step::interphaseUm).average().orElse(Double.NaN)};
            final double[] fraction = {half.lithiumFraction().value()};
            final String name = "half cycle " + half.number() + ", stripping at " + half.strippedSide().key();
            plot.series(0, name, mean, fraction, colour, LinePlot.Look.SQUARES);
            plot.errorBars(name + ", ± standard error", mean, fraction, new double[] {half.lithiumFraction().standardError()}, colour);
            plot.series(0, name + ", scan to scan", steps.stream().mapToDouble(Step::interphaseUm).toArray(),
                steps.stream().mapToDouble(Step::fraction).toArray(), colour, LinePlot.Look.POINTS_ONLY);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }
}
