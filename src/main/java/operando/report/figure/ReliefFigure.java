package operando.report.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import operando.cell.Side;
import operando.measure.BestPlane;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.ReliefView;
import operando.report.plot.ScaleBar;
import operando.results.InterfaceMapFiles;
import operando.results.Results;
import operando.series.InterfaceMaps;

/** The surfaces of the electrolyte in three dimensions, in the first and in the last scan. */
public record ReliefFigure(Results results) implements Figure {

    private static final int LEFT = 62;
    private static final int PANEL_WIDTH = 385;
    private static final int PANEL_HEIGHT = 230;
    private static final int HEADER = 26;
    private static final int MOST_COLUMNS = 200;
    /** Heights beyond those of so many of the columns are cut. */
    private static final double OF_COLUMNS = 0.995;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);

    /** Heights about the mean plane, with lithium upwards. */
    private record Surface(float[] rise, int width, int height, double dx, double dy) {
    }

    @Override
    public String id() {
        return "interface-relief";
    }

    @Override
    public String title() {
        return "The interfaces in three dimensions";
    }

    @Override
    public String caption() {
        final List<Surface> surfaces = surfaces();
        final double most = mostUm(surfaces);
        return "Surface of the electrolyte towards the lithium, which is above, about its mean plane. Colours go from −" + NumberText.text(most) + " to +" + NumberText.text(most)
            + " µm, heights are drawn " + NumberText.text(stretch(surfaces)) + " times as large. Parallel projection: the scale bar holds along the plane, across the line of sight.";
    }

    /** Whether there are maps to show. */
    public static boolean applies(final Results results) {
        final ReliefFigure figure = new ReliefFigure(results);
        return figure.mostUm(figure.surfaces()) > 0;
    }

    @Override
    public int width() {
        return LEFT + 2 * PANEL_WIDTH + 12;
    }

    @Override
    public int height() {
        return HEADER + 2 * PANEL_HEIGHT + 26;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final int[] rows = rows();
        final List<Surface> surfaces = surfaces();
        final double most = mostUm(surfaces);
        for (int i = 0; i < surfaces.size(); i++) {
            final Surface surface = surfaces.get(i);
            final int x = LEFT + i / 2 * PANEL_WIDTH;
            final int y = HEADER + i % 2 * PANEL_HEIGHT;
            final ReliefView view = new ReliefView(surface.rise, surface.width, surface.height, surface.dx, surface.dy, stretch(surfaces), most);
            graphics.drawImage(view.picture(2 * PANEL_WIDTH, 2 * PANEL_HEIGHT), x, y, PANEL_WIDTH, PANEL_HEIGHT, null);
            text(graphics, PLAIN, Side.values()[i % 2].key(), 6, y + PANEL_HEIGHT / 2);
            text(graphics, BOLD, NumberText.text(results.series().timesH()[rows[i / 2]]) + " h", x, 17);
            ScaleBar.draw(graphics, LEFT, height() - 8, PANEL_WIDTH / 3.0, 2 * view.umPerPixel(2 * PANEL_WIDTH, 2 * PANEL_HEIGHT));
        }
    }

    private static void text(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(font);
        graphics.drawString(text, x, y);
    }

    private int[] rows() {
        final int[] rows = Arrays.stream(KeyScans.of(results)).filter(row -> Files.isRegularFile(results.files().finishedMaps(results.series().scan(row)))).toArray();
        return rows.length < 2 ? rows : new int[] {rows[0], rows[rows.length - 1]};
    }

    /** Top and bottom of one scan, then of the other. */
    private List<Surface> surfaces() {
        final List<Surface> surfaces = new ArrayList<>();
        for (final int row : rows()) {
            final InterfaceMaps maps = InterfaceMapFiles.read(results.files().finishedMaps(results.series().scan(row)));
            for (final Side side : Side.values()) {
                surfaces.add(surface(maps, side));
            }
        }
        return surfaces;
    }

    /** Every so many columns of a map, without its mean plane. */
    private static Surface surface(final InterfaceMaps maps, final Side side) {
        final int step = 1 + (Math.max(maps.width(), maps.height()) - 1) / MOST_COLUMNS;
        final int width = (maps.width() - 1) / step + 1;
        final int height = (maps.height() - 1) / step + 1;
        final float[] heights = new float[width * height];
        final BestPlane plane = new BestPlane();
        for (int i = 0; i < heights.length; i++) {
            heights[i] = maps.heightUm(side)[i / width * step * maps.width() + i % width * step];
            plane.add(i % width, i / width, heights[i]);
        }
        for (int i = 0; i < heights.length; i++) {
            final double above = plane.heightAt(i % width, i / width) - heights[i];
            heights[i] = (float) (side == Side.TOP ? above : -above);
        }
        return new Surface(heights, width, height, step * maps.voxelSize().xUm(), step * maps.voxelSize().yUm());
    }

    private double mostUm(final List<Surface> surfaces) {
        final double[] sorted = surfaces.stream().flatMapToDouble(surface -> IntStream.range(0, surface.rise.length).mapToDouble(i -> Math.abs(surface.rise[i])))
            .filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (OF_COLUMNS * (sorted.length - 1))];
    }

    private double stretch(final List<Surface> surfaces) {
        return ReliefView.stretch(mostUm(surfaces), surfaces.stream().flatMapToDouble(surface -> DoubleStream.of(surface.width * surface.dx)).min().orElse(1));
    }
}
