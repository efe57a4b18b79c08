package operando.report.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

import operando.motion.RadialProfile.Ring;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** Displacement by the distance from the stack's axis: length with its spread, along the axis and away from it. */
record RadialProfileFigure(List<Ring> profile) implements Figure {

    @Override
    public String id() {
        return "radial_profile";
    }

    @Override
    public String title() {
        return "Displacement from the centre to the rim";
    }

    @Override
    public String caption() {
        return "Mean displacement in rings about the stack's axis; dotted: one standard deviation of the length.";
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
        final double[] radii = values(ring -> (ring.innerUm() + ring.outerUm()) / 2);
        new LinePlot("distance from the axis / µm", "displacement / µm").zeroLine()
            .series(0, "length", radii, values(Ring::lengthUm), Palette.BLUE, LinePlot.Look.CIRCLES)
            .series(0, "length + deviation", radii, values(ring -> ring.lengthUm() + ring.deviationUm()), Palette.BLUE, LinePlot.Look.DOTTED)
            .series(0, "length − deviation", radii, values(ring -> ring.lengthUm() - ring.deviationUm()), Palette.BLUE, LinePlot.Look.DOTTED)
            .series(0, "along the axis", radii, values(Ring::axialUm), Palette.RED, LinePlot.Look.SQUARES)
            .series(0, "away from the axis", radii, values(Ring::radialUm), Palette.GREEN, LinePlot.Look.TRIANGLES)
            .draw(graphics, 0, 0, width(), height());
    }

    private double[] values(final ToDoubleFunction<Ring> value) {
        return profile.stream().mapToDouble(value).toArray();
    }
}
