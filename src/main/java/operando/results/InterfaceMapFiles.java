package operando.results;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.series.InterfaceMaps;

/** Writes and reads the maps of both interfaces of a scan. */
public final class InterfaceMapFiles {

    private static final int MAPS = 5;
    /** Version 0.1 wrote no interphase. */
    private static final int MAPS_BEFORE = 4;

    private InterfaceMapFiles() {
    }

    /** Writes the contact of a side as a stack of one slice and as a picture: 255 in contact, 0 not. */
    public static void writeContact(final InterfaceMaps maps, final Side side, final Path stack, final Path picture) {
        final byte[] pixels = maps.contact(side);
        try (StackWriter writer = StackWriter.create(stack, maps.width(), maps.height(), 1, PixelType.UINT8, maps.voxelSize())) {
            writer.write(pixels);
        }
        final BufferedImage image = new BufferedImage(maps.width(), maps.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, maps.width(), maps.height(), pixels);
        AtomicFile.write(picture, unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }

    /** Writes the maps as a stack of ten: contact, void thickness, height, the collector's height and the interphase's thickness at the top, the same at the bottom. */
    public static void write(final InterfaceMaps maps, final Path file) {
        try (StackWriter writer = StackWriter.create(file, maps.width(), maps.height(), 2 * MAPS, PixelType.FLOAT32, maps.voxelSize())) {
            for (final Side side : Side.values()) {
                final float[] contact = new float[maps.width() * maps.height()];
                PixelType.toFloat(maps.contact(side), 0, contact.length, contact, 0);
                writer.write(contact);
                writer.write(maps.voidThickness(side));
                writer.write(maps.heightUm(side));
                writer.write(maps.collectorUm(side));
                writer.write(maps.interphaseUm(side));
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InputException if the file is no such stack
     */
    public static InterfaceMaps read(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            final VoxelSize voxelSize = scan.voxelSize().filter(size -> scan.depth() == 2 * MAPS || scan.depth() == 2 * MAPS_BEFORE).orElseThrow(() -> new InputException(
                file.toString(), "is not a stack of the maps of two interfaces", "run again without --resume"));
            final int columns = scan.width() * scan.height();
            final byte[][] contact = new byte[2][columns];
            final float[][] voids = new float[2][columns];
            final float[][] heights = new float[2][columns];
            final float[][] collectors = new float[2][columns];
            final float[][] interphases = new float[2][columns];
            final float[] slice = new float[columns];
            final int maps = scan.depth() / 2;
            for (int side = 0; side < 2; side++) {
                scan.readSlice(maps * side, slice);
                for (int column = 0; column < columns; column++) {
                    contact[side][column] = (byte) slice[column];
                }
                scan.readSlice(maps * side + 1, voids[side]);
                scan.readSlice(maps * side + 2, heights[side]);
                scan.readSlice(maps * side + 3, collectors[side]);
                if (maps == MAPS) {
                    scan.readSlice(maps * side + 4, interphases[side]);
                } else {
                    Arrays.fill(interphases[side], Float.NaN);
                }
            }
            return new InterfaceMaps(scan.width(), scan.height(), voxelSize, contact, voids, heights, collectors, interphases);
        }
    }
}
