package operando.report.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import operando.breathing.fullcell.ReducedBenchmark;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** Energy density against C-rate of a cell with a thick and one with a thin cathode, with and without the processes of the anode's interface. */
public record RatesFigure(ReducedBenchmark benchmark, ReducedBenchmark.Result result) implements Figure {

    @Override
    public String id() {
        return "rates";
    }

    @Override
    public String title() {
        return "Energy density and C-rate";
    }

    @Override
    public String caption() {
        return String.format(Locale.ROOT, "Energy over the volume between the collectors, with collectors, of cells of %.3g and %.3g mAh cm⁻²; bars are the standard deviation over the seeds. Dashed: full contact"
            + " and no interphase at the anode. The thin cell overtakes at %s, without those processes at %s.", benchmark.thick().capacityMAhPerCm2(), benchmark.thin().capacityMAhPerCm2(),
            text(result.crossing()), text(result.idealCrossing()));
    }

    private static String text(final double rate) {
        return Double.isNaN(rate) ? "no rate shown" : String.format(Locale.ROOT, "%.3g C", rate);
    }

    @Override
    public int width() {
        return 820;
    }

    @Override
    public int height() {
        return 460;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final List<ReducedBenchmark.Rate> rates = result.rates();
        final double[] c = values(ReducedBenchmark.Rate::cRate);
        final LinePlot plot = new LinePlot("C-rate", "energy density / Wh L⁻¹")
            .series(0, "thick", c, values(rate -> rate.thickWhPerL().mean()), Palette.BLUE, LinePlot.Look.CIRCLES)
            .series(0, "thin", c, values(rate -> rate.thinWhPerL().mean()), Palette.ORANGE, LinePlot.Look.SQUARES)
            .series(0, "thick, ideal interface", c, values(ReducedBenchmark.Rate::thickIdealWhPerL), Palette.BLUE, LinePlot.Look.DASHED)
            .series(0, "thin, ideal interface", c, values(ReducedBenchmark.Rate::thinIdealWhPerL), Palette.ORANGE, LinePlot.Look.DASHED);
        for (final ReducedBenchmark.Rate rate : rates) {
            plot.unnamed(new double[] {rate.cRate(), rate.cRate()}, new double[] {rate.thickWhPerL().mean() - rate.thickWhPerL().deviation(),
                rate.thickWhPerL().mean() + rate.thickWhPerL().deviation()}, Palette.BLUE, LinePlot.Look.THIN);
            plot.unnamed(new double[] {rate.cRate(), rate.cRate()}, new double[] {rate.thinWhPerL().mean() - rate.thinWhPerL().deviation(),
                rate.thinWhPerL().mean() + rate.thinWhPerL().deviation()}, Palette.ORANGE, LinePlot.Look.THIN);
        }
        if (Double.isFinite(result.crossing())) {
            plot.mark(result.crossing(), text(result.crossing()), Palette.INK);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }

    private double[] values(final ToDoubleFunction<ReducedBenchmark.Rate> number) {
        return result.rates().stream().mapToDouble(number).toArray();
    }
}
