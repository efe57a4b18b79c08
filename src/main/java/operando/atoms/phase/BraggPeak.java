package operando.atoms.phase;

import java.util.Random;

import operando.atoms.frame.AtomFrame;

/**
 * The strongest Bragg peak of some atoms: the greatest |Σ exp(i k · r)|² / N² over wave vectors k of the cell's reciprocal lattice between 1 and 3 Å⁻¹. It is
 * of the order of 1 where atoms are on a lattice, whatever its kind and however thin the layer, and 1 / N times a little where they are not, as in a glass.
 */
final class BraggPeak {

    private static final double LEAST_K = 1;
    private static final double MOST_K = 3;
    private static final int MOST_ATOMS = 500;
    static final int LEAST_ATOMS = 60;

    private final double[][] phases;
    private final double[][] reciprocal = new double[3][3];
    private final int[] most = new int[3];
    private final int atoms;

    private BraggPeak(final AtomFrame frame, final int[] given) {
        // Not each so-manieth: atoms stand in files in the order of their lattice.
        final int[] some = given.length <= MOST_ATOMS ? given : new Random(1).ints(0, given.length).distinct().limit(MOST_ATOMS).map(i -> given[i]).toArray();
        atoms = some.length;
        phases = new double[3][atoms];
        final double[][] inverse = frame.cell().inverse();
        for (int e = 0; e < 3; e++) {
            final double[] edge = frame.cell().edges()[e];
            most[e] = (int) Math.ceil(MOST_K * Math.sqrt(edge[0] * edge[0] + edge[1] * edge[1] + edge[2] * edge[2]) / (2 * Math.PI));
            for (int axis = 0; axis < 3; axis++) {
                reciprocal[e][axis] = 2 * Math.PI * inverse[e][axis];
                for (int i = 0; i < atoms; i++) {
                    phases[e][i] += reciprocal[e][axis] * frame.positions()[3 * some[i] + axis];
                }
            }
        }
    }

    /** NaN for too few atoms. */
    static double strength(final AtomFrame frame, final int[] atoms) {
        return atoms.length < LEAST_ATOMS ? Double.NaN : new BraggPeak(frame, atoms).strongest();
    }

    private double strongest() {
        double strongest = 0;
        final double[] cosines = new double[atoms];
        final double[] sines = new double[atoms];
        final double[] turnCosines = new double[atoms];
        final double[] turnSines = new double[atoms];
        for (int i = 0; i < atoms; i++) {
            turnCosines[i] = Math.cos(phases[2][i]);
            turnSines[i] = Math.sin(phases[2][i]);
        }
        // Half of them, since −k tells the same.
        for (int h = 0; h <= most[0]; h++) {
            for (int k = h == 0 ? 0 : -most[1]; k <= most[1]; k++) {
                if (least(h, k) < MOST_K * MOST_K) {
                    strongest = Math.max(strongest, alongThird(h, k, cosines, sines, turnCosines, turnSines));
                }
            }
        }
        return strongest / atoms / atoms;
    }

    private double alongThird(final int h, final int k, final double[] cosines, final double[] sines, final double[] turnCosines, final double[] turnSines) {
        for (int i = 0; i < atoms; i++) {
            final double phase = h * phases[0][i] + k * phases[1][i] - most[2] * phases[2][i];
            cosines[i] = Math.cos(phase);
            sines[i] = Math.sin(phase);
        }
        double strongest = 0;
        for (int l = -most[2]; l <= most[2]; l++) {
            final double square = square(h, k, l);
            if (square >= LEAST_K * LEAST_K && square <= MOST_K * MOST_K) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < atoms; i++) {
                    real += cosines[i];
                    imaginary += sines[i];
                }
                strongest = Math.max(strongest, real * real + imaginary * imaginary);
            }
            for (int i = 0; i < atoms; i++) {
                final double turned = cosines[i] * turnCosines[i] - sines[i] * turnSines[i];
                sines[i] = sines[i] * turnCosines[i] + cosines[i] * turnSines[i];
                cosines[i] = turned;
            }
        }
        return strongest;
    }

    private double square(final int h, final int k, final double l) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            final double component = h * reciprocal[0][axis] + k * reciprocal[1][axis] + l * reciprocal[2][axis];
            sum += component * component;
        }
        return sum;
    }

    /** The least square of any wave vector with these two numbers. */
    private double least(final int h, final int k) {
        double along = 0;
        double length = 0;
        for (int axis = 0; axis < 3; axis++) {
            along += (h * reciprocal[0][axis] + k * reciprocal[1][axis]) * reciprocal[2][axis];
            length += reciprocal[2][axis] * reciprocal[2][axis];
        }
        return square(h, k, -along / length);
    }
}
