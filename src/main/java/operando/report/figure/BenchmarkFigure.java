package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import operando.breathing.fullcell.FullCell;
import operando.breathing.fullcell.ReducedBenchmark;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** The mean discharge voltage over conductivity and over the resistance at the cathode, for some currents, with error bars. */
public record BenchmarkFigure(FullCell cell, List<ReducedBenchmark.Row> rows) implements Figure {

    private static final double[] CURRENTS = {0.5, 1, 3};
    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.GREEN, Palette.RED);

    @Override
    public String id() {
        return "benchmark";
    }

    @Override
    public String title() {
        return "Reduced benchmark";
    }

    @Override
    public String caption() {
        return "Mean discharge voltage of the baseline cell against the conductivity of the electrolyte (left, powers of ten) and the areal resistance of the cathode interphase (right); bars are"
            + " the standard deviation over the seeds, mostly smaller than the line.";
    }

    @Override
    public int width() {
        return 1080;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot left = new LinePlot("log10(conductivity / mS cm⁻¹)", "mean discharge voltage / V");
        final LinePlot right = new LinePlot("cathode interphase / Ω cm²", "mean discharge voltage / V");
        for (int i = 0; i < CURRENTS.length; i++) {
            add(left, CURRENTS[i], COLOURS.get(i), row -> row.cathodeInterphaseOhmCm2() == cell.cathodeInterphaseOhmCm2(), row -> Math.log10(row.conductivityMSPerCm()));
            add(right, CURRENTS[i], COLOURS.get(i), row -> row.conductivityMSPerCm() == cell.conductivityMSPerCm(), ReducedBenchmark.Row::cathodeInterphaseOhmCm2);
        }
        left.draw(graphics, 0, 0, width() / 2, height());
        right.draw(graphics, width() / 2, 0, width() / 2, height());
    }

    private void add(final LinePlot plot, final double current, final Color colour, final Predicate<ReducedBenchmark.Row> which, final ToDoubleFunction<ReducedBenchmark.Row> place) {
        final List<ReducedBenchmark.Row> shown = rows.stream().filter(row -> row.currentMAPerCm2() == current).filter(which)
            .sorted((a, b) -> Double.compare(place.applyAsDouble(a), place.applyAsDouble(b))).toList();
        if (shown.isEmpty()) {
            return;
        }
        final double[] x = shown.stream().mapToDouble(place).toArray();
        final double[] y = shown.stream().mapToDouble(row -> row.meanVoltageV().mean()).toArray();
        final String name = String.format(Locale.ROOT, "%.1f mA cm⁻²", current);
        plot.series(0, name, x, y, colour, LinePlot.Look.CIRCLES);
        // A gap ends each bar.
        for (int i = 0; i < x.length; i++) {
            final double half = shown.get(i).meanVoltageV().deviation();
            plot.unnamed(new double[] {x[i], x[i]}, new double[] {y[i] - half, y[i] + half}, colour, LinePlot.Look.THIN);
        }
    }
}
