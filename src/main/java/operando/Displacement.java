package operando;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import operando.motion.DisplacementField;
import operando.motion.subvolume.PointStatus;

/**
 * The displacement of material points between two scans, on a regular grid. Its images have the axes x, y, z of the grid; the point (i, j, k)
 * lies at {@link #firstUm first} + (i, j, k) · {@link #spacingUm spacing} in the reference, counted from the outer corner of the first voxel.
 * Made by {@link Operando#displace}.
 *
 * @since 0.2.0
 */
public final class Displacement {

    private final DisplacementField field;

    Displacement(final DisplacementField field) {
        this.field = field;
    }

    /**
     * One component of the displacement, µm; NaN where there is none.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     */
    public RandomAccessibleInterval<FloatType> componentUm(final int axis) {
        return image(field.displacementUm()[axis]);
    }

    /**
     * Standard deviation by noise of a component, µm; NaN where there is none.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     */
    public RandomAccessibleInterval<FloatType> errorUm(final int axis) {
        return image(field.errorUm()[axis]);
    }

    /** Zero-mean normalised cross-correlation of each match; 0 where there was none. */
    public RandomAccessibleInterval<FloatType> correlation() {
        return image(field.correlation());
    }

    /** Why a point has a displacement or none: the {@link PointStatus} with this number in its order. */
    public RandomAccessibleInterval<UnsignedByteType> status() {
        final byte[] pixels = new byte[field.size()];
        for (int point = 0; point < pixels.length; point++) {
            pixels[point] = (byte) field.status()[point].ordinal();
        }
        return ArrayImgs.unsignedBytes(pixels, size());
    }

    /** Points along x, y and z. */
    public long[] size() {
        return new long[] {field.grid().countX(), field.grid().countY(), field.grid().countZ()};
    }

    /** Where the first point lies along x, y and z, µm. */
    public double[] firstUm() {
        return new double[] {field.xUm(0), field.yUm(0), field.zUm(0)};
    }

    /** Distance of neighbouring points along x, y and z, µm. */
    public double[] spacingUm() {
        final int spacing = field.grid().spacing();
        return new double[] {spacing * field.voxelSize().xUm(), spacing * field.voxelSize().yUm(), spacing * field.voxelSize().zUm()};
    }

    /** The mean length of the displacement over all points that have one, µm; NaN if there are none. */
    public double meanLengthUm() {
        return field.meanLengthUm();
    }

    private RandomAccessibleInterval<FloatType> image(final float[] values) {
        return ArrayImgs.floats(values.clone(), size());
    }
}
