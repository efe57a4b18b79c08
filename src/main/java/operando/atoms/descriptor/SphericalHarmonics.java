package operando.atoms.descriptor;

/**
 * Real orthonormal spherical harmonics of a direction, up to a degree, by recurrence and without angles (W. H. Press et al., Numerical Recipes,
 * 3rd edition, section 6.7). The order is l² + l + m.
 */
final class SphericalHarmonics {

    private final int highest;
    private final double[] factors;
    private final double[] legendre;

    SphericalHarmonics(final int highest) {
        this.highest = highest;
        legendre = new double[(highest + 1) * (highest + 1)];
        factors = new double[(highest + 1) * (highest + 1)];
        for (int l = 0; l <= highest; l++) {
            for (int m = 0; m <= l; m++) {
                double ratio = (2 * l + 1) / (4 * Math.PI);
                for (int k = l - m + 1; k <= l + m; k++) {
                    ratio /= k;
                }
                factors[l * (highest + 1) + m] = Math.sqrt(m == 0 ? ratio : 2 * ratio);
            }
        }
    }

    int count() {
        return (highest + 1) * (highest + 1);
    }

    /** @param x y z of a vector of length 1 */
    void of(final double x, final double y, final double z, final double[] to) {
        final int row = highest + 1;
        // Legendre functions over sin^m, so that x and y bring the sine.
        legendre[0] = 1;
        for (int m = 0; m <= highest; m++) {
            if (m > 0) {
                legendre[m * row + m] = (2 * m - 1) * legendre[(m - 1) * row + m - 1];
            }
            for (int l = m + 1; l <= highest; l++) {
                legendre[l * row + m] = (z * (2 * l - 1) * legendre[(l - 1) * row + m] - (l > m + 1 ? (l + m - 1) * legendre[(l - 2) * row + m] : 0)) / (l - m);
            }
        }
        double cosine = 1;
        double sine = 0;
        for (int m = 0; m <= highest; m++) {
            for (int l = m; l <= highest; l++) {
                final double value = factors[l * row + m] * legendre[l * row + m];
                to[l * l + l + m] = value * cosine;
                if (m > 0) {
                    to[l * l + l - m] = value * sine;
                }
            }
            final double next = cosine * x - sine * y;
            sine = sine * x + cosine * y;
            cosine = next;
        }
    }
}
