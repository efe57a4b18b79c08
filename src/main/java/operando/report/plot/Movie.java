package operando.report.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import operando.engine.AtomicFile;

/** Pictures one after the other, as an animated GIF that every browser plays without end. */
public final class Movie {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private Movie() {
    }

    /** The picture of each time. */
    @FunctionalInterface
    public interface Frames {
        BufferedImage frame(int number) throws IOException;
    }

    /** @param hundredths of a second that a frame is shown */
    public static void write(final int count, final Frames frames, final int hundredths, final Path file) {
        AtomicFile.write(file, unfinished -> {
            final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(unfinished.toFile())) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (int number = 0; number < count; number++) {
                    final BufferedImage image = frames.frame(number);
                    writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, hundredths, number == 0)), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
        });
    }

    private static IIOMetadata metadata(final ImageWriter writer, final BufferedImage image, final int hundredths, final boolean first) throws IOException {
        final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        final IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        final IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        if (first) {
            final IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            final IIOMetadataNode endless = new IIOMetadataNode("ApplicationExtension");
            endless.setAttribute("applicationID", "NETSCAPE");
            endless.setAttribute("authenticationCode", "2.0");
            endless.setUserObject(new byte[] {1, 0, 0});
            extensions.appendChild(endless);
            root.appendChild(extensions);
        }
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
