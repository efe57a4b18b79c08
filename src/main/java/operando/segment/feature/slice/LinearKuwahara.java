package operando.segment.feature.slice;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Smoothing along the most even line: of all lines in ten directions through a pixel, each in every position in which it
 * still covers the pixel, the mean of the one whose variance is least; or the variance over the mean, or over its square.
 * Greys count from the slice's least one, half a grey is added. Beyond the border the nearest pixel goes on.
 */
final class LinearKuwahara {

    // Lines are turned in a square with so many more pixels on each side.
    private static final int MARGIN = 3;

    private final int reach;
    private final int[][] lines;

    /** @param patch the length of the lines in pixels, odd */
    LinearKuwahara(final int patch) {
        reach = patch / 2;
        lines = IntStream.range(0, RotatedKernel.DIRECTIONS).mapToObj(i -> line(patch, i)).toArray(int[][]::new);
    }

    static int reach(final int patch) {
        return 2 * (patch / 2);
    }

    /** Pairs of dx, dy, row by row. */
    private static int[] line(final int patch, final int direction) {
        final int side = patch + 2 * MARGIN;
        final int[] columns = RotatedKernel.columns(side, direction);
        return IntStream.range(0, patch * patch)
            .filter(i -> columns[(i % patch + MARGIN) * side + i / patch + MARGIN] == (side - 1) / 2)
            .flatMap(i -> IntStream.of(i % patch - patch / 2, i / patch - patch / 2)).toArray();
    }

    /**
     * The three smoothings of the pixels of the plane's box.
     *
     * @param least the slice's least grey
     */
    float[][] of(final SlicePlane given, final float least) {
        final SlicePlane near = given.around(2 * reach);
        final LinearKuwaharaCriteria evenness = new LinearKuwaharaCriteria(near, least, reach);
        final LinearKuwaharaMinimum[] smoothings = new LinearKuwaharaMinimum[FeatureNames.KUWAHARAS];
        Arrays.setAll(smoothings, i -> new LinearKuwaharaMinimum(evenness, i));
        for (final int[] line : lines) {
            evenness.along(line);
            for (final LinearKuwaharaMinimum smoothing : smoothings) {
                smoothing.along(line);
            }
        }
        return Arrays.stream(smoothings).map(smoothing -> smoothing.means(least)).toArray(float[][]::new);
    }
}
