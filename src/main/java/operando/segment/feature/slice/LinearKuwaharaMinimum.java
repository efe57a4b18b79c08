package operando.segment.feature.slice;

import java.util.Arrays;

/**
 * For each pixel of a box, the mean of the most even line met so far of those that cover it; of equally even ones the first,
 * row by row.
 */
final class LinearKuwaharaMinimum {

    private static final float HALF = 0.5f;
    private static final int NONE = LinearKuwaharaCriteria.ordered(Float.MAX_VALUE);

    private final LinearKuwaharaCriteria lines;
    private final int which;
    private final SlicePlane area;
    private final int[] least;
    private final float[] means;
    private final int[] here;

    /** @param which measure of evenness decides */
    LinearKuwaharaMinimum(final LinearKuwaharaCriteria lines, final int which) {
        this.lines = lines;
        this.which = which;
        area = lines.area();
        least = new int[area.boxWidth() * area.boxHeight()];
        Arrays.fill(least, NONE);
        means = new float[least.length];
        here = new int[area.boxWidth()];
    }

    /** Takes the lines in one direction, for which evenness has been found; pairs of dx, dy. */
    void along(final int[] line) {
        final int[] rows = new int[line.length / 2];
        for (int y = 0; y < area.boxHeight(); y++) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Math.max(0, Math.min(area.height() - 1, area.up() + y + line[2 * i + 1])) * lines.stride()
                    + lines.reach() + area.left() + line[2 * i];
            }
            alongRow(rows, y * area.boxWidth());
        }
    }

    private void alongRow(final int[] rows, final int at) {
        final int[] unevenness = lines.unevenness(which);
        Arrays.fill(here, NONE);
        // Four at a time; where none is left, the last one again.
        final int last = rows.length - 1;
        for (int i = 0; i <= last; i += 4) {
            reduce(unevenness, rows[i], rows[Math.min(i + 1, last)], rows[Math.min(i + 2, last)], rows[Math.min(i + 3, last)], here);
        }
        for (int x = 0; x < here.length; x++) {
            if (here[x] < least[at + x]) {
                least[at + x] = here[x];
                int i = 0;
                while (unevenness[rows[i] + x] != here[x]) {
                    i++;
                }
                means[at + x] = lines.means()[rows[i] + x];
            }
        }
    }

    private static void reduce(final int[] values, final int a, final int b, final int c, final int d, final int[] least) {
        for (int x = 0; x < least.length; x++) {
            least[x] = Math.min(least[x], Math.min(Math.min(values[a + x], values[b + x]), Math.min(values[c + x], values[d + x])));
        }
    }

    /** The means, with a half and the grey added from which they count. */
    float[] means(final float from) {
        for (int i = 0; i < means.length; i++) {
            means[i] = means[i] + HALF + from;
        }
        return means;
    }
}
