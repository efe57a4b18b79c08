package operando.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.text.CsvTable;

/**
 * A box or disc to which measures are restricted, as it lies in the first scan; in later scans it follows the cell.
 *
 * @param disc    whether it is a disc
 * @param inUm    whether its numbers are in µm; otherwise in voxels
 * @param numbers of a box x, y (and z) of two corners; of a disc x, y of its middle, its diameter (and from which z to which); all from the
 *                outer corner of the first voxel, z along the stack axis
 */
public record RegionOfInterest(boolean disc, boolean inUm, List<Double> numbers) {

    /** The keys under which a region can be given. */
    static final List<String> KEYS = List.of("box_um", "box_voxels", "disc_um", "disc_voxels");

    private static final String MEND = "give box_um: [x, y, x, y] or [x, y, z, x, y, z] of two corners, or disc_um: [x, y, diameter] or [x, y, diameter, z, z]; in µm or, with"
        + " box_voxels and disc_voxels, in voxels";

    public RegionOfInterest {
        numbers = List.copyOf(numbers);
        final boolean fits = disc ? numbers.size() == 3 || numbers.size() == 5 : numbers.size() == 4 || numbers.size() == 6;
        if (!fits || numbers.stream().anyMatch(number -> !Double.isFinite(number) || number < 0)) {
            throw new InputException("region of interest", numbers + " is no " + (disc ? "disc" : "box"), MEND);
        }
    }

    /** @throws InputException if the key is none of {@link #KEYS} or the numbers do not fit it */
    static RegionOfInterest of(final String key, final List<Double> numbers) {
        if (!KEYS.contains(key)) {
            throw new InputException("region of interest", "'" + key + "' is not known", MEND);
        }
        final RegionOfInterest region = new RegionOfInterest(key.startsWith("disc"), key.endsWith("um"), numbers);
        for (int axis = 0; axis < 3; axis++) {
            final double[] ends = region.ends(axis);
            if (ends.length > 0 && !(ends[1] > ends[0] && ends[0] >= 0)) {
                throw new InputException("region of interest", "it has no extent inside of the scan along " + "xyz".charAt(axis), MEND);
            }
        }
        return region;
    }

    /**
     * A region from a user's words, such as {@code box_um=100,100,440,440}.
     *
     * @throws InputException if it is none
     */
    public static RegionOfInterest of(final String text) {
        final String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*[=:]\\s*", 2);
        try {
            return of(parts[0], parts.length < 2 ? List.of() : Arrays.stream(parts[1].split("\\s*[,;\\s]\\s*")).map(Double::valueOf).toList());
        } catch (final NumberFormatException e) {
            throw new InputException("region of interest", "'" + text + "' holds what is no number", MEND);
        }
    }

    /** Where it begins and ends along an axis (0 is x), voxels; nothing along z if it has no ends there. */
    double[] ends(final int axis, final VoxelSize voxel) {
        final double edge = !inUm ? 1 : axis == 0 ? voxel.xUm() : axis == 1 ? voxel.yUm() : voxel.zUm();
        return Arrays.stream(ends(axis)).map(end -> end / edge).toArray();
    }

    private double[] ends(final int axis) {
        if (disc) {
            final double radius = numbers.get(2) / 2;
            return axis < 2 ? new double[] {numbers.get(axis) - radius, numbers.get(axis) + radius}
                : numbers.size() == 5 ? new double[] {numbers.get(3), numbers.get(4)} : new double[0];
        }
        final int axes = numbers.size() / 2;
        return axis < axes ? new double[] {numbers.get(axis), numbers.get(axis + axes)} : new double[0];
    }

    /** As {@link #of(String)} reads it. */
    @Override
    public String toString() {
        return (disc ? "disc" : "box") + (inUm ? "_um" : "_voxels") + "=" + String.join(",", numbers.stream().map(CsvTable::text).toList());
    }
}
