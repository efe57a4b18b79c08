package operando.report.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import operando.engine.AtomicFile;
import org.jfree.svg.SVGGraphics2D;

/** Draws a figure into PNG and SVG files. */
public final class FigureFiles {

    private static final int PIXELS_PER_POINT = 2;

    private FigureFiles() {
    }

    /**
     * Writes ID.png and ID.svg; both or none.
     *
     * @return the content of the PNG file
     */
    public static byte[] write(final Figure figure, final Path folder) {
        final byte[] png = png(figure);
        final String svg = svg(figure);
        AtomicFile.write(of(figure, folder).get(0), file -> Files.write(file, png));
        AtomicFile.write(of(figure, folder).get(1), file -> Files.writeString(file, svg));
        return png;
    }

    /** The files of a figure: ID.png and ID.svg. */
    public static List<Path> of(final Figure figure, final Path folder) {
        return List.of(folder.resolve(figure.id() + ".png"), folder.resolve(figure.id() + ".svg"));
    }

    /** The content of a PNG file. */
    public static byte[] png(final Figure figure) {
        final BufferedImage image = new BufferedImage(figure.width() * PIXELS_PER_POINT,
            figure.height() * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.draw(graphics);
        graphics.dispose();
        return bytes(image);
    }

    public static byte[] bytes(final BufferedImage image) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static String svg(final Figure figure) {
        final SVGGraphics2D graphics = new SVGGraphics2D(figure.width(), figure.height());
        // Not a time as by default: the same figure is the same file.
        graphics.setDefsKeyPrefix(figure.id() + "-");
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, figure.width(), figure.height());
        figure.draw(graphics);
        return graphics.getSVGDocument();
    }
}
