package operando.report.figure;

import java.awt.Graphics2D;
import java.util.stream.IntStream;

import operando.atoms.LocalEnvironments;
import operando.atoms.LocalEnvironments.FrameResult;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;

/** The classes of atoms along the interfaces' normal in the last frame, and their numbers over time. */
public record AtomProfileFigure(LocalEnvironments.Result result) implements Figure {

    private static final int PLOT_HEIGHT = 320;

    @Override
    public String id() {
        return "atoms-classes";
    }

    @Override
    public String title() {
        return "Classes of local environments";
    }

    @Override
    public String caption() {
        return "Share of each class along the interfaces' normal in the last frame, and atoms of each class over time.";
    }

    @Override
    public String reading() {
        return "Classes were found without labels; their formulas are those of atoms that have none but their own class about them.";
    }

    @Override
    public int width() {
        return 720;
    }

    @Override
    public int height() {
        return result.frames().size() > 1 ? 2 * PLOT_HEIGHT : PLOT_HEIGHT;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final FrameResult last = result.frames().get(result.frames().size() - 1);
        final LinePlot along = new LinePlot("position / Å", "share of the atoms");
        final double[] places = IntStream.range(0, last.profile().counts()[0].length).mapToDouble(last.profile()::positionA).toArray();
        for (int c = 0; c < result.phases().size(); c++) {
            final int of = c;
            along.series(0, name(c), places, IntStream.range(0, places.length).mapToDouble(bin -> last.profile().share(of, bin)).toArray(), ClassColours.of(c), LinePlot.Look.LINE);
        }
        along.range(0, 0, 1.05).draw(graphics, 0, 0, width(), PLOT_HEIGHT);
        if (result.frames().size() > 1) {
            overTime().draw(graphics, 0, PLOT_HEIGHT, width(), PLOT_HEIGHT);
        }
    }

    private LinePlot overTime() {
        final boolean timed = result.frames().stream().allMatch(frame -> Double.isFinite(frame.time()));
        final LinePlot plot = new LinePlot(timed ? "time (unit of the trajectory)" : "frame", "atoms");
        final double[] times = result.frames().stream().mapToDouble(frame -> timed ? frame.time() : frame.number()).toArray();
        for (int c = 0; c < result.phases().size(); c++) {
            final int of = c;
            plot.series(0, name(c), times, result.frames().stream().mapToDouble(frame -> frame.atoms()[of]).toArray(), ClassColours.of(c), LinePlot.Look.CIRCLES);
        }
        return plot.withoutLegend();
    }

    private String name(final int of) {
        return (of + 1) + " " + result.phases().get(of).composition().formula();
    }
}
