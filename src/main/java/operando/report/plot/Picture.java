package operando.report.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import operando.cell.InputException;
import operando.engine.InputFile;

/** Pictures of the results folder, read and scaled. */
public final class Picture {

    private Picture() {
    }

    /** The picture in a file; empty if the scan has none. */
    public static Optional<BufferedImage> read(final Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (final IOException e) {
            throw new InputException(file.toString(), "the picture cannot be read: " + InputFile.reason(e),
                "delete the results folder and run again");
        }
    }

    /** The picture at most {@code edge} pixels wide and high; shrunk by averaging, never enlarged. */
    public static BufferedImage atMost(final BufferedImage image, final int edge) {
        BufferedImage smaller = image;
        while (Math.max(smaller.getWidth(), smaller.getHeight()) > edge) {
            final double factor = Math.max(0.5, (double) edge / Math.max(smaller.getWidth(), smaller.getHeight()));
            final int width = Math.max(1, (int) Math.floor(smaller.getWidth() * factor));
            final int height = Math.max(1, (int) Math.floor(smaller.getHeight() * factor));
            final BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            final Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(smaller, 0, 0, width, height, null);
            graphics.dispose();
            smaller = half;
        }
        return smaller;
    }
}
