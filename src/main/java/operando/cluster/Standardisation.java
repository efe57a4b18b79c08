package operando.cluster;

import java.io.Serializable;

/** Samples shifted and scaled so that each feature has mean 0 and standard deviation 1; a constant feature becomes 0. */
public final class Standardisation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] mean;
    private final double[] scale;

    /** @param samples [feature][sample] */
    public Standardisation(final float[][] samples) {
        mean = new double[samples.length];
        scale = new double[samples.length];
        for (int f = 0; f < samples.length; f++) {
            for (final float value : samples[f]) {
                mean[f] += value;
            }
            mean[f] /= samples[f].length;
            double squares = 0;
            for (final float value : samples[f]) {
                squares += (value - mean[f]) * (value - mean[f]);
            }
            scale[f] = squares > 0 ? 1 / Math.sqrt(squares / samples[f].length) : 0;
        }
    }

    public int features() {
        return mean.length;
    }

    public void of(final float[][] features, final int voxel, final double[] to) {
        for (int f = 0; f < mean.length; f++) {
            to[f] = (features[f][voxel] - mean[f]) * scale[f];
        }
    }

    /** All samples, [sample][feature]. */
    public double[][] rows(final float[][] features) {
        final double[][] rows = new double[features[0].length][features.length];
        for (int i = 0; i < rows.length; i++) {
            of(features, i, rows[i]);
        }
        return rows;
    }
}
