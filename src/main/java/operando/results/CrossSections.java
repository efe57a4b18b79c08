package operando.results;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import operando.engine.AtomicFile;
import operando.scan.Scan;
import operando.scan.ScanFile;

/** Cross-sections along x and the stack axis, the same in every scan, in grey and as labels, and a histogram of the grey values in them. */
public final class CrossSections {

    private final int row;

    /** @param row the y of the chief cross-section; the others lie at the quarters of y */
    public CrossSections(final int row) {
        this.row = row;
    }

    /** Writes the pictures of a scan whose labels are written, and the histogram. */
    public void write(final Scan scan, final String name, final ResultFiles files) {
        final List<float[]> grey = new ArrayList<>();
        grey.add(write(scan, row, files.section(name)));
        try (Scan labels = ScanFile.open(files.labels(name))) {
            writeLabels(labels, row, files.sectionLabels(name));
            for (int quarter = 1; quarter < ResultFiles.QUARTERS; quarter++) {
                final int at = scan.height() * quarter / ResultFiles.QUARTERS;
                grey.add(write(scan, at, files.section(name, quarter)));
                writeLabels(labels, at, files.sectionLabels(name, quarter));
            }
        }
        GreyHistogram.of(grey).write(files.histogram(name));
    }

    private static float[] write(final Scan scan, final int at, final Path file) {
        final float[] grey = GreySection.cut(scan, at);
        write(GreySection.of(scan, grey), file);
        return grey;
    }

    private static void writeLabels(final Scan labels, final int at, final Path file) {
        final byte[] pixels = new byte[labels.width() * labels.depth()];
        final float[] values = GreySection.cut(labels, at);
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
        }
        write(GreySection.image(pixels, labels), file);
    }

    private static void write(final BufferedImage image, final Path file) {
        AtomicFile.write(file, unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }
}
