package operando.atoms;

import operando.atoms.descriptor.SoapSettings;
import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * How classes of local environments are found.
 *
 * @param soap             how an atom's surroundings are described
 * @param averagingAngstrom descriptors are averaged over the neighbours within this distance, with weights that fall to 0 there, so that an anion and the
 *                         lithium beside it are of one phase and thermal motion is evened out; 0 for none
 * @param components       principal components in which classes are looked for
 * @param method           how they are found
 * @param prominence       how much the logarithm of the density of environments rises from the pass between two classes to the top of the lesser one
 * @param samples          atoms to learn from
 * @param frames           frames to learn from, evenly spread
 * @param mostGaussians    of the mixture; how many are used the Bayesian information criterion says
 * @param seed             another number draws other atoms to learn from
 */
public record EnvironmentSettings(SoapSettings soap, double averagingAngstrom, int components, Method method, double prominence, int samples, int frames, int mostGaussians, long seed) {

    /** How classes are found. */
    public enum Method {
        /** A mixture of Gaussians gives the density; its components on one hill are one class. */
        MIXTURE,
        /** The distances of neighbouring samples give the density; atoms between the hills are of no class. */
        DENSITY
    }

    private static final int LEAST_SAMPLES = 100;
    private static final int MOST_SAMPLES = 50_000;

    /** @throws InputException if a number is out of range */
    public EnvironmentSettings {
        RangeCheck.notNegative("averaging", averagingAngstrom, "Å");
        RangeCheck.positive("prominence", prominence, "");
        if (components < 1 || components > 32) {
            throw new InputException("components", components + " components cannot be had", "give 1 to 32");
        }
        if (samples < LEAST_SAMPLES || samples > MOST_SAMPLES) {
            throw new InputException("samples", "classes cannot be learned from " + samples + " atoms", "give " + LEAST_SAMPLES + " to " + MOST_SAMPLES);
        }
        if (frames < 1 || mostGaussians < 1) {
            throw new InputException("classes", "nothing can be learned from " + frames + " frames with " + mostGaussians + " Gaussians", "give 1 or more of each");
        }
    }

    /** Averages over 7.5 Å, six components, a mixture learned from 6000 atoms of 3 frames; a class is e³ ≈ 20 times as dense as the pass to another. */
    public static EnvironmentSettings defaults() {
        return new EnvironmentSettings(SoapSettings.defaults(), 7.5, 6, Method.MIXTURE, 3, 6000, 3, 24, 1);
    }

    public EnvironmentSettings withSoap(final SoapSettings newSoap) {
        return new EnvironmentSettings(newSoap, averagingAngstrom, components, method, prominence, samples, frames, mostGaussians, seed);
    }

    public EnvironmentSettings withAveraging(final double newAveraging) {
        return new EnvironmentSettings(soap, newAveraging, components, method, prominence, samples, frames, mostGaussians, seed);
    }

    public EnvironmentSettings withMethod(final Method newMethod) {
        return new EnvironmentSettings(soap, averagingAngstrom, components, newMethod, prominence, samples, frames, mostGaussians, seed);
    }

    public EnvironmentSettings withSamples(final int newSamples) {
        return new EnvironmentSettings(soap, averagingAngstrom, components, method, prominence, newSamples, frames, mostGaussians, seed);
    }

    public EnvironmentSettings withProminence(final double newProminence) {
        return new EnvironmentSettings(soap, averagingAngstrom, components, method, newProminence, samples, frames, mostGaussians, seed);
    }

    public EnvironmentSettings withSeed(final long newSeed) {
        return new EnvironmentSettings(soap, averagingAngstrom, components, method, prominence, samples, frames, mostGaussians, newSeed);
    }
}
