package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

import operando.cell.Measured;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.voltage.EffectiveCurrentLine;
import operando.voltage.EffectiveCurrentLine.Point;

/** The voltage against the current density at the contact of the stripped side, with the range in which it is linear (Lewis et al., Fig. S11). */
public record EffectiveCurrentFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "effective-current";
    }

    @Override
    public String title() {
        return "Voltage and effective current density";
    }

    @Override
    public String caption() {
        final StringBuilder text = new StringBuilder("Voltage in each scan, without its sign, against the effective current density, the current over the contact fraction of the"
            + " stripped side. Dashed: the linear range, which ends where a line with a bend fits better (F-test, 1 %). Where the interphase grows meanwhile, its resistance raises the voltage, too.");
        for (final EffectiveCurrentLine line : lines(results)) {
            final Measured slope = line.slopeOhmCm2();
            text.append(" Half cycle ").append(line.halfCycle()).append(": ");
            if (slope.isPresent()) {
                text.append("slope ").append(NumberText.text(slope)).append(" Ω cm² up to ").append(NumberText.text(line.linearToMAPerCm2())).append(" mA cm⁻² (")
                    .append(NumberText.text(line.linearToV())).append(" V)").append(line.linearPoints() == line.points().size() ? ", all scans." : ".");
            } else {
                text.append("no line, since ").append(slope.reason()).append('.');
            }
        }
        return text.toString();
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return lines(results).stream().anyMatch(line -> line.slopeOhmCm2().isPresent());
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
        final LinePlot plot = new LinePlot("effective current density / mA cm⁻²", "voltage / V");
        for (final EffectiveCurrentLine line : lines(results)) {
            final Color colour = Palette.of(line.strippedSide());
            final String name = "half cycle " + line.halfCycle() + ", stripping at " + line.strippedSide().key();
            plot.series(0, name, line.points().stream().mapToDouble(Point::currentDensityMAPerCm2).toArray(),
                line.points().stream().mapToDouble(Point::voltageV).toArray(), colour, LinePlot.Look.POINTS_ONLY);
            if (line.slopeOhmCm2().isPresent()) {
                final double from = line.points().get(0).currentDensityMAPerCm2();
                plot.unnamed(new double[] {from, line.linearToMAPerCm2()},
                    new double[] {line.linearToV() - line.slopeOhmCm2().value() * 1e-3 * (line.linearToMAPerCm2() - from), line.linearToV()}, colour, LinePlot.Look.DASHED);
            }
        }
        plot.draw(graphics, 0, 0, width(), height());
    }

    private static List<EffectiveCurrentLine> lines(final Results results) {
        return results.halfCycles().stream().map(half -> EffectiveCurrentLine.of(half, results.series())).toList();
    }
}
