package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.ScaleBar;
import operando.results.InterfaceMapFiles;
import operando.results.Results;
import operando.series.InterfaceMaps;

/** How thick the voids, or the interphases, of both interfaces are, pixel by pixel, at a few times. */
public record ThicknessMapsFigure(Results results, Layer layer) implements Figure {

    /** What is measured along the stack axis. */
    public enum Layer {
        VOIDS("void-thickness", "Thickness of the voids", "Thickness of the void along the stack axis, sub-voxel, seen along this axis; grey where there is no void. One colour"
            + " scale for all.", Quantity.CONTACT_FRACTION),
        INTERPHASE("interphase-thickness", "Thickness of the interphase", "Thickness of the interphase along the stack axis, sub-voxel, seen along this axis; grey where there"
            + " is no interface. One colour scale for all; what lies above 99 of 100 pixels has its last colour.", Quantity.INTERPHASE_THICKNESS);

        private final String id;
        private final String title;
        private final String caption;
        private final Quantity known;

        Layer(final String id, final String title, final String caption, final Quantity known) {
            this.id = id;
            this.title = title;
            this.caption = caption;
            this.known = known;
        }
    }

    /** The scale ends where so many of the pixels are below: an interphase that is not found in a column goes on through the pellet. */
    private static final double OF_PIXELS = 0.99;

    private static final int LEFT = 62;
    private static final int GAP = 12;
    private static final int LEGEND = 90;
    private static final int HEADER = 26;
    private static final int WIDTH = 860;
    private static final int BAR = 14;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);

    private record Panel(String time, int row, InterfaceMaps maps) {
    }

    private double thicknessUm(final Panel panel, final Side side, final int pixel) {
        if (!results.series().get(panel.row, layer.known.at(side)).isPresent()) {
            return Double.NaN;
        }
        return layer == Layer.VOIDS ? panel.maps.voidThickness(side)[pixel] * panel.maps.voxelSize().zUm() : panel.maps.interphaseUm(side)[pixel];
    }

    @Override
    public String id() {
        return layer.id;
    }

    @Override
    public String title() {
        return layer.title;
    }

    @Override
    public String caption() {
        return layer.caption;
    }

    /** The figures for which there are maps. */
    public static List<Figure> of(final Results results) {
        return Stream.of(Layer.values()).map(layer -> new ThicknessMapsFigure(results, layer)).filter(figure -> figure.mostUm(figure.panels()) > 0).map(Figure.class::cast).toList();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        final List<Panel> panels = panels();
        return HEADER + 2 * (panelHeight(panels) + GAP) + 26;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final List<Panel> panels = panels();
        final ColourScale colours = new ColourScale(0, mostUm(panels));
        for (int i = 0; i < panels.size(); i++) {
            final int x = LEFT + i * (panelWidth(panels) + GAP);
            text(graphics, BOLD, panels.get(i).time, x, 17);
            for (final Side side : Side.values()) {
                final int y = HEADER + side.ordinal() * (panelHeight(panels) + GAP);
                graphics.drawImage(image(panels.get(i), side, colours), x, y, panelWidth(panels), panelHeight(panels), null);
                graphics.setColor(new Color(0x888888));
                graphics.drawRect(x, y, panelWidth(panels), panelHeight(panels));
                text(graphics, PLAIN, side.key(), 6, y + panelHeight(panels) / 2);
            }
        }
        legend(graphics, colours);
        panels.stream().findFirst().ifPresent(panel -> ScaleBar.draw(graphics, LEFT, height() - 8, panelWidth(panels) / 2.0,
            panel.maps.width() * panel.maps.voxelSize().xUm() / panelWidth(panels)));
    }

    /** Where the colours end; 0 where nothing is known. */
    private double mostUm(final List<Panel> panels) {
        final DoubleStream.Builder all = DoubleStream.builder();
        for (final Panel panel : panels) {
            for (final Side side : Side.values()) {
                for (int pixel = 0; pixel < panel.maps.width() * panel.maps.height(); pixel++) {
                    final double thicknessUm = thicknessUm(panel, side, pixel);
                    if (thicknessUm > 0) {
                        all.add(thicknessUm);
                    }
                }
            }
        }
        final double[] sorted = all.build().sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[layer == Layer.VOIDS ? sorted.length - 1 : (int) (OF_PIXELS * (sorted.length - 1))];
    }

    private BufferedImage image(final Panel panel, final Side side, final ColourScale colours) {
        final BufferedImage image = new BufferedImage(panel.maps.width(), panel.maps.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < panel.maps.width() * panel.maps.height(); pixel++) {
            final double thicknessUm = thicknessUm(panel, side, pixel);
            image.setRGB(pixel % panel.maps.width(), pixel / panel.maps.width(), colours.colour(thicknessUm > 0 ? Math.min(thicknessUm, colours.getUpperBound()) : Double.NaN).getRGB());
        }
        return image;
    }

    private void legend(final Graphics2D graphics, final ColourScale colours) {
        final int x = WIDTH - LEGEND;
        text(graphics, PLAIN, "thickness / µm", x, HEADER + 8);
        final int length = 150;
        for (int i = 0; i < length; i++) {
            graphics.setColor(colours.colour(colours.getUpperBound() * (length - 1 - i) / (length - 1)));
            graphics.fillRect(x, HEADER + 20 + i, BAR, 1);
        }
        for (int tick = 0; tick <= 4; tick++) {
            text(graphics, PLAIN, NumberText.text(colours.getUpperBound() * tick / 4), x + BAR + 6, HEADER + 24 + length - tick * length / 4);
        }
    }

    private static void text(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setFont(font);
        graphics.setColor(Palette.INK);
        graphics.drawString(text, x, y);
    }

    private List<Panel> panels() {
        final List<Panel> panels = new ArrayList<>();
        for (final int row : KeyScans.of(results)) {
            final String scan = results.series().scan(row);
            if (Files.isRegularFile(results.files().finishedMaps(scan))) {
                panels.add(new Panel(NumberText.text(results.series().timesH()[row]) + " h", row, InterfaceMapFiles.read(results.files().finishedMaps(scan))));
            }
        }
        return panels;
    }

    private static int panelWidth(final List<Panel> panels) {
        return (WIDTH - LEFT - LEGEND - GAP) / Math.max(2, panels.size()) - GAP;
    }

    private static int panelHeight(final List<Panel> panels) {
        return panels.stream().findFirst().map(panel -> (int) Math.round(panelWidth(panels) * Math.min(2.0,
            panel.maps.height() * panel.maps.voxelSize().yUm() / (panel.maps.width() * panel.maps.voxelSize().xUm())))).orElse(0);
    }
}
