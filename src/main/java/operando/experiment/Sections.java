package operando.experiment;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import operando.engine.WholeFile;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;

/** Cross-sections along x and the stack axis, the same in every scan, in grey and as labels. */
final class Sections {

    /** The parts of the grey values that are shown black and white. */
    private static final double BLACK = 0.002;
    private static final double WHITE = 0.998;

    private final int row;

    /** @param row the y at which to cut */
    Sections(final int row) {
        this.row = row;
    }

    void write(final Scan scan, final String name, final ResultFiles files) {
        final float[] grey = cut(scan);
        final float[] sorted = grey.clone();
        java.util.Arrays.sort(sorted);
        final float black = sorted[(int) (BLACK * (sorted.length - 1))];
        final float white = Math.max(black + Float.MIN_NORMAL, sorted[(int) (WHITE * (sorted.length - 1))]);
        final byte[] pixels = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            pixels[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, (grey[i] - black) / (white - black))));
        }
        write(pixels, scan, files.section(name));
        try (Scan labels = ScanFile.open(files.labels(name))) {
            final float[] values = cut(labels);
            for (int i = 0; i < values.length; i++) {
                pixels[i] = (byte) values[i];
            }
            write(pixels, labels, files.sectionLabels(name));
        }
    }

    private float[] cut(final Scan scan) {
        final float[] cut = new float[scan.width() * scan.depth()];
        final Object pixels = scan.pixelType().newPixels(scan.width());
        for (int z = 0; z < scan.depth(); z++) {
            scan.readRows(z, row, 1, pixels);
            PixelType.toFloat(pixels, 0, scan.width(), cut, z * scan.width());
        }
        return cut;
    }

    private static void write(final byte[] pixels, final Scan scan, final Path file) {
        final BufferedImage image = new BufferedImage(scan.width(), scan.depth(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, scan.width(), scan.depth(), pixels);
        WholeFile.write(file, unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }
}
