package operando.segment;

import java.util.ArrayList;
import java.util.List;

/** The peaks of a {@link EdgeFreeHistogram}, dark to bright; each stands clear of the valleys beside it. */
final class GreyPeaks {

    /**
     * One peak.
     *
     * @param grey  mean grey value around its top
     * @param inner samples in the middle third of the stack
     * @param outer samples in the outer thirds
     */
    record Peak(double grey, long inner, long outer) {

        long count() {
            return inner + outer;
        }

        /** How many more samples the outer thirds have than the middle third, for the same number of slices. */
        double outerExcess() {
            return outer - 2.0 * inner;
        }
    }

    private static final double BANDWIDTH_OF_NOISE = 0.25;
    private static final double LEAST_BANDWIDTH = 0.004;
    private static final double VALLEY = 0.8;
    private static final int LEAST_SAMPLES = 20;

    private GreyPeaks() {
    }

    static List<Peak> of(final EdgeFreeHistogram overview) {
        final double[] smooth = smooth(overview);
        final List<int[]> segments = new ArrayList<>();
        int from = 0;
        int top = -1;
        int valley = 0;
        for (int bin = 0; bin < smooth.length; bin++) {
            if (top < 0) {
                if (smooth[bin] < smooth[valley]) {
                    valley = bin;
                } else if (smooth[valley] < VALLEY * smooth[bin]) {
                    from = valley;
                    top = bin;
                }
            } else if (smooth[bin] > smooth[top]) {
                top = bin;
            } else if (smooth[bin] < VALLEY * smooth[top]) {
                segments.add(new int[] {from, top, bin});
                top = -1;
                valley = bin;
            }
        }
        final List<Peak> peaks = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            final int begin = valleyBetween(smooth, i == 0 ? 0 : segments.get(i - 1)[1], segments.get(i)[1]);
            final int end = valleyBetween(smooth, segments.get(i)[1], i + 1 < segments.size() ? segments.get(i + 1)[1] : smooth.length - 1);
            final Peak peak = peak(overview, smooth, begin, segments.get(i)[1], end);
            if (peak.count() >= LEAST_SAMPLES) {
                peaks.add(peak);
            }
        }
        return peaks;
    }

    private static int valleyBetween(final double[] smooth, final int from, final int to) {
        int valley = from;
        for (int bin = from; bin <= to; bin++) {
            if (smooth[bin] < smooth[valley]) {
                valley = bin;
            }
        }
        return valley;
    }

    private static Peak peak(final EdgeFreeHistogram overview, final double[] smooth, final int from, final int top, final int to) {
        long inner = 0;
        long outer = 0;
        double sum = 0;
        double weight = 0;
        for (int bin = from; bin <= to; bin++) {
            inner += overview.inner()[bin];
            outer += overview.outer()[bin];
            if (smooth[bin] > smooth[top] / 2) {
                sum += overview.grey(bin) * smooth[bin];
                weight += smooth[bin];
            }
        }
        return new Peak(sum / weight, inner, outer);
    }

    private static double[] smooth(final EdgeFreeHistogram overview) {
        final double sigma = Math.max(BANDWIDTH_OF_NOISE * overview.noise() / overview.binWidth(), LEAST_BANDWIDTH * EdgeFreeHistogram.BINS);
        final int reach = (int) Math.ceil(4 * sigma);
        final double[] smooth = new double[EdgeFreeHistogram.BINS];
        for (int bin = 0; bin < smooth.length; bin++) {
            final long count = overview.inner()[bin] + overview.outer()[bin];
            for (int other = Math.max(0, bin - reach); count > 0 && other <= Math.min(smooth.length - 1, bin + reach); other++) {
                smooth[other] += count * Math.exp(-(other - bin) * (other - bin) / (2 * sigma * sigma));
            }
        }
        return smooth;
    }
}
