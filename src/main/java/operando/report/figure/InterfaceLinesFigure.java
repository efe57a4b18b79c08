package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;

import operando.cell.Side;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.results.InterfaceLines;
import operando.results.Results;

/** The electrolyte's surface and the collector in one cross-section at a few times (Lewis et al., Fig. 5a). */
public record InterfaceLinesFigure(Results results) implements Figure {

    /** The brightest end of the colours is too faint for lines on white. */
    private static final double DARK_PART = 0.8;

    @Override
    public String id() {
        return "interface-lines";
    }

    @Override
    public String title() {
        return "Interfaces in one cross-section";
    }

    @Override
    public String caption() {
        return "The electrolyte's surface (lines) and the current collector (dashed) in the x–z cross-section with the most voids at a few times, at the top (left) and the"
            + " bottom (right); heights from the outer face of the first slice, downwards as in the stack.";
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return results.section().interfaces().stream().anyMatch(line -> Arrays.stream(line.interfaceUm()).anyMatch(Double::isFinite));
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 460;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final int[] rows = KeyScans.of(results);
        final ColourScale colours = new ColourScale(0, Math.max(1, rows.length - 1) / DARK_PART);
        for (final Side side : Side.values()) {
            final LinePlot plot = new LinePlot("x / µm", "height at " + side.key() + " / µm").downwards();
            for (int i = 0; i < rows.length; i++) {
                add(plot, results.series().scan(rows[i]), side, NumberText.text(results.series().timesH()[rows[i]]) + " h", colours.colour(i));
            }
            plot.draw(graphics, side == Side.TOP ? 0 : width() / 2, 0, width() / 2, height());
        }
    }

    private void add(final LinePlot plot, final String scan, final Side side, final String time, final Color colour) {
        for (final InterfaceLines line : results.section().interfaces()) {
            if (line.side() == side && line.scan().equals(scan)) {
                final double[] x = new double[line.interfaceUm().length];
                Arrays.setAll(x, i -> (i + 0.5) * line.pixelUm());
                plot.series(0, time, x, line.interfaceUm(), colour, LinePlot.Look.LINE);
                if (Arrays.stream(line.collectorUm()).anyMatch(Double::isFinite)) {
                    plot.unnamed(x, line.collectorUm(), colour, LinePlot.Look.DASHED);
                }
            }
        }
    }
}
