package operando.segment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.origin.FeatureRanges;
import operando.segment.learn.origin.ImageKind;
import operando.segment.learn.origin.TrainingRecord;

/**
 * The voxels that somebody labelled in a scan, as examples to train from. Labels are a stack of the scan's size, or voxels
 * given one by one.
 */
public final class LabelledVoxels {

    private static final int LEAST_BOX = 32;
    private static final int LEAST_BLOCK = 8;
    private static final int MOST_BLOCK = 64;
    private static final int BLOCKS = 8;
    private static final int SAMPLE_PLACES = 32;
    private static final int SAMPLE_EDGE = 16;
    private static final Comparator<int[]> PLACES = Comparator.<int[]>comparingInt(voxel -> voxel[2]).thenComparingInt(voxel -> voxel[1])
        .thenComparingInt(voxel -> voxel[0]);

    private final List<String> classes;
    private final List<List<int[]>> voxels = new ArrayList<>();

    /** @param classes their names */
    public LabelledVoxels(final List<String> classes) {
        this.classes = List.copyOf(classes);
        classes.forEach(name -> voxels.add(new ArrayList<>()));
    }

    /**
     * Takes the labels of a stack.
     *
     * @param meaning what its labels mean
     * @param most of so many voxels of a class all are taken, of more a random choice
     * @throws InputException if the stack has another size than the scan, or a label without a class
     */
    public static LabelledVoxels in(final Scan labels, final Scan scan, final TrainingLabels meaning, final int most, final long seed) {
        labels.requireSizeOf(scan);
        final LabelledVoxels found = new LabelledVoxels(meaning.names());
        final int[] classOf = meaning.classes();
        final int width = scan.width();
        final float[] slice = new float[width * scan.height()];
        final long[] seen = new long[meaning.names().size()];
        final Random random = new Random(seed);
        for (int z = 0; z < scan.depth(); z++) {
            labels.readBlock(0, 0, z, width, scan.height(), 1, slice);
            for (int i = 0; i < slice.length; i++) {
                if (slice[i] != 0) {
                    final int of = meaning.classOf(slice[i], classOf, labels.name());
                    found.choose(of, new int[] {i % width, i / width, z}, most, seen[of]++, random);
                }
            }
        }
        return found;
    }

    // Reservoir sampling: each of the voxels seen so far is equally likely to have been kept.
    private void choose(final int ofClass, final int[] voxel, final int most, final long before, final Random random) {
        final List<int[]> kept = voxels.get(ofClass);
        if (kept.size() < most) {
            kept.add(voxel);
            return;
        }
        final long place = (long) (random.nextDouble() * (before + 1));
        if (place < most) {
            kept.set((int) place, voxel);
        }
    }

    /** Adds a voxel of the class, from 0. */
    public void add(final int ofClass, final int x, final int y, final int z) {
        voxels.get(ofClass).add(new int[] {x, y, z});
    }

    /** Voxels of each class. */
    public int[] counts() {
        return voxels.stream().mapToInt(List::size).toArray();
    }

    /**
     * Computes the features of the voxels, all features of each box of the scan that holds some. Rows are in the order of
     * their places, whatever the order of the classes.
     *
     * @param relation what the examples are called
     * @throws InputException if the scan cannot be read or lacks what a feature needs
     */
    public TrainingRows rows(final Scan given, final VoxelFeatures features, final String relation, final Cores cores, final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        final VoxelFeatures ready = features.on(scan, cores, progress.part(0, 0.2));
        final List<Box> boxes = boxes(scan, ready);
        final AtomicInteger done = new AtomicInteger();
        cores.forEach(boxes.size(), i -> {
            boxes.get(i).compute(scan, ready);
            progress.report(0.2 + 0.8 * done.incrementAndGet() / boxes.size(), "Features of labelled voxels");
        });
        final float[][] rows = boxes.stream().flatMap(box -> Arrays.stream(box.rows)).toArray(float[][]::new);
        final int[] of = boxes.stream().flatMapToInt(box -> box.voxels.stream().mapToInt(Labelled::ofClass)).toArray();
        final FeatureRanges seen = FeatureRanges.ofRows(rows, features.names().size()).with(sample(scan, ready, cores));
        return new TrainingRows(new ModelHeader(relation, features.names(), classes), rows, of, blocks(scan, boxes), new TrainingRecord(List.of(ImageKind.of(given)), seen, rows.length, atBorder()));
    }

    private long atBorder() {
        final Map<List<Integer>, Integer> known = new HashMap<>();
        for (int c = 0; c < voxels.size(); c++) {
            for (final int[] at : voxels.get(c)) {
                known.put(List.of(at[0], at[1], at[2]), c);
            }
        }
        return known.entrySet().stream().filter(one -> isNearAnother(one.getKey(), one.getValue(), known)).count();
    }

    private static boolean isNearAnother(final List<Integer> at, final int ofClass, final Map<List<Integer>, Integer> known) {
        for (int z = -TrainingRecord.NEAR; z <= TrainingRecord.NEAR; z++) {
            for (int y = -TrainingRecord.NEAR; y <= TrainingRecord.NEAR; y++) {
                for (int x = -TrainingRecord.NEAR; x <= TrainingRecord.NEAR; x++) {
                    if (known.getOrDefault(List.of(at.get(0) + x, at.get(1) + y, at.get(2) + z), ofClass) != ofClass) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // Parts of an eighth of the image's longest side, within bounds, so that even small images have several.
    private static int[] blocks(final Scan scan, final List<Box> boxes) {
        final int longest = Math.max(scan.width(), Math.max(scan.height(), scan.depth()));
        final int edge = Math.max(LEAST_BLOCK, Math.min(MOST_BLOCK, longest / BLOCKS));
        final Map<Long, Integer> numbers = new HashMap<>();
        return boxes.stream().flatMap(box -> box.voxels.stream()).mapToInt(labelled -> {
            final int[] at = labelled.voxel;
            final long place = ((long) (at[2] / edge) * (scan.height() / edge + 1) + at[1] / edge) * (scan.width() / edge + 1) + at[0] / edge;
            return numbers.computeIfAbsent(place, key -> numbers.size());
        }).toArray();
    }

    // Strokes seldom cross the borders of classes, where features are largest; so some voxels are taken wherever they lie.
    private static FeatureRanges sample(final Scan scan, final VoxelFeatures ready, final Cores cores) {
        final Random random = new Random(SAMPLE_PLACES);
        final int[][] places = new int[SAMPLE_PLACES][];
        final int width = Math.min(SAMPLE_EDGE, scan.width());
        final int height = Math.min(SAMPLE_EDGE, scan.height());
        for (int i = 0; i < places.length; i++) {
            places[i] = new int[] {random.nextInt(scan.width() - width + 1), random.nextInt(scan.height() - height + 1), random.nextInt(scan.depth())};
        }
        final FeatureRanges[] seen = new FeatureRanges[places.length];
        cores.forEach(places.length, i -> seen[i] = FeatureRanges.ofBlock(ready.of(VoxelBlock.read(scan, places[i][0], places[i][1], places[i][2],
            width, height, 1, ready.reach(), ready.reachAcrossSlices()))));
        return Arrays.stream(seen).reduce(FeatureRanges::with).orElseThrow();
    }

    // Where features look far around, smaller boxes would share too much of their surroundings.
    private List<Box> boxes(final Scan scan, final VoxelFeatures features) {
        final Map<Long, Box> boxes = new TreeMap<>();
        final int edge = Math.max(LEAST_BOX, features.reach());
        final int deep = features.reachAcrossSlices() == 0 ? 1 : edge;
        for (final int c : byPlace()) {
            for (final int[] voxel : voxels.get(c)) {
                final long key = ((long) (voxel[2] / deep) * (scan.height() / edge + 1) + voxel[1] / edge) * (scan.width() / edge + 1) + voxel[0] / edge;
                boxes.computeIfAbsent(key, k -> new Box()).add(voxel, c);
            }
        }
        return List.copyOf(boxes.values());
    }

    // Decides between classes where a voxel was given to several of them.
    private int[] byPlace() {
        final List<List<int[]>> sorted = voxels.stream().map(some -> some.stream().sorted(PLACES).toList()).toList();
        return IntStream.range(0, voxels.size()).boxed().sorted((a, b) -> first(sorted.get(a), sorted.get(b))).mapToInt(Integer::intValue).toArray();
    }

    private static int first(final List<int[]> some, final List<int[]> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            final int order = PLACES.compare(some.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    private record Labelled(int[] voxel, int ofClass) {
    }

    /** Labelled voxels near each other. */
    private static final class Box {

        private final List<Labelled> voxels = new ArrayList<>();
        private final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        private final int[] high = {-1, -1, -1};
        private float[][] rows;

        private void add(final int[] voxel, final int ofClass) {
            voxels.add(new Labelled(voxel, ofClass));
            for (int axis = 0; axis < voxel.length; axis++) {
                low[axis] = Math.min(low[axis], voxel[axis]);
                high[axis] = Math.max(high[axis], voxel[axis]);
            }
        }

        private void compute(final Scan scan, final VoxelFeatures features) {
            voxels.sort(Comparator.comparing(Labelled::voxel, PLACES));
            final int width = high[0] - low[0] + 1;
            final int height = high[1] - low[1] + 1;
            final float[][] all = features.of(VoxelBlock.read(scan, low[0], low[1], low[2], width, height, high[2] - low[2] + 1,
                features.reach(), features.reachAcrossSlices()));
            rows = new float[voxels.size()][all.length];
            for (int i = 0; i < rows.length; i++) {
                final int[] voxel = voxels.get(i).voxel;
                final int at = ((voxel[2] - low[2]) * height + voxel[1] - low[1]) * width + voxel[0] - low[0];
                for (int f = 0; f < all.length; f++) {
                    rows[i][f] = all[f][at];
                }
            }
        }
    }
}
