package operando.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import operando.engine.Cores;
import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.slice.FeatureSettings;
import operando.segment.feature.slice.SliceFeatures;

/**
 * The 76 features that Trainable Weka Segmentation computes for each slice unless told otherwise, ours against its own in
 * the same JVM in turns, slices in parallel on the same threads; first both must give the same numbers. Its classes must be
 * on the class path (they are only called by name); without them only ours is timed. Arguments: side, threads, rounds.
 */
public final class FeatureBenchmark {

    private static final String PEER = "trainableSegmentation.FeatureStack";
    // Of a feature's greatest value; its fourth-order products of second differences agree to four times 5e-5.
    private static final double AGREEMENT = 2e-4;

    private FeatureBenchmark() {
    }

    public static void main(final String[] arguments) throws ReflectiveOperationException {
        final int side = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 128;
        final int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        final int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        final byte[][] slices = slices(side);
        final boolean peer = hasPeer();
        if (peer) {
            compare(slices[0], side);
        }
        try (Cores cores = new Cores(threads)) {
            for (int round = 0; round < rounds; round++) {
                final double ours = seconds(cores, side, z -> ours(slices[z], side));
                final double theirs = peer ? seconds(cores, side, z -> theirs(slices[z], side)) : Double.NaN;
                final double voxels = (double) side * side * side;
                System.out.printf(Locale.ROOT, "round %d: ours %.0f voxels/s, Trainable Weka Segmentation %.0f, ratio %.1f%n", round,
                    voxels / ours, voxels / theirs, theirs / ours);
            }
        }
    }

    private interface Slice {
        Object features(int z) throws ReflectiveOperationException;
    }

    private static double seconds(final Cores cores, final int count, final Slice slice) {
        final long start = System.nanoTime();
        cores.forEach(count, z -> {
            try {
                slice.features(z);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return (System.nanoTime() - start) * 1e-9;
    }

    private static byte[][] slices(final int side) {
        final Random random = new Random(3);
        final byte[][] slices = new byte[side][side * side];
        for (int z = 0; z < side; z++) {
            for (int i = 0; i < side * side; i++) {
                slices[z][i] = (byte) (80 + 60 * Math.sin(i % side * 0.2 + z * 0.1) * Math.cos(i / side * 0.15) + random.nextInt(40));
            }
        }
        return slices;
    }

    private static boolean hasPeer() {
        try {
            Class.forName(PEER);
            return true;
        } catch (final ClassNotFoundException e) {
            return false;
        }
    }

    private static float[][] ours(final byte[] slice, final int side) {
        final float[] grey = new float[slice.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = slice[i] & 0xff;
        }
        return SliceFeatures.of(FeatureSettings.defaults())
            .of(new VoxelBlock(0, 0, 0, side, side, 1, 0, 0, 0, new GreyVolume(side, side, 1, grey)));
    }

    private static Object theirs(final byte[] slice, final int side) throws ReflectiveOperationException {
        final Class<?> type = Class.forName(PEER);
        final Object stack = type.getConstructor(ImagePlus.class).newInstance(new ImagePlus("slice", new ByteProcessor(side, side, slice)));
        final boolean[] enabled = new boolean[20];
        Arrays.fill(enabled, 0, 5, true);
        type.getMethod("setEnabledFeatures", boolean[].class).invoke(stack, (Object) enabled);
        type.getMethod("setMinimumSigma", float.class).invoke(stack, 1f);
        type.getMethod("setMaximumSigma", float.class).invoke(stack, 16f);
        type.getMethod("setMembranePatchSize", int.class).invoke(stack, 19);
        type.getMethod("setMembraneSize", int.class).invoke(stack, 1);
        type.getMethod("updateFeaturesST").invoke(stack);
        return stack;
    }

    private static void compare(final byte[] slice, final int side) throws ReflectiveOperationException {
        final Object stack = theirs(slice, side);
        final Map<String, float[]> expected = new TreeMap<>();
        final int size = (Integer) stack.getClass().getMethod("getSize").invoke(stack);
        for (int i = 1; i <= size; i++) {
            final ImageProcessor processor = (ImageProcessor) stack.getClass().getMethod("getProcessor", int.class).invoke(stack, i);
            expected.put((String) stack.getClass().getMethod("getSliceLabel", int.class).invoke(stack, i), (float[]) processor.getPixels());
        }
        final List<String> names = FeatureSettings.defaults().names();
        final float[][] found = ours(slice, side);
        for (int f = 0; f < found.length; f++) {
            final double off = greatestDifference(found[f], expected.get(names.get(f)));
            // Angles are exact only where the axes differ.
            if (!names.get(f).startsWith("Hessian_Orientation") && !(off <= AGREEMENT)) {
                throw new IllegalStateException(names.get(f) + " differs by " + off + " of its greatest value");
            }
        }
        System.out.printf(Locale.ROOT, "%d features of %d agree%n", found.length, size);
    }

    private static double greatestDifference(final float[] ours, final float[] theirs) {
        double difference = 0;
        double greatest = Double.MIN_NORMAL;
        for (int i = 0; i < ours.length; i++) {
            difference = Math.max(difference, Math.abs((double) ours[i] - theirs[i]));
            greatest = Math.max(greatest, Math.abs(theirs[i]));
        }
        return difference / greatest;
    }
}
