package operando.segment.learn.origin;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * What an image is like, or several are: how its grey values are stored, the range of them, the size of its voxels.
 *
 * @param pixels how grey values are stored, each kind once
 * @param dark   the grey value that 1 % of an image is below: least and largest over the images
 * @param bright the grey value that 1 % of an image is above, likewise
 * @param voxels the sizes of voxels, each once; none where no image says its own
 */
public record ImageKind(List<PixelType> pixels, Range dark, Range bright, List<VoxelSize> voxels) implements Serializable {

    /** From one number to another. */
    public record Range(double from, double to) implements Serializable {

        private Range with(final Range other) {
            return new Range(Math.min(from, other.from), Math.max(to, other.to));
        }

        private boolean isNear(final Range other, final double distance) {
            return other.from >= from - distance && other.to <= to + distance;
        }

        private String text() {
            return from == to ? digits(from) : digits(from) + " to " + digits(to);
        }
    }

    private static final double SHARE = 0.01;
    private static final int MOST_SLICES = 24;
    private static final int MOST_OF_SLICE = 20_000;
    // Of the range of greys trained on. Scans of one series, taken with one setting, differ by a few percent.
    private static final double SAME_GREY = 0.15;
    private static final double SAME_VOXEL = 0.02;

    public ImageKind {
        pixels = List.copyOf(pixels);
        voxels = List.copyOf(voxels);
    }

    /**
     * Looks at voxels spread evenly over at most {@value #MOST_SLICES} slices.
     *
     * @throws operando.cell.InputException if a slice cannot be read
     */
    public static ImageKind of(final Scan scan) {
        final int slices = Math.min(scan.depth(), MOST_SLICES);
        final float[] slice = new float[scan.width() * scan.height()];
        final int step = Math.max(1, slice.length / MOST_OF_SLICE);
        final float[] greys = new float[slices * ((slice.length + step - 1) / step)];
        int count = 0;
        for (int k = 0; k < slices; k++) {
            scan.readBlock(0, 0, (int) ((k + 0.5) * scan.depth() / slices), scan.width(), scan.height(), 1, slice);
            for (int i = 0; i < slice.length; i += step) {
                if (!Float.isNaN(slice[i])) {
                    greys[count++] = slice[i];
                }
            }
        }
        Arrays.sort(greys, 0, count);
        final double low = count == 0 ? 0 : greys[(int) (SHARE * (count - 1))];
        final double high = count == 0 ? 0 : greys[(int) Math.ceil((1 - SHARE) * (count - 1))];
        return new ImageKind(List.of(scan.pixelType()), new Range(low, low), new Range(high, high), scan.voxelSize().map(List::of).orElse(List.of()));
    }

    /** What images of both kinds are like. */
    public ImageKind with(final ImageKind other) {
        final TreeSet<PixelType> all = new TreeSet<>(pixels);
        all.addAll(other.pixels);
        final List<VoxelSize> sizes = new ArrayList<>(voxels);
        other.voxels.stream().filter(size -> sizes.stream().noneMatch(size::isSame)).forEach(sizes::add);
        return new ImageKind(List.copyOf(all), dark.with(other.dark), bright.with(other.bright), sizes);
    }

    /** In what an image differs from these, a sentence each; none where it is like them as far as that can be told. */
    public List<String> differences(final ImageKind image) {
        final List<String> found = new ArrayList<>();
        if (!pixels.containsAll(image.pixels)) {
            found.add("its grey values are " + names(image.pixels) + ", those trained on are " + names(pixels));
        }
        final double near = SAME_GREY * Math.max(bright.to - dark.from, Double.MIN_NORMAL);
        if (!dark.isNear(image.dark, near) || !bright.isNear(image.bright, near)) {
            found.add("its grey values lie between " + image.dark.text() + " and " + image.bright.text() + ", those trained on between " + dark.text()
                + " and " + bright.text() + " (1 % is below, 1 % above)");
        }
        if (!voxels.isEmpty() && !image.voxels.isEmpty() && image.voxels.stream().anyMatch(size -> voxels.stream().noneMatch(known -> isNear(size, known)))) {
            found.add("its voxels are " + sizes(image.voxels) + ", those trained on " + sizes(voxels));
        }
        return found;
    }

    private static boolean isNear(final VoxelSize one, final VoxelSize other) {
        return Math.abs(one.xUm() / other.xUm() - 1) <= SAME_VOXEL && Math.abs(one.yUm() / other.yUm() - 1) <= SAME_VOXEL
            && Math.abs(one.zUm() / other.zUm() - 1) <= SAME_VOXEL;
    }

    /** In words. */
    public String text() {
        return names(pixels) + ", grey values between " + dark.text() + " and " + bright.text()
            + (voxels.isEmpty() ? ", voxels of unknown size" : ", voxels of " + sizes(voxels));
    }

    private static String names(final List<PixelType> pixels) {
        return String.join(" and ", pixels.stream().map(PixelType::displayName).toList());
    }

    private static String sizes(final List<VoxelSize> sizes) {
        return String.join(" or ", sizes.stream().map(size -> digits(size.xUm()) + " x " + digits(size.yUm()) + " x " + digits(size.zUm()) + " µm").toList());
    }

    private static String digits(final double number) {
        return String.format(Locale.ROOT, "%.4g", number).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
    }
}
