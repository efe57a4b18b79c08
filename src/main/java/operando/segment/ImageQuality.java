package operando.segment;

import org.apache.commons.math3.special.Erf;

/**
 * How well the grey values of one scan tell the phases apart.
 *
 * @param noise           standard deviation of the grey values well inside lithium, with whatever makes them vary: noise, rings,
 *                        shading
 * @param contrastToNoise the step from void to lithium or from lithium to interphase, the smaller one, over the noise
 * @param blurVoxels      standard deviation of the blur along the stack axis; NaN where too few surfaces tell
 * @param falseVoidShare  the part of columns in contact that noise is expected to show as void
 */
public record ImageQuality(double noise, double contrastToNoise, double blurVoxels, double falseVoidShare) {

    /** With fewer of them noise does nothing to contact that is worth a filter: 0.002, at a contrast-to-noise of 6.7 for d = 5. */
    public static final double HARMLESS = 0.002;
    /** More falsely dark columns than this are worth a warning: 0.01 of the contact, at a contrast-to-noise of 5.8 for d = 5. */
    public static final double DOUBTFUL = 0.01;
    /** With more of them rims of voids are no longer told from noise: 0.03, at 5.0. */
    public static final double NO_RIMS = 0.03;
    /** With more of them contact cannot be told: 0.1, at 4.1. */
    public static final double NO_CONTACT = 0.1;
    /** With more of them no phase can be told: 0.3, at 2.9. */
    public static final double NO_PHASES = 0.3;
    /** With more blur than this along the stack axis, standard deviation in voxels, thin voids are lost in it. */
    public static final double MOST_BLUR = 1.5;
    /** With more blur than this, lithium and interphase run into one another. */
    public static final double NO_PHASES_BLUR = 2.5;

    /** Full width at half maximum over standard deviation of a Gaussian. */
    private static final double WIDTH = 2 * Math.sqrt(2 * Math.log(2));

    /** Whether lithium, interphase and electrolyte can be told apart at all. */
    public boolean tellsPhases() {
        return falseVoidShare <= NO_PHASES && !(blurVoxels > NO_PHASES_BLUR);
    }

    /** Whether contact can be told from void. */
    public boolean tellsContact() {
        return falseVoidShare <= NO_CONTACT && !(blurVoxels > MOST_BLUR);
    }

    /** Whether the volume of voids and their thin rims can be told. */
    public boolean tellsVoids() {
        return falseVoidShare <= NO_RIMS && !(blurVoxels > MOST_BLUR);
    }

    /** Full width at half maximum of the blur along the stack axis, voxels; NaN where it is not known. */
    public double resolutionVoxels() {
        return WIDTH * blurVoxels;
    }

    /**
     * With thresholds half-way between the phases each of the last voxels of lithium is below that of voids with the probability
     * Q(CNR/2), and a column that has such a voxel counts as void.
     *
     * @param contactDepth d, how many voxels of lithium must not be dark
     */
    static ImageQuality of(final double noise, final double contrastToNoise, final double blurVoxels, final int contactDepth) {
        final double dark = 0.5 * Erf.erfc(contrastToNoise / (2 * Math.sqrt(2)));
        return new ImageQuality(noise, contrastToNoise, blurVoxels, 1 - Math.pow(1 - dark, contactDepth));
    }
}
