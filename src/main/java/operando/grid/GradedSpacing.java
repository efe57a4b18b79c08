package operando.grid;

import operando.cell.RangeCheck;

/**
 * Cell heights between two faces at which the solution is rough: fine at both ends, each cell a little higher than the one
 * before it, coarsest in the middle, symmetric.
 */
public final class GradedSpacing {

    private GradedSpacing() {
    }

    /**
     * @param length between the faces
     * @param first  height that the cells at the faces have at most, in units of {@code length}
     * @param growth ratio of neighbouring heights, 1 or more
     * @return heights of the cells from one face to the other; they add up to {@code length}, and their number is even
     */
    public static double[] between(final double length, final double first, final double growth) {
        RangeCheck.positive("length", length, "");
        RangeCheck.positive("first height", first, "");
        RangeCheck.positive("growth", growth, "");
        int half = 1;
        double sum = first;
        double height = first;
        while (sum < length / 2) {
            height *= growth;
            sum += height;
            half++;
        }
        final double[] heights = new double[2 * half];
        final double scale = length / 2 / sum;
        height = first * scale;
        for (int i = 0; i < half; i++) {
            heights[i] = height;
            heights[heights.length - 1 - i] = height;
            height *= growth;
        }
        return heights;
    }
}
