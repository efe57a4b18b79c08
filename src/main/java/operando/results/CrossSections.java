package operando.results;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import operando.engine.AtomicFile;
import operando.scan.Scan;
import operando.scan.ScanFile;

/** Cross-sections along x and the stack axis, the same in every scan, in grey and as labels. */
public final class CrossSections {

    private final int row;

    /** @param row the y at which to cut */
    public CrossSections(final int row) {
        this.row = row;
    }

    /** Writes both pictures of a scan whose labels are written. */
    public void write(final Scan scan, final String name, final ResultFiles files) {
        write(GreySection.of(scan, row), files.section(name));
        try (Scan labels = ScanFile.open(files.labels(name))) {
            final byte[] pixels = new byte[labels.width() * labels.depth()];
            final float[] values = GreySection.cut(labels, row);
            for (int i = 0; i < values.length; i++) {
                pixels[i] = (byte) values[i];
            }
            write(GreySection.image(pixels, labels), files.sectionLabels(name));
        }
    }

    private static void write(final BufferedImage image, final Path file) {
        AtomicFile.write(file, unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }
}
