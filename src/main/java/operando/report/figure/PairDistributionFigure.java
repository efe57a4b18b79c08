package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;

import operando.atoms.LocalEnvironments;
import operando.atoms.phase.PhaseDescription;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;

/** How the framework of each class is ordered: pair distributions with species ignored, one below the other. */
public record PairDistributionFigure(LocalEnvironments.Result result) implements Figure {

    private static final double SHIFT = 4;

    @Override
    public String id() {
        return "atoms-pairs";
    }

    @Override
    public String title() {
        return "Order of each class";
    }

    @Override
    public String caption() {
        return "Pair distribution g(r) of the framework of each class (all but lithium; in lithium metal, lithium), each " + (int) SHIFT + " above the one before.";
    }

    @Override
    public int width() {
        return 720;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = new LinePlot("distance / Å", "g(r), shifted");
        for (final PhaseDescription phase : result.phases()) {
            final double[] values = Arrays.stream(phase.framework().values()).map(g -> Math.min(g, SHIFT) + SHIFT * phase.number()).toArray();
            plot.series(0, (phase.number() + 1) + " " + phase.composition().formula(), phase.framework().distances(), values, ClassColours.of(phase.number()), LinePlot.Look.LINE);
        }
        plot.range(0, 0, SHIFT * (result.phases().size() + 1)).draw(graphics, 0, 0, width(), height());
    }
}
