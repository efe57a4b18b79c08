package operando.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

import operando.breathing.fullcell.ReducedBenchmark;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** At which currents, and from which conductivity on, the two printed claims hold. */
public record ClaimsFigure(List<ReducedBenchmark.Claim> claims) implements Figure {

    private static final int LEFT = 110;
    private static final int TOP = 70;
    private static final int CELL_WIDTH = 66;
    private static final int CELL_HEIGHT = 40;

    @Override
    public String id() {
        return "claims";
    }

    @Override
    public String title() {
        return "Where both claims hold";
    }

    @Override
    public String caption() {
        return "By how many percent a hundredfold conductivity, from the value of the row on, raises the mean discharge voltage, for each current. Green: by less than 3, and 10 to 200 Ω cm² at the"
            + " cathode cost 12 to 18 percent; blue: the first alone; orange: the second alone; grey: neither. The last line is that cost. Empty: some cell delivers nothing.";
    }

    @Override
    public int width() {
        return LEFT + CELL_WIDTH * (int) columns() + 20;
    }

    @Override
    public int height() {
        return TOP + CELL_HEIGHT * ((int) rows() + 1) + 20;
    }

    private long columns() {
        return claims.stream().mapToDouble(ReducedBenchmark.Claim::currentMAPerCm2).distinct().count();
    }

    private long rows() {
        return claims.stream().mapToDouble(ReducedBenchmark.Claim::lowestMSPerCm).distinct().count();
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final double[] currents = claims.stream().mapToDouble(ReducedBenchmark.Claim::currentMAPerCm2).distinct().sorted().toArray();
        final double[] lows = claims.stream().mapToDouble(ReducedBenchmark.Claim::lowestMSPerCm).distinct().sorted().toArray();
        graphics.setFont(LinePlot.TICKS);
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Palette.INK);
        graphics.drawString("current density / mA cm⁻²", LEFT, 26);
        graphics.drawString("from mS cm⁻¹", 10, TOP - 12);
        for (int column = 0; column < currents.length; column++) {
            final int x = LEFT + column * CELL_WIDTH;
            write(graphics, String.format(Locale.ROOT, "%.1f", currents[column]), x, TOP - 12);
            for (final ReducedBenchmark.Claim claim : claims) {
                if (claim.currentMAPerCm2() == currents[column]) {
                    cell(graphics, claim, x, TOP + indexOf(lows, claim.lowestMSPerCm()) * CELL_HEIGHT);
                    if (claim.lowestMSPerCm() == lows[0]) {
                        write(graphics, number(claim.interphasePercent()), x, TOP + lows.length * CELL_HEIGHT + 26);
                    }
                }
            }
        }
        for (int row = 0; row < lows.length; row++) {
            graphics.drawString(String.format(Locale.ROOT, "%.2f", lows[row]), 10, TOP + row * CELL_HEIGHT + 26);
        }
        graphics.drawString("cathode, %", 10, TOP + lows.length * CELL_HEIGHT + 26);
    }

    private static int indexOf(final double[] values, final double value) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        return index;
    }

    private static void cell(final Graphics2D graphics, final ReducedBenchmark.Claim claim, final int x, final int y) {
        final Color colour = claim.conductivityMattersLittle() ? claim.interphaseCostsAsPrinted() ? new Color(0x7FCBB0) : Palette.PALE_BLUE
            : claim.interphaseCostsAsPrinted() ? new Color(0xF3CE7A) : new Color(0xE6E6E6);
        graphics.setColor(Double.isNaN(claim.conductivityPercent()) ? Color.WHITE : colour);
        graphics.fill(new Rectangle2D.Double(x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2));
        graphics.setColor(Palette.INK);
        write(graphics, number(claim.conductivityPercent()), x, y + 25);
    }

    private static String number(final double percent) {
        return Double.isNaN(percent) ? "" : String.format(Locale.ROOT, percent < 10 ? "%.2f" : "%.1f", percent);
    }

    private static void write(final Graphics2D graphics, final String text, final int x, final int y) {
        graphics.setColor(Palette.INK);
        graphics.drawString(text, x + 12, y);
    }
}
