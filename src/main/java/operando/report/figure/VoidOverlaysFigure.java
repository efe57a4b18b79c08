package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.Picture;
import operando.report.plot.ScaleBar;
import operando.results.Results;

/**
 * The same cross-section of each interface at a few times, its voids overlaid in red on the grey values (Lewis et al.,
 * Fig. 3).
 */
public record VoidOverlaysFigure(Results results, VoxelSize voxelSize) implements Figure {

    private static final int WIDTH = 860;
    private static final int MARGIN = 10;
    private static final int GAP = 12;
    private static final int HEADER = 24;
    /** How far above and below the interface the cut-out reaches, as part of its width. */
    private static final double REACH = 0.16;

    /** The part of a cross-section that shows one interface. */
    private record CutOut(int top, int rows) {
    }

    @Override
    public String id() {
        return "void-overlays";
    }

    @Override
    public String title() {
        return "Voids at the interfaces";
    }

    @Override
    public String caption() {
        return "The same x–z cross-section at the top interface (upper row) and the bottom interface (lower row); pixels"
            + " found to be interfacial voids in red. The cross-section is the one with the most voids over the whole"
            + " series.";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEADER + 2 * (panelHeight() + GAP) + 26;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        final int[] rows = KeyScans.of(results);
        for (int panel = 0; panel < rows.length; panel++) {
            final String scan = results.series().scan(rows[panel]);
            final int x = MARGIN + panel * (panelWidth() + GAP);
            graphics.setColor(Palette.INK);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
            graphics.drawString(NumberText.text(results.series().timesH()[rows[panel]]) + " h", x, 15);
            final Optional<BufferedImage> grey = Picture.read(results.files().section(scan));
            final Optional<BufferedImage> labels = Picture.read(results.files().sectionLabels(scan));
            if (grey.isPresent() && labels.isPresent()) {
                for (final Side side : Side.values()) {
                    final int y = HEADER + side.ordinal() * (panelHeight() + GAP);
                    final CutOut cut = cutOut(labels.get(), side);
                    graphics.drawImage(overlay(grey.get(), labels.get(), cut), x, y, panelWidth(), panelHeight(), null);
                    graphics.setColor(new Color(0x888888));
                    graphics.drawRect(x, y, panelWidth(), panelHeight());
                }
            }
        }
        firstLabels().ifPresent(image -> ScaleBar.draw(graphics, MARGIN, height() - 10, panelWidth() / 2.0,
            image.getWidth() * voxelSize.xUm() / panelWidth()));
    }

    /** Grey values with voids in red. */
    static BufferedImage overlay(final BufferedImage grey, final BufferedImage labels, final CutOut cut) {
        final BufferedImage image = new BufferedImage(grey.getWidth(), cut.rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < cut.rows; y++) {
            final int from = Math.min(Math.max(cut.top + y, 0), grey.getHeight() - 1);
            for (int x = 0; x < grey.getWidth(); x++) {
                final boolean isVoid = labels.getRaster().getSample(x, from, 0) == Phase.VOID.label();
                final int level = grey.getRaster().getSample(x, from, 0);
                image.setRGB(x, y, isVoid ? Palette.RED.getRGB() : level << 16 | level << 8 | level);
            }
        }
        return image;
    }

    private CutOut cutOut(final BufferedImage labels, final Side side) {
        final int rows = Math.max(8, (int) Math.round(2 * REACH * labels.getWidth() * voxelSize.xUm() / voxelSize.zUm()));
        return new CutOut(interfaceRow(labels, side) - rows / 2, rows);
    }

    /** The median height at which a column first meets interphase or electrolyte, from its side. */
    private static int interfaceRow(final BufferedImage labels, final Side side) {
        final int depth = labels.getHeight();
        final int[] heights = new int[labels.getWidth()];
        for (int x = 0; x < heights.length; x++) {
            int z = 0;
            while (z < depth - 1 && !isPellet(labels.getRaster().getSample(x, side == Side.TOP ? z : depth - 1 - z, 0))) {
                z++;
            }
            heights[x] = side == Side.TOP ? z : depth - 1 - z;
        }
        java.util.Arrays.sort(heights);
        return heights[heights.length / 2];
    }

    private static boolean isPellet(final int label) {
        return label == Phase.INTERPHASE.label() || label == Phase.ELECTROLYTE.label();
    }

    private int panelWidth() {
        final int panels = Math.max(1, KeyScans.of(results).length);
        return (WIDTH - 2 * MARGIN - (panels - 1) * GAP) / panels;
    }

    private int panelHeight() {
        return (int) Math.round(2 * REACH * panelWidth());
    }

    private Optional<BufferedImage> firstLabels() {
        final int[] rows = KeyScans.of(results);
        return rows.length == 0 ? Optional.empty()
            : Picture.read(results.files().sectionLabels(results.series().scan(rows[0])));
    }
}
