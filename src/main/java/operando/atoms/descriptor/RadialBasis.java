package operando.atoms.descriptor;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.special.Gamma;

/**
 * The overlap of a neighbour's Gaussian with orthonormal Gaussian-type radial functions of each degree, over its distance: in closed form
 * (L. Himanen et al., Computer Physics Communications 247, 106949, 2020, section 2.5), tabulated, and interpolated by cubic
 * polynomials through values and slopes.
 *
 * <p>The functions of degree l are combinations of r<sup>l</sup> exp(−α<sub>n</sub> r²), of which the n-th has decayed to a
 * thousandth at a radius between 1 Å and the cut-off, made orthonormal symmetrically (Löwdin).
 */
final class RadialBasis {

    // The error of the table is below 1e-9 of the largest value.
    private static final double STEP = 0.005;
    private static final double DECAYED = 1e-3;

    private final int radial;
    private final int angular;
    // [step][degree][function][value, slope times step], in one array.
    private final double[] table;
    private final int perStep;

    RadialBasis(final SoapSettings settings) {
        radial = settings.radial();
        angular = settings.angular();
        perStep = 2 * radial * (angular + 1);
        final int steps = (int) Math.ceil(settings.reachAngstrom() / STEP) + 2;
        table = new double[steps * perStep];
        final double eta = 1 / (2 * settings.sigmaAngstrom() * settings.sigmaAngstrom());
        for (int l = 0; l <= angular; l++) {
            final double[] alphas = alphas(settings, l);
            final RealMatrix betas = inverseRoot(overlaps(alphas, l));
            for (int n = 0; n < radial; n++) {
                tabulate(l, n, alphas, betas.getRow(n), eta, steps);
            }
        }
    }

    private static double[] alphas(final SoapSettings settings, final int degree) {
        final double[] alphas = new double[settings.radial()];
        for (int n = 0; n < alphas.length; n++) {
            final double radius = alphas.length == 1 ? 1 : 1 + n * (settings.cutoffAngstrom() - 1) / (alphas.length - 1);
            alphas[n] = -Math.log(DECAYED / Math.pow(radius, degree)) / (radius * radius);
        }
        return alphas;
    }

    private static RealMatrix overlaps(final double[] alphas, final int degree) {
        final double[][] overlaps = new double[alphas.length][alphas.length];
        for (int i = 0; i < alphas.length; i++) {
            for (int j = 0; j < alphas.length; j++) {
                overlaps[i][j] = 0.5 * Gamma.gamma(degree + 1.5) * Math.pow(alphas[i] + alphas[j], -degree - 1.5);
            }
        }
        return new Array2DRowRealMatrix(overlaps, false);
    }

    private static RealMatrix inverseRoot(final RealMatrix matrix) {
        final EigenDecomposition eigen = new EigenDecomposition(matrix);
        final RealMatrix root = new Array2DRowRealMatrix(matrix.getRowDimension(), matrix.getRowDimension());
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            root.setEntry(i, i, 1 / Math.sqrt(eigen.getRealEigenvalue(i)));
        }
        return eigen.getV().multiply(root).multiply(eigen.getVT());
    }

    // c = (π / (α + η))^1.5 (η / (α + η))^l r^l exp(−α η r² / (α + η)); the harmonics are functions of the direction alone.
    private void tabulate(final int degree, final int function, final double[] alphas, final double[] betas, final double eta, final int steps) {
        for (int step = 0; step < steps; step++) {
            final double r = step * STEP;
            double value = 0;
            double slope = 0;
            for (int k = 0; k < alphas.length; k++) {
                final double sum = alphas[k] + eta;
                final double decay = alphas[k] * eta / sum;
                final double factor = betas[k] * Math.pow(Math.PI / sum, 1.5) * Math.pow(eta / sum, degree) * Math.exp(-decay * r * r);
                value += factor * Math.pow(r, degree);
                slope += factor * ((degree == 0 ? 0 : degree * Math.pow(r, degree - 1)) - 2 * decay * Math.pow(r, degree + 1));
            }
            final int at = step * perStep + 2 * (degree * radial + function);
            table[at] = value;
            table[at + 1] = slope * STEP;
        }
    }

    /** Fills in [degree][function] at a distance, Å. */
    void values(final double distance, final double[] to) {
        final double at = distance / STEP;
        final int step = (int) at;
        final double t = at - step;
        final double s = 1 - t;
        final double first = s * s * (1 + 2 * t);
        final double slope = s * s * t;
        final double second = t * t * (3 - 2 * t);
        final double secondSlope = -t * t * s;
        int place = step * perStep;
        for (int i = 0; i < perStep / 2; i++, place += 2) {
            to[i] = first * table[place] + slope * table[place + 1] + second * table[place + perStep] + secondSlope * table[place + perStep + 1];
        }
    }
}
