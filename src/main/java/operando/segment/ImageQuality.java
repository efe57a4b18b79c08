package operando.segment;

import org.apache.commons.math3.special.Erf;

/**
 * How well the grey values of one scan tell the phases apart.
 *
 * @param noise           standard deviation of the grey values well inside lithium, with whatever makes them vary: noise, rings,
 *                        shading
 * @param contrastToNoise the step from void to lithium or from lithium to interphase, the smaller one, over the noise
 * @param blurVoxels      standard deviation of the blur along the stack axis; NaN where too few surfaces tell
 */
public record ImageQuality(double noise, double contrastToNoise, double blurVoxels) {

    /** Full width at half maximum over standard deviation of a Gaussian. */
    private static final double WIDTH = 2 * Math.sqrt(2 * Math.log(2));

    /** Full width at half maximum of the blur along the stack axis, voxels; NaN where it is not known. */
    public double resolutionVoxels() {
        return WIDTH * blurVoxels;
    }

    /**
     * The part of columns in contact that noise is expected to show as void: with the threshold half-way, each of the last voxels
     * of lithium is below it with the probability Q(CNR/2).
     *
     * @param contactDepth d, how many voxels of lithium must not be dark
     */
    public double falseVoidShare(final int contactDepth) {
        final double dark = 0.5 * Erf.erfc(contrastToNoise / (2 * Math.sqrt(2)));
        return 1 - Math.pow(1 - dark, contactDepth);
    }
}
