package operando.motion.subvolume;

import java.io.Serializable;

import operando.engine.Cores;

/**
 * Gaussian smoothing of a block before it is correlated, and what it leaves of white noise. Ends are mirrored.
 */
public final class Smoothing implements Serializable {

    private static final long serialVersionUID = 1L;


    /** No smoothing. */
    static final Smoothing NONE = new Smoothing(0);

    private static final double REACH = 3.5;
    private static final int FREQUENCIES = 2000;
    private static final double UNRELATED = 0.125;

    private final float[] kernel;
    private final double keptNoise;
    private final double slopeNoise;
    private final double phaseNoise;
    private final double halfwayNoise;

    /** @param sigma standard deviation in voxels; 0 leaves the block as it is */
    public Smoothing(final double sigma) {
        final int reach = (int) Math.ceil(REACH * sigma);
        kernel = new float[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = sigma > 0 ? (float) Math.exp(-0.5 * i * i / (sigma * sigma)) : 1;
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= (float) sum;
        }
        double power = 0;
        double slopePower = 0;
        double phasePower = 0;
        double halfwayPower = 0;
        for (int i = 0; i < FREQUENCIES; i++) {
            final double omega = Math.PI * (i + 0.5) / FREQUENCIES;
            final double response = response(omega);
            final double slope = 3 * Math.sin(omega) / (2 + Math.cos(omega));
            power += response * response / FREQUENCIES;
            slopePower += response * response * slope * slope / FREQUENCIES;
            phasePower += response * response * slope * SplineBias.response(omega) / FREQUENCIES;
            final double halfway = (23 * Math.cos(omega / 2) + Math.cos(1.5 * omega)) / (8 * (2 + Math.cos(omega)));
            halfwayPower += response * response * halfway * halfway / FREQUENCIES;
        }
        keptNoise = power * power * power;
        slopeNoise = slopePower / power;
        phaseNoise = phasePower / power;
        halfwayNoise = halfwayPower / power;
    }

    private double response(final double omega) {
        double response = kernel[0];
        for (int i = 1; i < kernel.length; i++) {
            response += 2 * kernel[i] * Math.cos(i * omega);
        }
        return response;
    }

    /** How far from a voxel others enter its smoothed value. */
    public int reach() {
        return kernel.length - 1;
    }

    /** Variance that white noise has after smoothing over that before. */
    public double keptNoise() {
        return keptNoise;
    }

    /** Variance of the slopes of the spline through smoothed white noise over the variance of that noise. */
    double slopeNoise() {
        return slopeNoise;
    }

    /** Mean product of slope and phase error of the spline through smoothed white noise over the variance of that noise. */
    double phaseNoise() {
        return phaseNoise;
    }

    /** Variance of the spline through smoothed white noise halfway between two voxels along one axis, over that at a voxel. */
    double halfwayNoise() {
        return halfwayNoise;
    }

    /** How many voxels apart smoothed white noise is hardly related any more: the first distance at which its autocovariance is below an eighth. */
    int noiseReach() {
        int far = 1;
        while (far < 2 * reach() && autocovariance(far) > UNRELATED * autocovariance(0)) {
            far++;
        }
        return far;
    }

    private double autocovariance(final int lag) {
        double sum = 0;
        for (int i = -reach(); i <= reach() - lag; i++) {
            sum += kernel[Math.abs(i)] * kernel[Math.abs(i + lag)];
        }
        return sum;
    }

    /** The smoothed block; axes x (fastest), y, z. */
    float[] apply(final float[] grey, final int width, final int height, final int depth, final Cores cores) {
        if (kernel.length == 1) {
            return grey;
        }
        final int plane = width * height;
        final float[] alongX = new float[grey.length];
        final float[] alongY = new float[grey.length];
        cores.forEach(depth, z -> {
            for (int y = 0; y < height; y++) {
                final int start = z * plane + y * width;
                lines(grey, alongX, start, 1, width, 1);
            }
            lines(alongX, alongY, z * plane, width, height, width);
        });
        cores.forEach(height, y -> lines(alongY, alongX, y * width, plane, depth, width));
        return alongX;
    }

    private void lines(final float[] from, final float[] to, final int start, final int stride, final int length,
        final int lines) {
        for (int i = 0; i < length; i++) {
            final int at = start + i * stride;
            for (int x = 0; x < lines; x++) {
                to[at + x] = kernel[0] * from[at + x];
            }
            for (int k = 1; k < kernel.length; k++) {
                final int before = start + mirrored(i - k, length) * stride;
                final int after = start + mirrored(i + k, length) * stride;
                final float weight = kernel[k];
                for (int x = 0; x < lines; x++) {
                    to[at + x] += weight * (from[before + x] + from[after + x]);
                }
            }
        }
    }

    private static int mirrored(final int i, final int length) {
        int k = i;
        while (k < 0 || k >= length) {
            k = k < 0 ? -k - 1 : 2 * length - 1 - k;
        }
        return k;
    }
}
