package operando.phantom;

import org.apache.commons.math3.special.Erf;

/**
 * The share of a voxel, after Gaussian blur along the stack axis, that lies beyond an edge: the mean over the voxel of
 * Φ((z − edge) / σ), exact for a layered column. Read from a table with linear interpolation (error below 1e-6).
 */
final class BlurredEdge {

    private static final int STEPS = 512;
    private static final double SIGMAS = 4.5;

    private final double reach;
    private final float[] table;

    /** @param sigma standard deviation of the blur in voxels */
    BlurredEdge(final double sigma) {
        reach = 0.5 + SIGMAS * sigma;
        table = new float[(int) Math.ceil(2 * reach * STEPS) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) exact(i / (double) STEPS - reach, sigma);
        }
    }

    /** Beyond this distance, in voxels, from its middle a voxel does not see the edge. */
    double reach() {
        return reach;
    }

    /** @param beyond the voxel's middle minus the edge, in voxels */
    float share(final double beyond) {
        if (beyond <= -reach) {
            return 0;
        }
        if (beyond >= reach) {
            return 1;
        }
        final double place = (beyond + reach) * STEPS;
        final int i = (int) place;
        return table[i] + (float) (place - i) * (table[i + 1] - table[i]);
    }

    private static double exact(final double beyond, final double sigma) {
        if (sigma == 0) {
            return Math.max(0, Math.min(1, beyond + 0.5));
        }
        return sigma * (integral((beyond + 0.5) / sigma) - integral((beyond - 0.5) / sigma));
    }

    // The antiderivative of Φ: u Φ(u) + φ(u).
    private static double integral(final double u) {
        return u * 0.5 * Erf.erfc(-u / Math.sqrt(2)) + Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI);
    }
}
