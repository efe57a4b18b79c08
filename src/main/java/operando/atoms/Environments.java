package operando.atoms;

import java.util.Arrays;
import java.util.List;

import operando.atoms.descriptor.PowerSpectrum;
import operando.atoms.descriptor.SoapSettings;
import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.cell.InputException;
import operando.cluster.PrincipalComponents;
import operando.engine.Cores;
import operando.engine.Progress;

/**
 * The surroundings of the atoms of a frame as a few numbers each: the power spectrum, made of length 1, its first principal components, and
 * their average over the neighbours, with weights (1 + cos(π r / R)) / 2. Of a spectrum nothing is kept but the components, so that frames of a million
 * atoms fit.
 */
final class Environments {

    /** Of the spectra, before they are averaged: more than the classes need, since averaging brings the spread of the centres down and not that of the phases. */
    static final int KEPT = 24;

    private static final int CHUNK = 256;
    // Nearer than any two atoms of a molecule or crystal, Å.
    private static final double OVERLAP = 0.5;

    private final SoapSettings settings;
    private final double averaging;
    private final List<String> species;
    private final PowerSpectrum spectrum;

    Environments(final EnvironmentSettings settings, final List<String> species) {
        this.settings = settings.soap();
        averaging = settings.averagingAngstrom();
        this.species = species;
        spectrum = new PowerSpectrum(this.settings, species.size());
    }

    private int[] kinds(final AtomFrame frame) {
        return frame.species().stream().mapToInt(species::indexOf).toArray();
    }

    /** Adds the spectra of some atoms of a frame to a covariance. */
    void learn(final AtomFrame frame, final int[] atoms, final PrincipalComponents.Covariance covariance) {
        final Neighbours neighbours = new Neighbours(frame, settings.reachAngstrom());
        final int[] kinds = kinds(frame);
        final Neighbourhood near = new Neighbourhood();
        final double[] values = new double[spectrum.length()];
        for (final int atom : atoms) {
            neighbours.of(atom, near);
            spectrum.of(frame, kinds, atom, near, values);
            covariance.add(normalised(values));
        }
    }

    /** [atom][component] of all atoms of a frame, not averaged. */
    float[][] of(final AtomFrame frame, final PrincipalComponents components, final Cores cores, final Progress progress) {
        final Neighbours neighbours = new Neighbours(frame, settings.reachAngstrom());
        final int[] kinds = kinds(frame);
        final float[][] scores = new float[frame.size()][];
        chunks(frame.size(), cores, progress, chunk -> {
            final PowerSpectrum own = spectrum.copy();
            final Neighbourhood near = new Neighbourhood();
            final double[] values = new double[own.length()];
            for (int atom = chunk * CHUNK; atom < Math.min(frame.size(), (chunk + 1) * CHUNK); atom++) {
                neighbours.of(atom, near);
                refuseOverlap(frame, atom, near);
                own.of(frame, kinds, atom, near, values);
                final double[] of = components.scores(normalised(values));
                scores[atom] = new float[of.length];
                for (int c = 0; c < of.length; c++) {
                    scores[atom][c] = (float) of[c];
                }
            }
        });
        return scores;
    }

    private static void chunks(final int atoms, final Cores cores, final Progress progress, final java.util.function.IntConsumer work) {
        final int chunks = (atoms + CHUNK - 1) / CHUNK;
        cores.forEach(chunks, chunk -> {
            work.accept(chunk);
            progress.report((chunk + 1.0) / chunks, "Local environments");
        });
    }

    private static double[] normalised(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value * value;
        }
        final double factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    private static void refuseOverlap(final AtomFrame frame, final int atom, final Neighbourhood near) {
        for (int i = 0; i < near.size(); i++) {
            if (near.squaredDistance(i) < OVERLAP * OVERLAP) {
                throw new InputException("frame " + frame.number(), "atoms " + (atom + 1) + " (" + frame.speciesOf(atom) + ") and " + (near.atom(i) + 1) + " (" + frame.speciesOf(near.atom(i))
                    + ") overlap, " + Math.round(1000 * Math.sqrt(near.squaredDistance(i))) / 1000.0 + " Å apart", "give positions and cell in Å, and the cell that belongs to them");
            }
        }
    }

    /** The same, averaged over the neighbours. */
    float[][] averaged(final AtomFrame frame, final float[][] scores, final Cores cores) {
        if (averaging == 0) {
            return scores;
        }
        final Neighbours neighbours = new Neighbours(frame, averaging);
        final float[][] averages = new float[scores.length][];
        chunks(scores.length, cores, Progress.SILENT, chunk -> {
            final Neighbourhood near = new Neighbourhood();
            final double[] sums = new double[scores[0].length];
            for (int atom = chunk * CHUNK; atom < Math.min(scores.length, (chunk + 1) * CHUNK); atom++) {
                neighbours.of(atom, near);
                Arrays.fill(sums, 0);
                double weights = add(scores[atom], 1, sums);
                for (int i = 0; i < near.size(); i++) {
                    weights += add(scores[near.atom(i)], (1 + Math.cos(Math.PI * Math.sqrt(near.squaredDistance(i)) / averaging)) / 2, sums);
                }
                averages[atom] = new float[sums.length];
                for (int c = 0; c < sums.length; c++) {
                    averages[atom][c] = (float) (sums[c] / weights);
                }
            }
        });
        return averages;
    }

    private static double add(final float[] scores, final double weight, final double[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += weight * scores[c];
        }
        return weight;
    }
}
