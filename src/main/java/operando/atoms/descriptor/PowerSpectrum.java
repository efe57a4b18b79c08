package operando.atoms.descriptor;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;

/**
 * The smooth overlap of atomic positions as a power spectrum (A. P. Bartók, R. Kondor, G. Csányi, Physical Review B 87, 184115,
 * 2013): the density of neighbours of each species, a Gaussian an atom, in radial functions and spherical harmonics,
 * c<sup>Z</sup><sub>nlm</sub>, and of these p<sup>ZZ'</sup><sub>nn'l</sub> = π √(8 / (2l + 1)) Σ<sub>m</sub> c<sup>Z</sup><sub>nlm</sub>
 * c<sup>Z'</sup><sub>n'lm</sub>. It does not change when atoms are turned, shifted or numbered otherwise. The order is that of DScribe 2.1:
 * species in pairs Z ≤ Z' in the order that is given, l, n, n' (from n on where Z = Z'). One object a thread.
 */
public final class PowerSpectrum {

    private final SoapSettings settings;
    private final int species;
    private final RadialBasis basis;
    private final SphericalHarmonics harmonics;
    private final double[] radialValues;
    private final double[] angularValues;
    // [species][function][l² + l + m]
    private final double[] coefficients;
    private final double[] factors;

    /** @param species how many there are */
    public PowerSpectrum(final SoapSettings settings, final int species) {
        this(settings, species, new RadialBasis(settings));
    }

    private PowerSpectrum(final SoapSettings settings, final int species, final RadialBasis basis) {
        this.settings = settings;
        this.species = species;
        this.basis = basis;
        harmonics = new SphericalHarmonics(settings.angular());
        radialValues = new double[settings.radial() * (settings.angular() + 1)];
        angularValues = new double[harmonics.count()];
        coefficients = new double[species * settings.radial() * harmonics.count()];
        factors = new double[settings.angular() + 1];
        for (int l = 0; l < factors.length; l++) {
            factors[l] = Math.PI * Math.sqrt(8.0 / (2 * l + 1));
        }
    }

    /** Another one for another thread, with the same tables. */
    public PowerSpectrum copy() {
        return new PowerSpectrum(settings, species, basis);
    }

    public int length() {
        return settings.length(species);
    }

    /**
     * @param kinds         [kind of the frame] number of its species here, or negative to leave it out
     * @param neighbourhood of the atom, at least as far as {@link SoapSettings#reachAngstrom} and no farther
     * @param to            {@link #length} numbers
     */
    public void of(final AtomFrame frame, final int[] kinds, final int atom, final Neighbourhood neighbourhood, final double[] to) {
        java.util.Arrays.fill(coefficients, 0);
        add(kinds[frame.kinds()[atom]], 0, 0, 0, 0);
        for (int i = 0; i < neighbourhood.size(); i++) {
            final double distance = Math.sqrt(neighbourhood.squaredDistance(i));
            add(kinds[frame.kinds()[neighbourhood.atom(i)]], distance, neighbourhood.offset(i, 0) / distance, neighbourhood.offset(i, 1) / distance,
                neighbourhood.offset(i, 2) / distance);
        }
        combine(to);
    }

    private void add(final int kind, final double distance, final double x, final double y, final double z) {
        if (kind < 0) {
            return;
        }
        basis.values(distance, radialValues);
        harmonics.of(x, y, z, angularValues);
        final int radial = settings.radial();
        final int count = angularValues.length;
        for (int n = 0; n < radial; n++) {
            final int base = (kind * radial + n) * count;
            for (int l = 0; l <= settings.angular(); l++) {
                final double value = radialValues[l * radial + n];
                for (int k = l * l; k < (l + 1) * (l + 1); k++) {
                    coefficients[base + k] += value * angularValues[k];
                }
            }
        }
    }

    private void combine(final double[] to) {
        int place = 0;
        for (int a = 0; a < species; a++) {
            for (int b = a; b < species; b++) {
                for (int l = 0; l <= settings.angular(); l++) {
                    place = multiply(a, b, l, to, place);
                }
            }
        }
    }

    private int multiply(final int a, final int b, final int degree, final double[] to, final int from) {
        final int radial = settings.radial();
        final int count = angularValues.length;
        int place = from;
        for (int n = 0; n < radial; n++) {
            final int first = (a * radial + n) * count;
            for (int m = a == b ? n : 0; m < radial; m++) {
                final int second = (b * radial + m) * count;
                double sum = 0;
                for (int k = degree * degree; k < (degree + 1) * (degree + 1); k++) {
                    sum += coefficients[first + k] * coefficients[second + k];
                }
                to[place++] = factors[degree] * sum;
            }
        }
        return place;
    }
}
