package operando.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.report.plot.Palette;
import operando.report.plot.ScaleBar;

/** Strips of cross-sections about both interfaces, one below the other: grey values with the voids marked at the left, the phases at the right. */
final class SectionStrips {

    /** One cross-section and what is written above it. */
    record Section(String label, BufferedImage grey, BufferedImage phases) {
    }

    /** The rows of a cross-section that show one interface. */
    private record Strip(int top, int rows) {
    }

    static final int WIDTH = 860;
    private static final int LEFT = 62;
    private static final int GAP = 10;
    private static final int PANEL = (WIDTH - LEFT - 2 * GAP) / 2;
    private static final int LEGEND = 24;
    private static final int LABEL = 24;
    private static final int BAR = 30;
    /** How far above and below the interface a strip reaches, as part of its width. */
    private static final double REACH = 0.14;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private final List<Section> sections;
    private final VoxelSize voxelSize;

    SectionStrips(final List<Section> sections, final VoxelSize voxelSize) {
        this.sections = sections;
        this.voxelSize = voxelSize;
    }

    int height() {
        return LEGEND + sections.size() * (LABEL + 2 * (stripHeight() + GAP / 2)) + BAR;
    }

    private static int stripHeight() {
        return (int) Math.round(2 * REACH * PANEL);
    }

    void draw(final Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.setStroke(new BasicStroke(1));
        legend(graphics);
        int y = LEGEND;
        for (final Section section : sections) {
            graphics.setColor(Palette.INK);
            graphics.setFont(BOLD);
            graphics.drawString(section.label, LEFT, y + LABEL - 8);
            y += LABEL;
            for (final Side side : Side.values()) {
                graphics.setColor(Palette.INK);
                graphics.setFont(PLAIN);
                graphics.drawString(side.key(), 6, y + stripHeight() / 2 + 4);
                final Strip strip = strip(section.phases, side);
                panel(graphics, overlay(section, strip), LEFT, y);
                panel(graphics, phases(section.phases, strip), LEFT + PANEL + GAP, y);
                y += stripHeight() + GAP / 2;
            }
        }
        if (!sections.isEmpty()) {
            ScaleBar.draw(graphics, LEFT, y + 16, PANEL / 3.0, sections.get(0).grey.getWidth() * voxelSize.xUm() / PANEL);
        }
    }

    private static void panel(final Graphics2D graphics, final BufferedImage image, final int x, final int y) {
        graphics.drawImage(image, x, y, PANEL, stripHeight(), null);
        graphics.setColor(new Color(0x888888));
        graphics.drawRect(x, y, PANEL, stripHeight());
    }

    private static void legend(final Graphics2D graphics) {
        graphics.setFont(PLAIN);
        int x = LEFT;
        for (final Phase phase : List.of(Phase.VOID, Phase.LITHIUM, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.PORE, Phase.COLLECTOR)) {
            graphics.setColor(new Color(phase.rgb()));
            graphics.fillRect(x, 6, 14, 12);
            graphics.setColor(Palette.INK);
            graphics.drawRect(x, 6, 14, 12);
            graphics.drawString(phase.displayName(), x + 20, 17);
            x += 36 + graphics.getFontMetrics().stringWidth(phase.displayName());
        }
    }

    private static BufferedImage overlay(final Section section, final Strip strip) {
        final BufferedImage image = new BufferedImage(section.grey.getWidth(), strip.rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < strip.rows; y++) {
            final int from = Math.min(Math.max(strip.top + y, 0), section.grey.getHeight() - 1);
            for (int x = 0; x < section.grey.getWidth(); x++) {
                final boolean isVoid = section.phases.getRaster().getSample(x, from, 0) == Phase.VOID.label();
                final int level = section.grey.getRaster().getSample(x, from, 0);
                image.setRGB(x, y, isVoid ? Phase.VOID.rgb() : level << 16 | level << 8 | level);
            }
        }
        return image;
    }

    private static BufferedImage phases(final BufferedImage phases, final Strip strip) {
        final BufferedImage image = new BufferedImage(phases.getWidth(), strip.rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < strip.rows; y++) {
            final int from = Math.min(Math.max(strip.top + y, 0), phases.getHeight() - 1);
            for (int x = 0; x < phases.getWidth(); x++) {
                image.setRGB(x, y, Phase.ofLabel(phases.getRaster().getSample(x, from, 0)).rgb());
            }
        }
        return image;
    }

    private Strip strip(final BufferedImage phases, final Side side) {
        final int rows = Math.max(8, (int) Math.round(2 * REACH * phases.getWidth() * voxelSize.xUm() / voxelSize.zUm()));
        return new Strip(interfaceRow(phases, side) - rows / 2, rows);
    }

    /** The median height at which a column first meets interphase or electrolyte, from its side. */
    private static int interfaceRow(final BufferedImage phases, final Side side) {
        final int depth = phases.getHeight();
        final int[] heights = new int[phases.getWidth()];
        for (int x = 0; x < heights.length; x++) {
            int z = 0;
            while (z < depth - 1 && !isPellet(phases.getRaster().getSample(x, side == Side.TOP ? z : depth - 1 - z, 0))) {
                z++;
            }
            heights[x] = side == Side.TOP ? z : depth - 1 - z;
        }
        Arrays.sort(heights);
        return heights[heights.length / 2];
    }

    private static boolean isPellet(final int label) {
        return label == Phase.INTERPHASE.label() || label == Phase.ELECTROLYTE.label();
    }
}
