package operando.report.plot;

import java.awt.Font;
import java.awt.Graphics2D;

/** A bar of a round length in µm. */
public final class ScaleBar {

    private ScaleBar() {
    }

    /** The longest of 1, 2, 5 × 10ⁿ µm that is at most {@code mostUm}. */
    static double roundLengthUm(final double mostUm) {
        final double power = Math.pow(10, Math.floor(Math.log10(mostUm)));
        final double first = mostUm / power;
        return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
    }

    /** Draws a bar of at most {@code mostPoints}, its left end at (x, y), with its length beside it. */
    public static void draw(final Graphics2D graphics, final double x, final double y, final double mostPoints,
        final double umPerPoint) {
        final double lengthUm = roundLengthUm(mostPoints * umPerPoint);
        final int points = (int) Math.round(lengthUm / umPerPoint);
        graphics.setColor(Palette.INK);
        graphics.fillRect((int) x, (int) y - 4, points, 4);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.drawString(NumberText.text(lengthUm) + " µm", (int) x + points + 6, (int) y + 2);
    }
}
