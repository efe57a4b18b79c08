package operando.segment.feature.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jtransforms.fft.DoubleFFT_2D;

/**
 * Responses of a slice to waves under a Gaussian, in ten directions: each response is brought to mean 0 and standard
 * deviation 1 over the slice, and of the ten the greatest and the least are kept, for a cosine and for what is a quarter of
 * a wave ahead of it. Both waves are the parts of one complex kernel. Used from several threads at the same time.
 */
final class GaborFilter {

    /** Greatest and least for the cosine, then both for the other wave. */
    static final int IMAGES = 4;

    private static final int ANGLES = 10;
    private static final int[] QUARTERS = {0, 2};

    private final double sigma;
    private final double gamma;
    private final double frequency;
    private float[][] spectra;

    /**
     * @param sigma     of the Gaussian along the wave, in pixels
     * @param gamma     sigma over that across the wave
     * @param frequency waves over the kernel
     */
    GaborFilter(final double sigma, final double gamma, final double frequency) {
        this.sigma = sigma;
        this.gamma = gamma;
        this.frequency = frequency;
    }

    /** All that Trainable Weka Segmentation has. */
    static List<GaborFilter> all() {
        final List<GaborFilter> all = new ArrayList<>();
        for (final double gamma : new double[] {1, 0.5, 0.25}) {
            all.add(new GaborFilter(1, gamma, 2));
        }
        for (final double sigma : new double[] {2, 4}) {
            for (final double gamma : new double[] {1, 2}) {
                all.add(new GaborFilter(sigma, gamma, 2));
                all.add(new GaborFilter(sigma, gamma, 3));
            }
        }
        return all;
    }

    /** The names of all images in the order of Trainable Weka Segmentation. */
    static List<String> allNames() {
        final List<String> names = new ArrayList<>();
        for (final boolean narrow : new boolean[] {true, false}) {
            for (int wave = 0; wave < QUARTERS.length; wave++) {
                for (final GaborFilter filter : all()) {
                    if (filter.sigma == 1 == narrow) {
                        names.addAll(filter.names().subList(2 * wave, 2 * wave + 2));
                    }
                }
            }
        }
        return names;
    }

    /** The names of its images. */
    List<String> names() {
        final List<String> names = new ArrayList<>();
        for (final int quarters : QUARTERS) {
            for (int which = 1; which <= 2; which++) {
                names.add("Gabor_" + which + "_" + sigma + "_" + gamma + "_" + quarters + "_" + frequency);
            }
        }
        return names;
    }

    private int reach() {
        return 3 * Math.max(1, (int) Math.max(sigma, sigma / gamma));
    }

    /** Its images of a whole slice. */
    float[][] of(final SliceSpectrum slice) {
        final float[][] images = new float[IMAGES][slice.pixels()];
        for (int i = 0; i < IMAGES; i++) {
            Arrays.fill(images[i], i % 2 == 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY);
        }
        final float[] cosine = new float[slice.pixels()];
        final float[] ahead = new float[slice.pixels()];
        for (final float[] spectrum : spectra()) {
            slice.convolve(spectrum, cosine, ahead);
            keep(cosine, images[0], images[1]);
            keep(ahead, images[2], images[3]);
        }
        return images;
    }

    private static void keep(final float[] response, final float[] greatest, final float[] least) {
        double sum = 0;
        double squares = 0;
        for (final float one : response) {
            sum += one;
            squares += (double) one * one;
        }
        final double mean = sum / response.length;
        final double variance = (squares - sum * mean) / (response.length - 1);
        final double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        for (int i = 0; i < response.length; i++) {
            final float normal = (float) ((response[i] - mean) * scale);
            greatest[i] = Math.max(greatest[i], normal);
            least[i] = Math.min(least[i], normal);
        }
    }

    private synchronized float[][] spectra() {
        if (spectra == null) {
            spectra = IntStream.range(0, ANGLES).mapToObj(i -> spectrum(i * (Math.PI / ANGLES))).toArray(float[][]::new);
        }
        return spectra;
    }

    /** Of the complex kernel at an angle; it is real, since the kernel turns into its conjugate in its middle. */
    float[] spectrum(final double angle) {
        final int side = SliceSpectrum.SIDE;
        final double[] kernel = new double[2 * side * side];
        for (int y = -reach(); y <= reach(); y++) {
            for (int x = -reach(); x <= reach(); x++) {
                final double along = x * Math.cos(angle) + y * Math.sin(angle);
                final double across = y * Math.cos(angle) - x * Math.sin(angle);
                final double spread = sigma / gamma;
                final double gauss = Math.exp(-0.5 * (along * along / (sigma * sigma) + across * across / (spread * spread)))
                    / (2 * Math.PI * sigma * spread);
                final double phase = 2 * Math.PI * frequency * along / (2 * reach() + 1);
                final int at = 2 * (Math.floorMod(y, side) * side + Math.floorMod(x, side));
                kernel[at] = gauss * Math.cos(phase);
                kernel[at + 1] = -gauss * Math.sin(phase);
            }
        }
        new DoubleFFT_2D(side, side).complexForward(kernel);
        final float[] spectrum = new float[side * side];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = (float) (kernel[2 * i] / spectrum.length);
        }
        return spectrum;
    }
}
