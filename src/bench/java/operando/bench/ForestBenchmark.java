package operando.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.forest.VoxelClassifier;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainingRows;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * voxels a second of processor time that a forest of 200 trees on 76 features votes on, one thread, against Weka's own
 * {@code distributionForInstance} of the same forest, in the same JVM in turns. First asserts that all labels are equal. The
 * features are smooth in space and depend on each other, as those of an image are; the classes overlap by the noise given.
 * Arguments: training rows, voxels, noise, rounds.
 */
public final class ForestBenchmark {

    private static final int FEATURES = 76;
    private static final int CLASSES = 4;
    private static final int TREES = 200;
    private static final int BLOCK = 1 << 15;
    private static final int WEKA_VOXELS = 1 << 13;

    private ForestBenchmark() {
    }

    public static void main(final String[] arguments) throws Exception {
        final int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        final int voxels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1 << 18;
        final double noise = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.5;
        final int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
        final TrainingRows training = rows(rows, noise, 1, true);
        final VoxelClassifier ours = ours(training);
        final RandomForest weka = new RandomForest();
        weka.setNumIterations(TREES);
        weka.setSeed(1);
        final Instances data = instances(training);
        weka.buildClassifier(data);
        final TrainingRows unseen = rows(voxels, noise, 2, false);
        assertSameLabels(ours, weka, data, unseen);
        final double[][] speeds = new double[3][rounds];
        for (int round = 0; round < rounds; round++) {
            speeds[0][round] = wekaSpeed(weka, data, unseen);
            speeds[1][round] = labelSpeed(ours, unseen);
            speeds[2][round] = probabilitySpeed(ours, unseen);
        }
        System.out.printf(Locale.ROOT, "%d rows, noise %.2f, %d trees: Weka %.0f, labels %.0f (%.1f times), probabilities %.0f (%.1f times) voxels/s%n",
            rows, noise, TREES, median(speeds[0]), median(speeds[1]), median(speeds[1]) / median(speeds[0]), median(speeds[2]),
            median(speeds[2]) / median(speeds[0]));
    }

    private static VoxelClassifier ours(final TrainingRows training) {
        try (Cores cores = Cores.all()) {
            return new Training(TrainingSettings.defaults().withTrees(TREES)).train(training, cores, Progress.SILENT).model().classifier();
        }
    }

    // A phase of neighbouring voxels stays for a while; 6 hidden numbers make up the 76 features.
    private static TrainingRows rows(final int count, final double noise, final long seed, final boolean scattered) {
        final Random random = new Random(seed);
        final Random mixing = new Random(77);
        final double[][] mix = new double[FEATURES][6];
        for (final double[] feature : mix) {
            Arrays.setAll(feature, i -> mixing.nextGaussian());
        }
        final float[][] rows = new float[count][FEATURES];
        final int[] classes = new int[count];
        final double[] hidden = new double[6];
        int phase = 0;
        for (int row = 0; row < count; row++) {
            if (scattered || random.nextInt(30) == 0) {
                phase = random.nextInt(CLASSES);
            }
            classes[row] = phase;
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = 0.8 * (scattered ? 0 : hidden[i]) + (scattered ? 1 : 0.6) * noise * random.nextGaussian();
            }
            for (int f = 0; f < FEATURES; f++) {
                double sum = phase * mix[f][0];
                for (int i = 0; i < hidden.length; i++) {
                    sum += mix[f][i] * hidden[i];
                }
                rows[row][f] = (float) (sum + 0.1 * random.nextGaussian());
            }
        }
        final List<String> names = new ArrayList<>();
        for (int f = 0; f < FEATURES; f++) {
            names.add("feature " + f);
        }
        return new TrainingRows(new ModelHeader("benchmark", names, List.of("a", "b", "c", "d")), rows, classes);
    }

    private static Instances instances(final TrainingRows rows) {
        final ArrayList<Attribute> attributes = new ArrayList<>();
        rows.header().features().forEach(name -> attributes.add(new Attribute(name)));
        attributes.add(new Attribute("class", rows.header().classes()));
        final Instances data = new Instances("benchmark", attributes, rows.size());
        data.setClassIndex(FEATURES);
        for (int row = 0; row < rows.size(); row++) {
            data.add(instance(rows, row));
        }
        return data;
    }

    private static DenseInstance instance(final TrainingRows rows, final int row) {
        final double[] values = new double[FEATURES + 1];
        for (int f = 0; f < FEATURES; f++) {
            values[f] = rows.rows()[row][f];
        }
        values[FEATURES] = rows.classes()[row];
        return new DenseInstance(1, values);
    }

    private static void assertSameLabels(final VoxelClassifier ours, final RandomForest weka, final Instances data,
        final TrainingRows unseen) throws Exception {
        final byte[] labels = new byte[WEKA_VOXELS];
        ours.classify(block(unseen, 0, WEKA_VOXELS), labels);
        int right = 0;
        for (int v = 0; v < WEKA_VOXELS; v++) {
            final DenseInstance instance = instance(unseen, v);
            instance.setDataset(data);
            if ((int) weka.classifyInstance(instance) != labels[v]) {
                throw new IllegalStateException("voxel " + v + " differs");
            }
            right += labels[v] == unseen.classes()[v] ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "all %d labels equal; %.1f %% right%n", WEKA_VOXELS, 100.0 * right / WEKA_VOXELS);
    }

    private static float[][] block(final TrainingRows rows, final int from, final int count) {
        final float[][] block = new float[FEATURES][count];
        for (int f = 0; f < FEATURES; f++) {
            for (int v = 0; v < count; v++) {
                block[f][v] = rows.rows()[from + v][f];
            }
        }
        return block;
    }

    private static double wekaSpeed(final RandomForest weka, final Instances data, final TrainingRows unseen) throws Exception {
        final DenseInstance[] instances = new DenseInstance[WEKA_VOXELS];
        for (int v = 0; v < WEKA_VOXELS; v++) {
            instances[v] = instance(unseen, v);
            instances[v].setDataset(data);
        }
        final long start = cpuNanos();
        for (final DenseInstance instance : instances) {
            weka.distributionForInstance(instance);
        }
        return WEKA_VOXELS / ((cpuNanos() - start) * 1e-9);
    }

    private static double labelSpeed(final VoxelClassifier ours, final TrainingRows unseen) {
        long nanos = 0;
        final byte[] labels = new byte[BLOCK];
        for (int from = 0; from + BLOCK <= unseen.size(); from += BLOCK) {
            final float[][] block = block(unseen, from, BLOCK);
            final long start = cpuNanos();
            ours.classify(block, labels);
            nanos += cpuNanos() - start;
        }
        return unseen.size() / BLOCK * BLOCK / (nanos * 1e-9);
    }

    private static double probabilitySpeed(final VoxelClassifier ours, final TrainingRows unseen) {
        long nanos = 0;
        final float[][] probabilities = new float[CLASSES][BLOCK];
        for (int from = 0; from + BLOCK <= unseen.size(); from += BLOCK) {
            final float[][] block = block(unseen, from, BLOCK);
            final long start = cpuNanos();
            ours.probabilities(block, probabilities);
            nanos += cpuNanos() - start;
        }
        return unseen.size() / BLOCK * BLOCK / (nanos * 1e-9);
    }

    // Processor time, so that other load on the machine hardly counts.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(final double[] numbers) {
        final double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
