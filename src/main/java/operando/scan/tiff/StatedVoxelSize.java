package operando.scan.tiff;

import java.io.IOException;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.LengthUnit;

/**
 * The voxel size that a TIFF file states. ImageJ's description comes first, then OME-XML's, then the resolution tags.
 * A file that states only the size of a pixel is taken to have cubic voxels (z as x), except that ImageJ leaves the
 * spacing of a stack out when it is exactly one unit. The resolutions that programs write when they know none (72 dots
 * per inch and the like) state nothing.
 */
final class StatedVoxelSize {

    private static final double[] PRINT_DOTS_PER_INCH = {1, 72, 96, 100, 120, 150, 180, 200, 240, 300, 600};
    private static final double UM_PER_INCH = 25400;
    private static final double UM_PER_CM = 10000;

    private StatedVoxelSize() {
    }

    static Optional<VoxelSize> of(final TiffDirectory directory, final StackDescription description)
        throws IOException {
        final double x = directory.reciprocal(TiffDirectory.X_RESOLUTION);
        final double y = directory.reciprocal(TiffDirectory.Y_RESOLUTION);
        final Optional<VoxelSize> described = ofImageJ(description, x, y).or(() -> ofOme(description));
        return described.isPresent() ? described
            : ofTags(x, y, (int) directory.number(TiffDirectory.RESOLUTION_UNIT, 2));
    }

    private static Optional<VoxelSize> ofImageJ(final StackDescription description, final double x, final double y) {
        final double unit = LengthUnit.micrometres(description.imageJ("unit"));
        final double yUnit = unitOr(description.imageJ("yunit"), unit);
        final double zUnit = unitOr(description.imageJ("zunit"), unit);
        final double spacing = StackDescription.number(description.imageJ("spacing"),
            description.images() > 1 ? 1 : x * unit / zUnit);
        return size(x * unit, y * yUnit, Math.abs(spacing) * zUnit);
    }

    private static Optional<VoxelSize> ofOme(final StackDescription description) {
        final double x = omeLength(description, "PhysicalSizeX", Double.NaN);
        return size(x, omeLength(description, "PhysicalSizeY", x), omeLength(description, "PhysicalSizeZ", x));
    }

    private static double omeLength(final StackDescription description, final String key, final double otherwiseUm) {
        final double length = StackDescription.number(description.ome(key), Double.NaN);
        return Double.isNaN(length) ? otherwiseUm : length * unitOr(description.ome(key + "Unit"), 1);
    }

    private static Optional<VoxelSize> ofTags(final double x, final double y, final int resolutionUnit) {
        final double unit = resolutionUnit == 2 ? UM_PER_INCH : resolutionUnit == 3 ? UM_PER_CM : Double.NaN;
        final double dotsPerInch = UM_PER_INCH / (x * unit);
        for (final double print : PRINT_DOTS_PER_INCH) {
            if (Math.abs(dotsPerInch / print - 1) < 1e-3) {
                return Optional.empty();
            }
        }
        return x == 1 ? Optional.empty() : size(x * unit, y * unit, x * unit);
    }

    private static Optional<VoxelSize> size(final double xUm, final double yUm, final double zUm) {
        final boolean stated = xUm > 0 && yUm > 0 && zUm > 0 && xUm + yUm + zUm < Double.POSITIVE_INFINITY;
        return stated ? Optional.of(new VoxelSize(xUm, yUm, zUm)) : Optional.empty();
    }

    private static double unitOr(final String unit, final double otherwiseUm) {
        return unit.isEmpty() ? otherwiseUm : LengthUnit.micrometres(unit);
    }
}
