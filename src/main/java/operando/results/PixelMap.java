package operando.results;

import java.nio.file.Path;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;

/**
 * A map of one number a pixel, in a stack of one slice such as those of the results folder.
 *
 * @param file   where it was read, for messages
 * @param width  pixels along x
 * @param height pixels along y
 * @param values x fastest
 */
public record PixelMap(Path file, int width, int height, float[] values) {

    /** @throws InputException if the file is no stack of one slice */
    public static PixelMap read(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            return of(scan, file);
        }
    }

    /**
     * @param name of the scan, for messages
     * @throws InputException if it does not have one slice
     */
    public static PixelMap of(final Scan scan, final Path name) {
        if (scan.depth() != 1) {
            throw new InputException(name.toString(), "it has " + scan.depth() + " slices", "give a map of one slice");
        }
        final Object slice = scan.newSlice();
        scan.readSlice(0, slice);
        final float[] values = new float[scan.width() * scan.height()];
        PixelType.toFloat(slice, 0, values.length, values, 0);
        return new PixelMap(name, scan.width(), scan.height(), values);
    }

    /** Writes a number a pixel as a stack of one slice of 32 bit. */
    public static void write(final int width, final int height, final double pixelXUm, final double pixelYUm, final float[] values, final Path file) {
        try (StackWriter writer = StackWriter.create(file, width, height, 1, PixelType.FLOAT32, new VoxelSize(pixelXUm, pixelYUm, 1))) {
            writer.write(values);
        }
    }

    /** @throws InputException if the file is no map, or one of another size than this */
    public PixelMap another(final Path other) {
        final PixelMap map = read(other);
        if (map.width != width || map.height != height) {
            throw new InputException(other.toString(), "it has " + map.width + " x " + map.height + " pixels and " + file.getFileName() + " has " + width + " x "
                + height, "give maps of one scan, all of one size");
        }
        return map;
    }

    /**
     * The pixels that are set, of a map with 0 and one other value.
     *
     * @throws InputException if there are more values than these two, as in a map of thickness or of greys, or one that is not a number
     */
    public boolean[] isSet() {
        final boolean[] set = new boolean[values.length];
        float other = 0;
        for (int pixel = 0; pixel < set.length; pixel++) {
            final float value = values[pixel];
            if (value != 0) {
                if (Float.isNaN(value) || other != 0 && value != other) {
                    throw new InputException(file.toString(), "pixel (" + pixel % width + ", " + pixel / width + ") is " + value + (other == 0 ? "" : " and others are " + other)
                        + ": this is not a map of yes and no", "give a map with 0 and one other value, such as contact/top_….tif of a results folder");
                }
                other = value;
                set[pixel] = true;
            }
        }
        return set;
    }
}
