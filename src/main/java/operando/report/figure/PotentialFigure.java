package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;

import operando.potential.LayerStack;
import operando.potential.PotentialPoint;
import operando.potential.PotentialProfile;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/**
 * The Li⁰ potential across a separator, layers shaded in turn.
 *
 * @param id       name of its files
 * @param title    what is varied
 * @param profiles the curves by their labels; all over the same layer boundaries
 */
public record PotentialFigure(String id, String title, Map<String, PotentialProfile> profiles) implements Figure {

    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.RED, Palette.GREEN, Palette.ORANGE);

    private static final List<LinePlot.Look> LOOKS = List.of(LinePlot.Look.LINE, LinePlot.Look.DASHED,
        LinePlot.Look.DOTTED, LinePlot.Look.LINE);

    private static final double MARGIN = 0.08;

    /** The least range of the axis, over its numbers. */
    private static final double LEAST_SPAN = 1e-6;

    @Override
    public String caption() {
        return "Li⁰ potential from the cathode to the anode, 0 for bulk lithium.";
    }

    @Override
    public int width() {
        return 640;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = new LinePlot("x/L from the cathode", "Li⁰ potential µ / eV").timeRange(0, 1);
        shadeLayers(plot, profiles.values().iterator().next().stack());
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int index = 0;
        for (final Map.Entry<String, PotentialProfile> curve : profiles.entrySet()) {
            final List<PotentialPoint> points = curve.getValue().points();
            final double[] potentials = points.stream().mapToDouble(PotentialPoint::potentialEv).toArray();
            plot.series(0, curve.getKey(), points.stream().mapToDouble(PotentialPoint::x).toArray(), potentials,
                COLOURS.get(index % COLOURS.size()), LOOKS.get(index % LOOKS.size()));
            for (final double potential : potentials) {
                least = Math.min(least, potential);
                most = Math.max(most, potential);
            }
            index++;
        }
        // An axis needs numbers that its labels can tell apart.
        final double margin = MARGIN * Math.max(most - least, LEAST_SPAN * Math.max(1, Math.max(Math.abs(least), Math.abs(most))));
        plot.range(0, least - margin, most + 2 * margin);
        plot.draw(graphics, 0, 0, width(), height());
    }

    private static void shadeLayers(final LinePlot plot, final LayerStack stack) {
        double from = 0;
        for (int i = 0; i < stack.layers().size(); i++) {
            final double to = i < stack.boundaries().size() ? stack.boundaries().get(i) : 1;
            plot.span(from, to, stack.layers().get(i).name(), i % 2 == 0);
            from = to;
        }
    }
}
