package operando.report.plot;

import java.util.stream.IntStream;

/**
 * Which points of a long series a picture shows: of each of some thousand spans of neighbours the first, the least, the greatest, the
 * last, and one that is no number, so that no peak and no gap is lost and the line looks the same. Short series are shown whole.
 */
final class Thinning {

    private static final int WHOLE = 20_000;
    // More than a figure has pixels.
    private static final int SPANS = 4000;

    private Thinning() {
    }

    /** The numbers of the points, rising. */
    static int[] shown(final double[] values) {
        if (values.length <= WHOLE) {
            return IntStream.range(0, values.length).toArray();
        }
        return IntStream.range(0, SPANS).flatMap(span -> ofSpan(values, start(values, span), start(values, span + 1))).toArray();
    }

    private static int start(final double[] values, final int span) {
        return (int) ((long) values.length * span / SPANS);
    }

    private static IntStream ofSpan(final double[] values, final int from, final int to) {
        int least = from;
        int greatest = from;
        int gap = from;
        for (int i = from; i < to; i++) {
            least = !(values[least] <= values[i]) && Double.isFinite(values[i]) ? i : least;
            greatest = !(values[greatest] >= values[i]) && Double.isFinite(values[i]) ? i : greatest;
            gap = Double.isFinite(values[i]) ? gap : i;
        }
        return IntStream.of(from, least, greatest, gap, to - 1).sorted().distinct();
    }
}
