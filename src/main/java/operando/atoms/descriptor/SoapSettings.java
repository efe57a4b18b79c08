package operando.atoms.descriptor;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * How the density of neighbours is described.
 *
 * @param cutoffAngstrom where the widest radial function has decayed; atoms are looked for as far as their Gaussians reach into it
 * @param sigmaAngstrom  standard deviation of the Gaussian that stands for an atom
 * @param radial         radial functions (n_max)
 * @param angular        highest degree of the spherical harmonics (l_max)
 */
public record SoapSettings(double cutoffAngstrom, double sigmaAngstrom, int radial, int angular) {

    private static final int MOST_RADIAL = 16;
    private static final int MOST_ANGULAR = 12;
    // At the edge of its reach a Gaussian is so much lower than in its middle.
    private static final double EDGE = 1e-3;

    /** @throws InputException if a number is out of range */
    public SoapSettings {
        RangeCheck.positive("cut-off", cutoffAngstrom, "Å");
        RangeCheck.positive("sigma", sigmaAngstrom, "Å");
        if (cutoffAngstrom <= 1) {
            throw new InputException("cut-off", cutoffAngstrom + " Å hold no neighbours", "give more than 1 Å, such as 5");
        }
        if (radial < 1 || radial > MOST_RADIAL) {
            throw new InputException("radial functions", radial + " cannot be had", "give 1 to " + MOST_RADIAL);
        }
        if (angular < 0 || angular > MOST_ANGULAR) {
            throw new InputException("angular degree", angular + " cannot be had", "give 0 to " + MOST_ANGULAR);
        }
    }

    /** 5 Å, Gaussians of 0.5 Å, 6 radial functions, degrees up to 4. */
    public static SoapSettings defaults() {
        return new SoapSettings(5, 0.5, 6, 4);
    }

    /** How far neighbours matter, Å. */
    public double reachAngstrom() {
        return cutoffAngstrom + sigmaAngstrom * Math.sqrt(-2 * Math.log(EDGE));
    }

    /** The length of the descriptor for so many species. */
    public int length(final int species) {
        final int functions = species * radial;
        return functions * (functions + 1) / 2 * (angular + 1);
    }
}
