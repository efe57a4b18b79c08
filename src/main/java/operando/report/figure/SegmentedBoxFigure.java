package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.nio.file.Files;
import java.util.Arrays;

import operando.cell.Phase;
import operando.report.plot.BlockView;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.ScaleBar;
import operando.results.Results;
import operando.scan.Scan;
import operando.scan.ScanFile;

/** The phases of the first and of the last scan in three dimensions, a quarter cut out (Lewis et al., Fig. 5c). */
public record SegmentedBoxFigure(Results results) implements Figure {

    private static final int PANEL_WIDTH = 400;
    private static final int PANEL_HEIGHT = 470;
    private static final int HEADER = 28;
    private static final int FOOTER = 64;
    private static final int MARGIN = 14;
    /** Voxels along the longest edge; more could not be seen. */
    private static final int MOST_VOXELS = 200;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Override
    public String id() {
        return "segmented-box";
    }

    @Override
    public String title() {
        return "The stack in three dimensions";
    }

    @Override
    public String caption() {
        return "Phases of the first and of the last scan that could be read, without a quarter so that voids and interphase are seen inside; top is above. Parallel projection:"
            + " the scale bar holds for lengths across the line of sight.";
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return shown(results).length > 0;
    }

    private static int[] shown(final Results results) {
        final int[] rows = Arrays.stream(KeyScans.of(results)).filter(row -> Files.isRegularFile(results.files().labels(results.series().scan(row)))).toArray();
        return rows.length < 2 ? rows : new int[] {rows[0], rows[rows.length - 1]};
    }

    @Override
    public int width() {
        return 2 * MARGIN + 2 * PANEL_WIDTH + MARGIN;
    }

    @Override
    public int height() {
        return HEADER + PANEL_HEIGHT + FOOTER;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final int[] rows = shown(results);
        double umPerPoint = 1;
        for (int i = 0; i < rows.length; i++) {
            final int x = MARGIN + i * (PANEL_WIDTH + MARGIN);
            final BlockView view = block(results.series().scan(rows[i]));
            text(graphics, BOLD, NumberText.text(results.series().timesH()[rows[i]]) + " h", x, 18);
            text(graphics, PLAIN, view.size(), x + 60, 18);
            graphics.drawImage(view.picture(2 * PANEL_WIDTH, 2 * PANEL_HEIGHT), x, HEADER, PANEL_WIDTH, PANEL_HEIGHT, null);
            umPerPoint = 2 * view.umPerPixel(2 * PANEL_WIDTH, 2 * PANEL_HEIGHT);
        }
        int x = MARGIN;
        for (final Phase phase : new Phase[] {Phase.COLLECTOR, Phase.LITHIUM, Phase.VOID, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.PORE}) {
            graphics.setColor(new Color(phase.rgb()));
            graphics.fillRect(x, height() - 52, 14, 14);
            graphics.setColor(new Color(0x888888));
            graphics.drawRect(x, height() - 52, 14, 14);
            text(graphics, PLAIN, phase.displayName(), x + 20, height() - 40);
            x += 38 + graphics.getFontMetrics().stringWidth(phase.displayName());
        }
        ScaleBar.draw(graphics, MARGIN, height() - 10, PANEL_WIDTH / 3.0, umPerPoint);
    }

    private static void text(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(font);
        graphics.drawString(text, x, y);
    }

    /** Every so many voxels of a label stack. */
    private BlockView block(final String name) {
        try (Scan labels = ScanFile.open(results.files().labels(name))) {
            final int step = 1 + (Math.max(labels.width(), Math.max(labels.height(), labels.depth())) - 1) / MOST_VOXELS;
            final int width = (labels.width() - 1) / step + 1;
            final int height = (labels.height() - 1) / step + 1;
            final int depth = (labels.depth() - 1) / step + 1;
            final byte[] block = new byte[width * height * depth];
            final byte[] slice = new byte[labels.width() * labels.height()];
            for (int z = 0; z < depth; z++) {
                labels.readSlice(z * step, slice);
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        block[(z * height + y) * width + x] = slice[y * step * labels.width() + x * step];
                    }
                }
            }
            return new BlockView(block, width, height, depth, step * results.voxelSize().xUm(), step * results.voxelSize().yUm(), step * results.voxelSize().zUm(), true);
        }
    }
}
