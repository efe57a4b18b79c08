package operando.scan.imglib2;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.Volatile;
import net.imglib2.blocks.BlockInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * An image of ImgLib2 as a scan: its axes are x, y and z, the stack axis, wherever its corner lies; an image of two axes is one slice. 8- and
 * 16-bit unsigned and 32-bit float voxels stay what they are, other real ones become 32-bit float. Views (crops, permutations, converters) are
 * read through {@link PrimitiveBlocks}, in whole rows where they allow it, by several threads at a time.
 *
 * <pre>
 * Scan scan = ImageAsScan.of("cropped", Views.interval(image, min, max), Optional.of(VoxelSize.cubic(1.7)));
 * </pre>
 */
public final class ImageAsScan implements Scan {

    private static final double LARGEST_WHOLE_DOUBLE = 1L << 53;
    private static final int LABELS = 256;

    private final String name;
    private final Optional<VoxelSize> voxelSize;
    private final Interval bounds;
    private final PixelType pixelType;
    private final PrimitiveBlocks<?> blocks;

    private <T extends NativeType<T>> ImageAsScan(final String name, final RandomAccessibleInterval<T> image, final PixelType pixelType,
        final Optional<VoxelSize> voxelSize) {
        this.name = name;
        this.voxelSize = voxelSize;
        this.bounds = image;
        this.pixelType = pixelType;
        this.blocks = PrimitiveBlocks.of(image, OnFallback.ACCEPT).threadSafe();
    }

    /**
     * A scan of grey values.
     *
     * @throws InputException if the image has not two or three axes, is too large for one scan, or is not of real type. Reading it throws one
     *                        at a value that a 32-bit float cannot stand for: a whole number above 16 777 216 that it would round, or one that
     *                        is beyond its range
     */
    public static Scan of(final String name, final RandomAccessibleInterval<?> image, final Optional<VoxelSize> voxelSize) {
        final Object type = checked(name, image);
        if (type instanceof UnsignedByteType) {
            return new ImageAsScan(name, ImageAsScan.<UnsignedByteType>typed(image), PixelType.UINT8, voxelSize);
        }
        if (type instanceof UnsignedShortType) {
            return new ImageAsScan(name, ImageAsScan.<UnsignedShortType>typed(image), PixelType.UINT16, voxelSize);
        }
        if (type instanceof FloatType) {
            return new ImageAsScan(name, ImageAsScan.<FloatType>typed(image), PixelType.FLOAT32, voxelSize);
        }
        final Converter<RealType<?>, FloatType> converter = type instanceof IntegerType
            ? (from, to) -> to.set(wholeFloat(name, from.getRealDouble())) : (from, to) -> to.set(realFloat(name, from.getRealDouble()));
        return new ImageAsScan(name, Converters.convert(ImageAsScan.<RealType<?>>typed(image), converter, new FloatType()), PixelType.FLOAT32, voxelSize);
    }

    /**
     * A scan of 8-bit labels from an image of any type of whole numbers.
     *
     * @throws InputException as {@link #of} throws it, or if the image's type is not one of whole numbers. Reading it throws one at a label
     *                        that is not between 0 and 255
     */
    public static Scan ofLabels(final String name, final RandomAccessibleInterval<?> image, final Optional<VoxelSize> voxelSize) {
        final Object type = checked(name, image);
        if (type instanceof UnsignedByteType) {
            return of(name, image, voxelSize);
        }
        if (!(type instanceof IntegerType)) {
            throw new InputException(name, "its voxels are " + typeName(type) + ", and labels are whole numbers", "convert it to an integer type");
        }
        final Converter<IntegerType<?>, UnsignedByteType> converter = (from, to) -> to.set(label(name, from.getIntegerLong()));
        return new ImageAsScan(name, Converters.convert(ImageAsScan.<IntegerType<?>>typed(image), converter, new UnsignedByteType()), PixelType.UINT8,
            voxelSize);
    }

    @SuppressWarnings("unchecked")
    private static <T> RandomAccessibleInterval<T> typed(final RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<T>) image;
    }

    /** The type of the image's voxels, if it can be a scan. */
    private static Object checked(final String name, final RandomAccessibleInterval<?> image) {
        final int axes = image.numDimensions();
        if (axes != 2 && axes != 3) {
            throw new InputException(name, "an image of " + axes + " axes is no scan", "give the x, y and z of one channel and time point (Views.hyperSlice)");
        }
        long slice = 1;
        for (int axis = 0; axis < axes; axis++) {
            slice *= axis < 2 ? image.dimension(axis) : 1;
            if (image.dimension(axis) < 1 || image.dimension(axis) > Integer.MAX_VALUE || slice > Integer.MAX_VALUE) {
                throw new InputException(name, image.dimension(axis) + " voxels along axis " + axis + " are not possible",
                    "give an image with voxels, and at most " + Integer.MAX_VALUE + " of them in a slice");
            }
        }
        final Object type = image.getType();
        if (type instanceof Volatile) {
            throw new InputException(name, "a volatile image has voxels that may not be loaded yet", "give the image that it is a view of");
        }
        if (!(type instanceof RealType)) {
            throw new InputException(name, "its voxels are " + typeName(type) + " and not grey values", "convert it to 8-bit, 16-bit or 32-bit grey");
        }
        return type;
    }

    private static String typeName(final Object type) {
        return type.getClass().getSimpleName();
    }

    private static float wholeFloat(final String name, final double value) {
        if ((float) value != value || Math.abs(value) > LARGEST_WHOLE_DOUBLE) {
            throw new InputException(name, String.format(Locale.ROOT, "the value %.0f would be rounded to a 32-bit float", value),
                "subtract an offset or scale the image first");
        }
        return (float) value;
    }

    private static float realFloat(final String name, final double value) {
        if (Double.isFinite(value) && Math.abs(value) > Float.MAX_VALUE) {
            throw new InputException(name, "the value " + value + " is beyond the range of a 32-bit float", "scale the image first");
        }
        return (float) value;
    }

    private static int label(final String name, final long value) {
        if (value < 0 || value >= LABELS) {
            throw new InputException(name, "the label " + value + " is not between 0 and 255", "number the labels anew");
        }
        return (int) value;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return (int) bounds.dimension(0);
    }

    @Override
    public int height() {
        return (int) bounds.dimension(1);
    }

    @Override
    public int depth() {
        return bounds.numDimensions() == 2 ? 1 : (int) bounds.dimension(2);
    }

    @Override
    public PixelType pixelType() {
        return pixelType;
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return voxelSize;
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        read(0, 0, z, width(), height(), 1, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        read(0, y, z, width(), rows, 1, pixels);
    }

    @Override
    public void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth, final float[] grey) {
        if (pixelType == PixelType.FLOAT32) {
            read(x, y, z, width, height, depth, grey);
        } else {
            final Object pixels = pixelType.newPixels(width * height * depth);
            read(x, y, z, width, height, depth, pixels);
            PixelType.toFloat(pixels, 0, width * height * depth, grey, 0);
        }
    }

    private void read(final int x, final int y, final int z, final int width, final int height, final int depth, final Object pixels) {
        Objects.checkFromIndexSize(x, width, width());
        Objects.checkFromIndexSize(y, height, height());
        Objects.checkFromIndexSize(z, depth, depth());
        final boolean flat = bounds.numDimensions() == 2;
        final long[] min = flat ? new long[] {bounds.min(0) + x, bounds.min(1) + y} : new long[] {bounds.min(0) + x, bounds.min(1) + y, bounds.min(2) + z};
        blocks.copy(BlockInterval.wrap(min, flat ? new int[] {width, height} : new int[] {width, height, depth}), pixels);
    }
}
