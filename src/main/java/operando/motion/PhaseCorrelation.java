package operando.motion;

import operando.motion.subvolume.GreyBlock;
import org.jtransforms.fft.FloatFFT_3D;

/**
 * The whole-voxel shift between two blocks of one size by phase correlation (Kuglin and Hines, 1975): the peak of the
 * inverse transform of the cross-power spectrum with its amplitude taken out, under a Hann window.
 */
final class PhaseCorrelation {

    private PhaseCorrelation() {
    }

    /** The shift {x, y, z} that takes the reference to the deformed block, at most half the block along each axis. */
    static int[] shift(final GreyBlock reference, final GreyBlock deformed) {
        final int width = reference.width();
        final int height = reference.height();
        final int depth = reference.depth();
        final float[] data = new float[Math.multiplyExact(2, reference.grey().length)];
        final double[] hannX = hann(width);
        final double[] hannY = hann(height);
        final double[] hannZ = hann(depth);
        for (int i = 0; i < reference.grey().length; i++) {
            final double weight = hannX[i % width] * hannY[i / width % height] * hannZ[i / width / height];
            data[2 * i] = (float) (weight * reference.grey()[i]);
            data[2 * i + 1] = (float) (weight * deformed.grey()[i]);
        }
        final FloatFFT_3D transform = new FloatFFT_3D(depth, height, width);
        transform.complexForward(data);
        final float[] phases = phases(data, width, height, depth);
        transform.complexInverse(phases, false);
        int best = 0;
        for (int i = 1; i < reference.grey().length; i++) {
            best = phases[2 * i] > phases[2 * best] ? i : best;
        }
        return new int[] {signed(best % width, width), signed(best / width % height, height),
            signed(best / width / height, depth)};
    }

    private static float[] phases(final float[] data, final int width, final int height, final int depth) {
        final float[] phases = new float[data.length];
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < height; j++) {
                for (int i = 0; i < width; i++) {
                    final int at = 2 * ((k * height + j) * width + i);
                    final int opposite = 2 * (((depth - k) % depth * height + (height - j) % height) * width
                        + (width - i) % width);
                    final float aRe = data[at] + data[opposite];
                    final float aIm = data[at + 1] - data[opposite + 1];
                    final float bRe = data[at + 1] + data[opposite + 1];
                    final float bIm = data[opposite] - data[at];
                    final float re = aRe * bRe + aIm * bIm;
                    final float im = aRe * bIm - aIm * bRe;
                    // The square root of the amplitude is left in, so that frequencies of mere noise weigh less.
                    final double amplitude = Math.sqrt(Math.sqrt((double) re * re + (double) im * im));
                    phases[at] = amplitude > 0 ? (float) (re / amplitude) : 0;
                    phases[at + 1] = amplitude > 0 ? (float) (im / amplitude) : 0;
                }
            }
        }
        return phases;
    }

    private static double[] hann(final int length) {
        final double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            window[i] = Math.pow(Math.sin(Math.PI * (i + 0.5) / length), 2);
        }
        return window;
    }

    private static int signed(final int shift, final int length) {
        return shift > length / 2 ? shift - length : shift;
    }
}
