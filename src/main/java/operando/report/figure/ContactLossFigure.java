package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import operando.cell.Side;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.Picture;
import operando.report.plot.ScaleBar;
import operando.results.Results;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.series.ContactLossTimes;

/** When each pixel of both interfaces lost its contact. */
public record ContactLossFigure(Results results) implements Figure {

    private static final int MARGIN = 14;
    private static final int PANEL = 340;
    private static final int GAP = 24;
    private static final int HEADER = 28;
    private static final int BAR = 14;
    private static final int LEGEND = 150;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Map<String, Color> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("kept to the end", Color.WHITE);
        OTHERS.put("never in contact", new Color(0x777777));
        OTHERS.put("not always in view", new Color(0xC8C8C8));
    }

    /** The hours of a side, pixel by pixel. */
    private record Hours(int width, int height, float[] values) {

        private BufferedImage picture(final ColourScale colours) {
            final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < values.length; pixel++) {
                image.setRGB(pixel % width, pixel / width, colour(values[pixel], colours).getRGB());
            }
            return image;
        }

        private static Color colour(final float hours, final ColourScale colours) {
            return hours == ContactLossTimes.KEPT ? OTHERS.get("kept to the end") : hours == ContactLossTimes.NEVER ? OTHERS.get("never in contact")
                : hours == ContactLossTimes.UNSEEN ? OTHERS.get("not always in view") : colours.colour(hours);
        }
    }

    @Override
    public String id() {
        return "contact-loss";
    }

    @Override
    public String title() {
        return "When contact was lost";
    }

    @Override
    public String caption() {
        return "Time from the first scan to the scan from which on a pixel was without contact to the end, at the top (left) and the bottom (right) interface."
            + " Contact was lost between that scan and the one before it.";
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return Arrays.stream(Side.values()).anyMatch(side -> Files.isRegularFile(results.files().contactLoss(side)));
    }

    @Override
    public int width() {
        return 2 * MARGIN + 2 * PANEL + GAP + LEGEND;
    }

    @Override
    public int height() {
        return HEADER + panelHeight() + 34;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final double[] times = results.series().timesH();
        final ColourScale colours = new ColourScale(0, Math.max(times[times.length - 1] - times[0], Double.MIN_NORMAL));
        for (final Side side : Side.values()) {
            final int x = MARGIN + side.ordinal() * (PANEL + GAP);
            text(graphics, BOLD, side.key(), x, 18);
            if (Files.isRegularFile(results.files().contactLoss(side))) {
                graphics.drawImage(Picture.atMost(hours(side).picture(colours), 2 * PANEL), x, HEADER, PANEL, panelHeight(), null);
            }
            graphics.setColor(new Color(0x888888));
            graphics.drawRect(x, HEADER, PANEL, panelHeight());
        }
        legend(graphics, colours);
        ScaleBar.draw(graphics, MARGIN, HEADER + panelHeight() + 22, PANEL / 3.0, any().width * results.voxelSize().xUm() / PANEL);
    }

    private void legend(final Graphics2D graphics, final ColourScale colours) {
        final int x = width() - LEGEND;
        final int length = Math.max(60, Math.min(180, panelHeight() - 110));
        text(graphics, PLAIN, "contact lost after / h", x, HEADER + 10);
        for (int i = 0; i < length; i++) {
            graphics.setColor(colours.colour(colours.getUpperBound() * (length - 1 - i) / (length - 1)));
            graphics.fillRect(x, HEADER + 22 + i, BAR, 1);
        }
        for (int tick = 0; tick <= 4; tick++) {
            text(graphics, PLAIN, NumberText.text(colours.getUpperBound() * tick / 4), x + BAR + 6, HEADER + 26 + length - tick * length / 4);
        }
        int y = HEADER + length + 50;
        for (final Map.Entry<String, Color> other : OTHERS.entrySet()) {
            graphics.setColor(other.getValue());
            graphics.fillRect(x, y - 11, BAR, BAR);
            graphics.setColor(new Color(0x888888));
            graphics.drawRect(x, y - 11, BAR, BAR);
            text(graphics, PLAIN, other.getKey(), x + BAR + 6, y);
            y += 22;
        }
    }

    private static void text(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(font);
        graphics.drawString(text, x, y);
    }

    private Hours hours(final Side side) {
        try (Scan scan = ScanFile.open(results.files().contactLoss(side))) {
            final float[] values = new float[scan.width() * scan.height()];
            scan.readSlice(0, values);
            return new Hours(scan.width(), scan.height(), values);
        }
    }

    private Hours any() {
        return hours(Files.isRegularFile(results.files().contactLoss(Side.TOP)) ? Side.TOP : Side.BOTTOM);
    }

    private int panelHeight() {
        final Hours any = any();
        return Math.max(210, (int) Math.round(Math.min(2.0, any.height * results.voxelSize().yUm() / (any.width * results.voxelSize().xUm())) * PANEL));
    }
}
