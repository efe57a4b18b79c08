package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.Picture;
import operando.report.plot.ScaleBar;
import operando.results.Results;
import operando.series.TimeSeries;

/**
 * Projections of the contact of one side at a few times, with the percent change of the contact area and the charge
 * passed between them (Lewis et al., Fig. 4b, c).
 */
public record ContactProjectionsFigure(Results results, Side side, VoxelSize voxelSize) implements Figure {

    private static final int MARGIN = 10;
    private static final int PANEL = 150;
    private static final int GAP = 78;
    private static final int HEADER = 40;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Override
    public String id() {
        return "contact-projections-" + side.key();
    }

    @Override
    public String title() {
        return "Contact projections, " + side.key();
    }

    @Override
    public String caption() {
        return "Contact at the " + side.key() + " interface seen along the stack axis: white where lithium touches the"
            + " electrolyte, black where it does not. Between projections: the change of the contact area relative to the projection at the left, and the charge"
            + " passed (positive strips lithium at the top).";
    }

    @Override
    public int width() {
        return 2 * MARGIN + KeyScans.MOST * PANEL + (KeyScans.MOST - 1) * GAP;
    }

    @Override
    public int height() {
        return HEADER + panelHeight() + 34;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        final int[] rows = KeyScans.of(results);
        for (int panel = 0; panel < rows.length; panel++) {
            final int x = MARGIN + panel * (PANEL + GAP);
            drawPanel(graphics, x, panel, rows[panel]);
            if (panel > 0) {
                drawStep(graphics, x - GAP, rows[panel - 1], rows[panel]);
            }
        }
        if (rows.length > 0) {
            ScaleBar.draw(graphics, MARGIN, HEADER + panelHeight() + 20, PANEL / 2.0, umPerPoint(rows[0]));
        }
    }

    private void drawPanel(final Graphics2D graphics, final int x, final int panel, final int row) {
        final TimeSeries series = results.series();
        graphics.setColor(Palette.INK);
        graphics.setFont(BOLD);
        graphics.drawString("(" + new String[] {"i", "ii", "iii", "iv"}[panel] + ")  " + NumberText.text(series.timesH()[row])
            + " h", x, 15);
        graphics.setFont(PLAIN);
        graphics.drawString("contact " + NumberText.text(100 * series.value(row, Quantity.CONTACT_FRACTION.at(side)))
            + " %", x, 32);
        final Optional<BufferedImage> picture = Picture.read(results.files().contactPicture(side, series.scan(row)));
        picture.ifPresent(image -> graphics.drawImage(Picture.atMost(image, 2 * PANEL), x, HEADER, PANEL, panelHeight(),
            null));
        graphics.setColor(new Color(0x888888));
        graphics.drawRect(x, HEADER, PANEL, panelHeight());
    }

    private void drawStep(final Graphics2D graphics, final int x, final int from, final int to) {
        final double[] area = results.series().values(Quantity.CONTACT_AREA.at(side));
        final double[] charge = results.series().values(Quantity.CHARGE);
        final int middle = HEADER + panelHeight() / 2;
        graphics.setColor(Palette.INK);
        graphics.drawLine(x + 8, middle, x + GAP - 8, middle);
        graphics.drawLine(x + GAP - 14, middle - 4, x + GAP - 8, middle);
        graphics.drawLine(x + GAP - 14, middle + 4, x + GAP - 8, middle);
        centred(graphics, BOLD, NumberText.signed(100 * (area[to] - area[from]) / area[from]) + " %", x, middle - 25);
        centred(graphics, PLAIN, "of its area", x, middle - 10);
        final double passed = charge[to] - charge[from];
        if (Double.isFinite(passed)) {
            centred(graphics, PLAIN, NumberText.signed(passed), x, middle + 18);
            centred(graphics, PLAIN, Quantity.CHARGE.unit().symbol(), x, middle + 33);
        }
    }

    private static void centred(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setFont(font);
        final FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, x + (GAP - metrics.stringWidth(text)) / 2, y);
    }

    private double umPerPoint(final int row) {
        return Picture.read(results.files().contactPicture(side, results.series().scan(row)))
            .map(image -> image.getWidth() * voxelSize.xUm() / PANEL).orElse(voxelSize.xUm());
    }

    private int panelHeight() {
        final int[] rows = KeyScans.of(results);
        return rows.length == 0 ? PANEL
            : Picture.read(results.files().contactPicture(side, results.series().scan(rows[0])))
                .map(image -> (int) Math.round(Math.min(3.0, image.getHeight() * voxelSize.yUm()
                    / (image.getWidth() * voxelSize.xUm())) * PANEL)).orElse(PANEL);
    }
}
