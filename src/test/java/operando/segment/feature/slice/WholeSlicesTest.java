package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.NaNCheckedScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2-D features that depend on the whole slice. */
class WholeSlicesTest {

    private static final int WIDTH = 53;
    private static final int HEIGHT = 47;
    private static final int DEPTH = 5;

    /** Discs in noise, with another range of greys in every slice. */
    private static Scan scan(final PixelType type) {
        final Random random = new Random(11);
        final List<Object> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final Object pixels = type.newPixels(WIDTH * HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                final int x = i % WIDTH - 20 - z;
                final int y = i / WIDTH - 22;
                set(pixels, i, (x * x + y * y < 130 ? 90 : 30) + random.nextInt(50 + 20 * z));
            }
            slices.add(pixels);
        }
        return new MemoryScan("discs", WIDTH, HEIGHT, slices, Optional.of(VoxelSize.cubic(1)));
    }

    private static void set(final Object pixels, final int at, final int grey) {
        if (pixels instanceof byte[] bytes) {
            bytes[at] = (byte) grey;
        } else if (pixels instanceof short[] shorts) {
            shorts[at] = (short) (300 * grey);
        } else {
            ((float[]) pixels)[at] = grey / 17f;
        }
    }

    private static float[] slice(final Scan scan, final int z) {
        final float[] grey = new float[WIDTH * HEIGHT];
        scan.readBlock(0, 0, z, WIDTH, HEIGHT, 1, grey);
        return grey;
    }

    private static float[][] wholeSlice(final Scan scan, final VoxelFeatures features, final int z) {
        return features.of(VoxelBlock.read(scan, 0, 0, z, WIDTH, HEIGHT, 1, features.reach(), 0));
    }

    /** 0 to 255 from the least to the greatest grey, rounded. */
    private static int[] scaled(final float[] grey, final float[] rangeOf) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (final float one : rangeOf) {
            least = Math.min(least, one);
            greatest = Math.max(greatest, one);
        }
        final int[] scaled = new int[grey.length];
        for (int i = 0; i < scaled.length; i++) {
            final double part = (grey[i] - least) / (greatest - least);
            scaled[i] = (int) Math.round(255 * Math.max(0, Math.min(1, part)));
        }
        return scaled;
    }

    /** The cover by the pixels above and to the left, then by those below and to the right, written out place by place. */
    private static float[] belowCover(final int[] grey, final int slope) {
        final int diagonal = (int) (slope * 1.41421);
        final int[] cover = grey.clone();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                cover[y * WIDTH + x] = IntStream.of(cover[y * WIDTH + x], x == 0 ? 0 : at(cover, x - 1, y) - slope,
                    x == 0 ? 0 : at(cover, x - 1, y - 1) - diagonal, at(cover, x, y - 1) - slope, at(cover, x + 1, y - 1) - diagonal).max().getAsInt();
            }
        }
        for (int y = HEIGHT - 1; y >= 0; y--) {
            for (int x = WIDTH - 1; x >= 0; x--) {
                final boolean first = x == WIDTH - 1;
                cover[y * WIDTH + x] = IntStream.of(cover[y * WIDTH + x], first ? 0 : at(cover, x + 1, y) - slope,
                    first ? 0 : at(cover, x + 1, y + 1) - diagonal, at(cover, x, y + 1) - slope, at(cover, x - 1, y + 1) - diagonal).max().getAsInt();
            }
        }
        final float[] below = new float[grey.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = grey[i] - cover[i] + 255;
        }
        return below;
    }

    private static int at(final int[] values, final int x, final int y) {
        return values[Math.max(0, Math.min(HEIGHT - 1, y)) * WIDTH + Math.max(0, Math.min(WIDTH - 1, x))];
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void lipschitzFeaturesAreDepthsBelowCoversOfTheWholeSlice(final PixelType type) {
        final Scan scan = scan(type);
        final SliceFeatures features = SliceFeatures.of(FeatureSettings.of(EnumSet.of(FeatureGroup.LIPSCHITZ)));
        assertEquals(List.of("original", "Lipschitz_true_true_5.0", "Lipschitz_true_true_10.0", "Lipschitz_true_true_15.0",
            "Lipschitz_true_true_20.0", "Lipschitz_true_true_25.0"), features.names());
        try (Cores cores = new Cores(2)) {
            final VoxelFeatures ready = features.on(scan, cores, Progress.SILENT);
            for (int z = 0; z < DEPTH; z++) {
                final float[] grey = slice(scan, z);
                // Floating-point scans are shown by ImageJ with the range of their first slice.
                final int[] bytes = scaled(grey, type == PixelType.FLOAT32 ? slice(scan, 0) : grey);
                final float[][] found = wholeSlice(scan, ready, z);
                for (int s = 1; s <= 5; s++) {
                    assertArrayEquals(belowCover(bytes, 5 * s), found[s], features.names().get(s));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void noCutIntoBlocksAndNoNumberOfThreadsChangesAFeature(final int threads) {
        final Scan scan = scan(PixelType.FLOAT32);
        final SliceFeatures features = SliceFeatures.of(new FeatureSettings(EnumSet.allOf(FeatureGroup.class), 1, 2, 1, 7));
        try (Cores cores = new Cores(threads)) {
            final float[][][] whole = new float[DEPTH][][];
            final VoxelFeatures once = features.on(scan, cores, Progress.SILENT);
            for (int z = 0; z < DEPTH; z++) {
                whole[z] = wholeSlice(scan, once, z);
            }
            final VoxelFeatures ready = features.on(scan, cores, Progress.SILENT);
            final int side = 16;
            final int across = (WIDTH + side - 1) / side;
            final int down = (HEIGHT + side - 1) / side;
            final int boxes = across * down * DEPTH;
            // Boxes in another order than slices, so that slices are left and come back.
            cores.forEach(boxes, i -> {
                final int box = i * 37 % boxes;
                final int x = box % across * side;
                final int y = box / across % down * side;
                final VoxelBlock block = VoxelBlock.read(scan, x, y, box / across / down, Math.min(side, WIDTH - x), Math.min(side, HEIGHT - y), 1,
                    ready.reach(), 0);
                requireSame(whole[block.z()], block, ready.of(block), ready.names());
            });
        }
    }

    private static void requireSame(final float[][] whole, final VoxelBlock block, final float[][] part, final List<String> names) {
        for (int f = 0; f < part.length; f++) {
            for (int i = 0; i < part[f].length; i++) {
                final int at = (block.y() + i / block.width()) * WIDTH + block.x() + i % block.width();
                assertEquals(whole[f][at], part[f][i], 0, names.get(f));
            }
        }
    }

    @Test
    void withoutAScanWhatWasReadIsTheSlice() {
        final Scan scan = scan(PixelType.UINT8);
        final SliceFeatures features = SliceFeatures.of(FeatureSettings.of(EnumSet.of(FeatureGroup.LIPSCHITZ)));
        final float[] grey = slice(scan, 1);
        final float[][] alone = features.of(new VoxelBlock(9, 8, 1, 20, 25, 1, 9, 8, 0, new GreyVolume(WIDTH, HEIGHT, 1, grey)));
        final float[] all = belowCover(scaled(grey, grey), 15);
        for (int i = 0; i < alone[3].length; i++) {
            assertEquals(all[(8 + i / 20) * WIDTH + 9 + i % 20], alone[3][i]);
        }
    }

    @Test
    void aSliceThatCannotBeReadIsNamedToEveryThreadThatNeedsIt() {
        final Scan scan = scan(PixelType.FLOAT32);
        ((float[]) ((MemoryScan) scan).slices().get(3))[WIDTH + 2] = Float.NaN;
        final SliceFeatures features = SliceFeatures.named(List.of("Lipschitz_true_true_25.0"));
        try (Cores cores = new Cores(2)) {
            final VoxelFeatures ready = features.on(NaNCheckedScan.of(scan), cores, Progress.SILENT);
            for (int again = 0; again < 2; again++) {
                final String message = assertThrows(InputException.class, () -> wholeSlice(scan, ready, 3)).getMessage();
                assertEquals(0, message.indexOf("discs: the voxel x 2, y 1 of slice 4"), message);
            }
        }
    }
}
