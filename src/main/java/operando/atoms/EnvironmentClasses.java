package operando.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import operando.atoms.frame.AtomFrame;
import operando.cluster.DensityModes;
import operando.cluster.GaussianMixture;
import operando.cluster.MixtureSearch;
import operando.cluster.PrincipalComponents;
import operando.engine.Cores;
import operando.engine.Progress;

/**
 * Classes of atoms by their local environments, found without labels and without telling how many there are: the density of
 * environments among some atoms has hills, and each hill is a class. Learned from a few frames, then applied to any frame.
 *
 * <pre>
 * EnvironmentClasses classes = EnvironmentClasses.learn(frames, EnvironmentSettings.defaults(), cores, progress);
 * FrameClasses found = classes.of(frame, cores, progress);
 * </pre>
 */
public final class EnvironmentClasses {

    private static final int ITERATIONS = 100;
    // In units of the components' own spread; numerical soundness alone.
    private static final double OWN_VARIANCE = 1e-7;
    private static final int SPECTRA = 2000;

    private final EnvironmentSettings settings;
    private final Environments environments;
    private final PrincipalComponents ofSpectra;
    private final PrincipalComponents ofAverages;
    private final GaussianMixture mixture;
    private final int[] classOfComponent;
    private final double[][] samples;
    private final int[] classOfSample;
    private final int count;
    private final List<Double> prominences;

    private EnvironmentClasses(final EnvironmentSettings settings, final List<AtomFrame> frames, final Cores cores, final Progress progress) {
        this.settings = settings;
        environments = new Environments(settings, frames.get(0).species());
        final Random random = new Random(settings.seed());
        final PrincipalComponents.Covariance spectra = new PrincipalComponents.Covariance(settings.soap().length(frames.get(0).species().size()));
        for (final AtomFrame frame : frames) {
            environments.learn(frame, chosen(frame.size(), SPECTRA / frames.size(), random), spectra);
        }
        ofSpectra = spectra.components(Environments.KEPT);
        final List<double[]> chosen = new ArrayList<>();
        for (int f = 0; f < frames.size(); f++) {
            final float[][] scores = environments.averaged(frames.get(f),
                environments.of(frames.get(f), ofSpectra, cores, progress.part((double) f / frames.size(), (f + 1.0) / frames.size())), cores);
            for (final int atom : chosen(scores.length, settings.samples() / frames.size(), random)) {
                chosen.add(doubles(scores[atom]));
            }
        }
        final PrincipalComponents.Covariance averages = new PrincipalComponents.Covariance(ofSpectra.count());
        chosen.forEach(averages::add);
        ofAverages = averages.components(Math.min(settings.components(), ofSpectra.count()));
        samples = chosen.stream().map(ofAverages::scores).toArray(double[][]::new);
        mixture = settings.method() == EnvironmentSettings.Method.MIXTURE
            ? MixtureSearch.best(samples, settings.mostGaussians(), ITERATIONS, OWN_VARIANCE * ofAverages.variance(0), settings.seed()) : null;
        final DensityModes modes = mixture == null ? DensityModes.of(samples, settings.prominence()) : DensityModes.of(samples, densities(), settings.prominence());
        prominences = modes.prominences();
        count = modes.count();
        classOfSample = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            classOfSample[i] = modes.isBetween(i) && mixture == null ? FrameClasses.NONE : modes.cluster(i);
        }
        classOfComponent = mixture == null ? null : classesOfComponents();
    }

    /**
     * @param frames to learn from, of one trajectory
     * @throws operando.cell.InputException if atoms overlap, or the cut-off is too long
     */
    public static EnvironmentClasses learn(final List<AtomFrame> frames, final EnvironmentSettings settings, final Cores cores, final Progress progress) {
        return new EnvironmentClasses(settings, frames, cores, progress);
    }

    private static int[] chosen(final int atoms, final int wanted, final Random random) {
        return wanted >= atoms ? java.util.stream.IntStream.range(0, atoms).toArray() : random.ints(0, atoms).distinct().limit(wanted).sorted().toArray();
    }

    private static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private double[] densities() {
        final double[] shares = new double[mixture.count()];
        return Arrays.stream(samples).mapToDouble(row -> mixture.shares(row, shares)).toArray();
    }

    /** A component is of the class that most of its samples are on the hill of. */
    private int[] classesOfComponents() {
        final double[][] votes = new double[mixture.count()][count];
        final double[] shares = new double[mixture.count()];
        for (int i = 0; i < samples.length; i++) {
            mixture.shares(samples[i], shares);
            for (int c = 0; c < shares.length; c++) {
                votes[c][classOfSample[i]] += shares[c];
            }
        }
        return Arrays.stream(votes).mapToInt(EnvironmentClasses::largest).toArray();
    }

    private static int largest(final double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    public EnvironmentSettings settings() {
        return settings;
    }

    /** How many classes there are. */
    public int count() {
        return count;
    }

    /** How many Gaussians describe the density; 0 where none were used. */
    public int gaussians() {
        return mixture == null ? 0 : mixture.count();
    }

    /** The part of the variance of averaged environments that the components hold, 0 to 1. */
    public double explained() {
        return ofAverages.explained(ofAverages.count());
    }

    /** How far hills rise above their passes, those that were no classes of their own, too; falling. */
    public List<Double> prominences() {
        return prominences;
    }

    /** The classes of the atoms of a frame. */
    public FrameClasses of(final AtomFrame frame, final Cores cores, final Progress progress) {
        final float[][] own = environments.of(frame, ofSpectra, cores, progress);
        final float[][] scores = environments.averaged(frame, own, cores);
        final int[] classes = new int[scores.length];
        final float[] probabilities = new float[scores.length];
        cores.forEach(Math.min(scores.length, 64), part -> {
            final double[] shares = new double[mixture == null ? 0 : mixture.count()];
            final double[] sums = new double[count];
            for (int atom = part; atom < scores.length; atom += 64) {
                final double[] row = ofAverages.scores(doubles(scores[atom]));
                if (mixture == null) {
                    classes[atom] = classOfSample[nearest(row)];
                    probabilities[atom] = Float.NaN;
                } else {
                    mixture.shares(row, shares);
                    Arrays.fill(sums, 0);
                    for (int c = 0; c < shares.length; c++) {
                        sums[classOfComponent[c]] += shares[c];
                    }
                    classes[atom] = largest(sums);
                    probabilities[atom] = (float) sums[classes[atom]];
                }
            }
        });
        final boolean decide = mixture != null && count > 1 && settings.averagingAngstrom() > 0;
        return new FrameClasses(frame, decide ? BoundaryAtoms.decide(frame, classes, own, count, settings.averagingAngstrom(), cores) : classes, probabilities);
    }

    private int nearest(final double[] row) {
        return operando.cluster.KMeans.nearest(row, samples);
    }
}
