package operando.segment.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

import operando.cell.InputException;
import operando.cluster.GaussianMixture;
import operando.cluster.KMeans;
import operando.cluster.Standardisation;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.BlockClassifier;

/**
 * Phases found without any label: clusters of voxels in the space of their local environments, ordered by mean grey value,
 * the darkest first. A starting point, and a segmentation for series where nobody labelled anything.
 *
 * <pre>
 * VoxelClusters clusters = VoxelClusters.in(scan, LocalFeatures.ofBrightness(), ClusterSettings.defaults(4), cores, progress);
 * new BlockSegmentation(features, clusters, memoryBytes).writeLabels(…);
 * </pre>
 */
public final class VoxelClusters implements BlockClassifier {

    private static final long serialVersionUID = 1L;
    private static final int BOX = 12;
    private static final int BOXES = 64;

    private final Standardisation standard;
    private final double[][] centres;
    private final GaussianMixture mixture;
    private final int[] phaseOf;
    private final double[] meanGrey;

    private VoxelClusters(final float[][] samples, final ClusterSettings settings) {
        standard = new Standardisation(samples);
        final double[][] rows = standard.rows(samples);
        centres = KMeans.centres(rows, settings.phases(), settings.iterations(), settings.seed());
        mixture = settings.mixture() ? GaussianMixture.fit(rows, centres, settings.iterations()) : null;
        phaseOf = new int[centres.length];
        meanGrey = new double[centres.length];
        order(samples, rows);
    }

    /**
     * Learns the phases of a scan from boxes of voxels spread over it.
     *
     * @param features ready for the scan; the first one is the grey value
     * @throws InputException if the scan cannot be read, or is all of one grey value
     */
    public static VoxelClusters in(final Scan given, final VoxelFeatures features, final ClusterSettings settings, final Cores cores,
        final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        final int width = Math.min(BOX, scan.width());
        final int height = Math.min(BOX, scan.height());
        final int depth = Math.min(BOX, scan.depth());
        final int count = Math.max(BOXES, settings.samples() / (width * height * depth));
        final float[][][] boxes = new float[count][][];
        cores.forEach(count, i -> {
            final Random random = new Random(settings.seed() * 1_000_003 + i);
            boxes[i] = features.of(VoxelBlock.read(scan, random.nextInt(scan.width() - width + 1), random.nextInt(scan.height() - height + 1),
                random.nextInt(scan.depth() - depth + 1), width, height, depth, features.reach(), features.reachAcrossSlices()));
            progress.report((double) i / count, "Local environments");
        });
        final float[][] samples = thinned(boxes, settings);
        final float first = samples[0][0];
        boolean same = true;
        for (final float grey : samples[0]) {
            same &= grey == first;
        }
        if (same) {
            throw new InputException(scan.name(), "all voxels have one grey value, so that nothing can be told apart",
                "give a reconstructed scan with contrast");
        }
        return of(samples, settings);
    }

    /** @param samples [feature][sample]; the first feature is the grey value by which phases are ordered */
    public static VoxelClusters of(final float[][] samples, final ClusterSettings settings) {
        return new VoxelClusters(samples, settings);
    }

    private static float[][] thinned(final float[][][] boxes, final ClusterSettings settings) {
        final int inBox = boxes[0][0].length;
        final int count = Math.min(settings.samples(), boxes.length * inBox);
        final int[] chosen = new Random(settings.seed()).ints(0, boxes.length * inBox).distinct().limit(count).sorted().toArray();
        final float[][] samples = new float[boxes[0].length][count];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < samples.length; f++) {
                samples[f][i] = boxes[chosen[i] / inBox][f][chosen[i] % inBox];
            }
        }
        return samples;
    }

    private void order(final float[][] samples, final double[][] rows) {
        final double[] sums = new double[centres.length];
        final long[] counts = new long[centres.length];
        final double[] shares = new double[centres.length];
        for (int i = 0; i < rows.length; i++) {
            final int cluster = cluster(rows[i], shares);
            sums[cluster] += samples[0][i];
            counts[cluster]++;
        }
        final Integer[] byGrey = new Integer[centres.length];
        Arrays.setAll(byGrey, c -> c);
        Arrays.sort(byGrey, Comparator.comparingDouble(c -> counts[c] > 0 ? sums[c] / counts[c] : Double.POSITIVE_INFINITY));
        for (int phase = 0; phase < byGrey.length; phase++) {
            phaseOf[byGrey[phase]] = phase;
            meanGrey[phase] = sums[byGrey[phase]] / counts[byGrey[phase]];
        }
    }

    private int cluster(final double[] row, final double[] shares) {
        if (mixture == null) {
            return KMeans.nearest(row, centres);
        }
        mixture.shares(row, shares);
        int most = 0;
        for (int c = 1; c < shares.length; c++) {
            most = shares[c] > shares[most] ? c : most;
        }
        return most;
    }

    /** The mean grey value of each phase among the samples, rising; not a number for one that no sample belongs to. */
    public double[] meanGreys() {
        return meanGrey.clone();
    }

    @Override
    public int classCount() {
        return centres.length;
    }

    @Override
    public void classify(final float[][] features, final byte[] classes) {
        final double[] row = new double[standard.features()];
        final double[] shares = new double[centres.length];
        for (int i = 0; i < classes.length; i++) {
            standard.of(features, i, row);
            classes[i] = (byte) phaseOf[cluster(row, shares)];
        }
    }

    /** Of k-means, whose clusters have no probability: 1 for the nearest and 0 for the others. */
    @Override
    public void probabilities(final float[][] features, final float[][] probabilities) {
        final double[] row = new double[standard.features()];
        final double[] shares = new double[centres.length];
        for (int i = 0; i < probabilities[0].length; i++) {
            standard.of(features, i, row);
            final int nearest = cluster(row, shares);
            for (int c = 0; c < centres.length; c++) {
                probabilities[phaseOf[c]][i] = mixture == null ? c == nearest ? 1 : 0 : (float) shares[c];
            }
        }
    }
}
