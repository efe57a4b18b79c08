package operando.results;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.measure.ContactChange;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;

/**
 * Maps of contact gained, lost and kept between two scans (Lewis et al., Fig. S10): a TIFF with the codes of {@link ContactChange}
 * (0 neither, 1 kept, 2 gained, 3 lost) and a picture in which these have colours that are told apart with every kind of colour blindness.
 */
public final class ContactChangeFiles {

    /** Colours as 0xRRGGBB, by code. */
    private static final int[] COLOURS = {0x222222, 0xF2F2F2, 0x56B4E9, 0xD55E00};

    private ContactChangeFiles() {
    }

    /** The colour of a code as 0xRRGGBB. */
    public static int colour(final byte code) {
        return COLOURS[code];
    }

    /**
     * Writes the map of a change and the picture beside it.
     *
     * @param width pixels along x of the map
     */
    public static void write(final ContactChange change, final int width, final VoxelSize voxelSize, final Path stack) {
        final int height = change.map().length / width;
        try (StackWriter writer = StackWriter.create(stack, width, height, 1, PixelType.UINT8, voxelSize)) {
            writer.write(change.map());
        }
        final BufferedImage image = picture(change.map(), width);
        AtomicFile.write(ResultFiles.pictureOf(stack), unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }

    /** The codes as colours. */
    private static BufferedImage picture(final byte[] codes, final int width) {
        final BufferedImage image = new BufferedImage(width, codes.length / width, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < codes.length; pixel++) {
            image.setRGB(pixel % width, pixel / width, colour(codes[pixel]));
        }
        return image;
    }

    /** How many pixels a map has of each code; empty where there is no such file. */
    public static Optional<long[]> counts(final Path stack) {
        if (!Files.isRegularFile(stack)) {
            return Optional.empty();
        }
        try (Scan scan = ScanFile.open(stack)) {
            final byte[] codes = new byte[scan.width() * scan.height()];
            scan.readSlice(0, codes);
            final long[] counts = new long[COLOURS.length];
            for (final byte code : codes) {
                counts[code]++;
            }
            return Optional.of(counts);
        }
    }
}
