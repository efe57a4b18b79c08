package operando.segment.feature.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Means along line segments in ten directions, 18 degrees apart, around each pixel, and over the ten their mean, maximum,
 * minimum, sum, sample standard deviation and median. Beyond the border the nearest pixel goes on.
 */
final class MembraneProjections {

    private final int reach;
    private final List<int[]> segments = new ArrayList<>();

    /**
     * @param patch      the segments' length in pixels, odd
     * @param thickness  their nominal width; they are one pixel wider
     */
    MembraneProjections(final int patch, final int thickness) {
        reach = patch / 2;
        for (int i = 0; i < RotatedKernel.DIRECTIONS; i++) {
            segments.add(segment(patch, thickness, i));
        }
    }

    /** Pairs of dx, dy: the pixels of a vertical bar, turned. */
    private static int[] segment(final int patch, final int thickness, final int direction) {
        final int[] columns = RotatedKernel.columns(patch, direction);
        final int middle = patch / 2;
        return IntStream.range(0, columns.length)
            .filter(i -> columns[i] >= middle - thickness / 2 && columns[i] <= middle + (thickness + 1) / 2)
            .flatMap(i -> IntStream.of(i % patch - middle, i / patch - middle)).toArray();
    }

    /** The six projections of the pixels of the plane's box. */
    float[][] of(final SlicePlane given) {
        final SlicePlane plane = given.around(reach);
        final int count = plane.boxWidth();
        final float[][] projections = new float[FeatureNames.MEMBRANES][count * plane.boxHeight()];
        final float[][] lines = new float[2 * reach + 1][plane.width() + 2 * reach];
        final float[][] responses = new float[RotatedKernel.DIRECTIONS][count];
        for (int y = 0; y < plane.boxHeight(); y++) {
            for (int dy = -reach; dy <= reach; dy++) {
                plane.copyRow(plane.up() + y + dy, reach, lines[dy + reach]);
            }
            for (int i = 0; i < RotatedKernel.DIRECTIONS; i++) {
                respond(segments.get(i), lines, plane.left() + reach, responses[i]);
            }
            project(responses, y * count, projections);
        }
        return projections;
    }

    private void respond(final int[] segment, final float[][] lines, final int first, final float[] response) {
        Arrays.fill(response, 0);
        for (int i = 0; i < segment.length; i += 2) {
            add(lines[segment[i + 1] + reach], first + segment[i], response);
        }
        final double scale = 1.0 / (segment.length / 2);
        for (int x = 0; x < response.length; x++) {
            response[x] = (float) (response[x] * scale);
        }
    }

    private static void add(final float[] line, final int from, final float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += line[from + x];
        }
    }

    private static void project(final float[][] responses, final int at, final float[][] projections) {
        final int count = responses[0].length;
        final float[] sum = new float[count];
        final double[] total = new double[count];
        final double[] squares = new double[count];
        for (final float[] response : responses) {
            for (int x = 0; x < count; x++) {
                final double value = response[x];
                sum[x] += response[x];
                total[x] += value;
                squares[x] += value * value;
            }
        }
        sort(responses);
        final int n = responses.length;
        for (int x = 0; x < count; x++) {
            projections[0][at + x] = sum[x] / n;
            projections[1][at + x] = responses[n - 1][x];
            projections[2][at + x] = responses[0][x];
            projections[3][at + x] = sum[x];
            final double spread = (n * squares[x] - total[x] * total[x]) / n;
            projections[4][at + x] = spread > 0 ? (float) Math.sqrt(spread / (n - 1.0)) : 0;
            projections[5][at + x] = (responses[n / 2 - 1][x] + responses[n / 2][x]) / 2;
        }
    }

    /** Sorts all columns side by side: odd-even transposition, ten rounds for ten values. */
    private static void sort(final float[][] rows) {
        for (int round = 0; round < rows.length; round++) {
            for (int i = round % 2; i + 1 < rows.length; i += 2) {
                order(rows[i], rows[i + 1]);
            }
        }
    }

    private static void order(final float[] lower, final float[] upper) {
        for (int x = 0; x < lower.length; x++) {
            final float a = lower[x];
            final float b = upper[x];
            lower[x] = Math.min(a, b);
            upper[x] = Math.max(a, b);
        }
    }
}
