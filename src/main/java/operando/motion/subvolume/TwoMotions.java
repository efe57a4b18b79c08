package operando.motion.subvolume;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A subvolume through which a jump of the motion goes, taken apart: each voxel belongs to the one of two motions that
 * leaves the smaller squared difference about it.
 *
 * @param centre  the motion of the part in which the subvolume's centre lies
 * @param other   the motion of the other part
 * @param own     voxels that move with the centre, none close to the others; x fastest
 * @param foreign voxels that move with the other part, none close to the own
 * @param jump    the other part's displacement less that of the centre's, mean over where both meet, voxels
 */
record TwoMotions(ShapeFunction centre, ShapeFunction other, boolean[] own, boolean[] foreign, double[] jump) {

    // Radius of the boxes over which squared differences are summed, twice: less than a grain of usual texture.
    private static final int NEAR = 2;
    // Interpolation and smoothing mix both sides this far from the jump.
    private static final int MARGIN = 2;
    // Two motions always explain a little more than one.
    private static final double LESS = 0.9;
    private static final double MAYBE_LESS = 0.95;
    // Over the median of means over boxes of 27 voxels; noise alone hardly reaches it once in a subvolume.
    private static final float STRANGE = 8;
    private static final double CORNER = 0.1;
    // Voxels. The halves of a field that bends are two motions as well, but they agree where they meet.
    private static final double LEAST_JUMP = 0.2;

    /**
     * @param samples all voxels of the subvolume, loaded
     * @param motions likely ones
     * @param single  the motion found for the whole subvolume, bent or not
     * @return none if two motions explain little more than one
     */
    static Optional<TwoMotions> of(final SubvolumeSamples samples, final SplineVolume deformed, final double x, final double y, final double z,
        final List<ShapeFunction> motions, final ShapeFunction single) {
        final Parts parts = Parts.of(samples, deformed, x, y, z, motions, single, NEAR);
        if (!(parts.left < LESS)) {
            return Optional.empty();
        }
        final ShapeFunction centre = motions.get(parts.centre);
        final ShapeFunction other = motions.get(parts.other);
        final boolean[] own = new boolean[samples.f.length];
        final boolean[] foreign = new boolean[own.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = parts.aboutCentre[i] <= parts.aboutOther[i];
            foreign[i] = !own[i];
        }
        final double[] jump = jump(centre, other, own, samples);
        final boolean real = jump[0] * jump[0] + jump[1] * jump[1] + jump[2] * jump[2] >= LEAST_JUMP * LEAST_JUMP;
        return real ? Optional.of(new TwoMotions(centre, other, without(own, foreign, samples.side), without(foreign, own, samples.side), jump)) : Optional.empty();
    }

    /** Whether two of the motions may explain more than one, judged from a part of the voxels: what fails here is not worth a closer look. */
    static boolean mayExplain(final SubvolumeSamples samples, final SplineVolume deformed, final double x, final double y, final double z,
        final List<ShapeFunction> motions, final ShapeFunction single) {
        return Parts.of(samples, deformed, x, y, z, motions, single, Math.max(1, NEAR / samples.step)).left < MAYBE_LESS;
    }

    /**
     * The voxels about which a motion leaves no more than noise does in most of the subvolume, none close to the others: a jump that
     * cuts off no more than a corner of a subvolume leaves too few voxels to know their motion, but they stand out.
     *
     * @return none if there are no others, or too many for a corner
     */
    static Optional<boolean[]> withoutStrangers(final SubvolumeSamples samples, final SplineVolume deformed, final double x, final double y,
        final double z, final ShapeFunction motion) {
        final float[] about = boxes(difference(samples, deformed, x, y, z, motion), samples.side, 1);
        final float[] sorted = about.clone();
        Arrays.sort(sorted);
        final float most = STRANGE * sorted[sorted.length / 2];
        final boolean[] usual = new boolean[about.length];
        final boolean[] strange = new boolean[about.length];
        int strangers = 0;
        for (int i = 0; i < about.length; i++) {
            strange[i] = about[i] > most;
            usual[i] = !strange[i];
            strangers += strange[i] ? 1 : 0;
        }
        return strangers == 0 || strangers > CORNER * about.length ? Optional.empty() : Optional.of(without(usual, strange, samples.side));
    }

    /**
     * Which two motions leave least.
     *
     * @param left over what the best single motion leaves
     */
    private record Parts(int centre, int other, float[] aboutCentre, float[] aboutOther, double left) {

        static Parts of(final SubvolumeSamples samples, final SplineVolume deformed, final double x, final double y, final double z,
            final List<ShapeFunction> motions, final ShapeFunction single, final int near) {
            final float[][] each = new float[motions.size()][];
            final float[][] about = new float[motions.size()][];
            for (int m = 0; m < about.length; m++) {
                each[m] = difference(samples, deformed, x, y, z, motions.get(m));
                about[m] = boxes(boxes(each[m], samples.side, near), samples.side, near);
            }
            final int middle = samples.f.length / 2;
            int centre = 0;
            for (int m = 1; m < about.length; m++) {
                centre = about[m][middle] < about[centre][middle] ? m : centre;
            }
            int other = centre;
            double least = Double.POSITIVE_INFINITY;
            for (int m = 0; m < about.length; m++) {
                final double both = m == centre ? Double.POSITIVE_INFINITY : sum(about[centre], about[m], each[centre], each[m]);
                other = both < least ? m : other;
                least = Math.min(both, least);
            }
            final float[] whole = difference(samples, deformed, x, y, z, single);
            double one = sum(whole, whole, whole, whole);
            for (final float[] alone : each) {
                one = Math.min(one, sum(alone, alone, alone, alone));
            }
            return new Parts(centre, other, about[centre], about[other], least / one);
        }
    }

    /** Whether the centre is not so close to the jump that it may lie on the other side. */
    boolean knowsSide() {
        return own[own.length / 2];
    }

    // Not numbers, and so no jump, if the parts do not meet.
    private static double[] jump(final ShapeFunction centre, final ShapeFunction other, final boolean[] own, final SubvolumeSamples samples) {
        final int side = samples.side;
        final double[] sum = new double[3];
        int count = 0;
        for (int i = 0; i < own.length; i++) {
            final int x = i % side;
            final int y = i / side % side;
            final int z = i / side / side;
            final boolean meet = x + 1 < side && own[i] != own[i + 1] || y + 1 < side && own[i] != own[i + side]
                || z + 1 < side && own[i] != own[i + side * side];
            if (meet) {
                count++;
                final double dx = x - side / 2;
                final double dy = y - side / 2;
                final double dz = z - side / 2;
                for (int c = 0; c < 3; c++) {
                    sum[c] += other.at(c, dx, dy, dz) - centre.at(c, dx, dy, dz);
                }
            }
        }
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    // What is left at each voxel by the motion that leaves less about it.
    private static double sum(final float[] aboutA, final float[] aboutB, final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += aboutA[i] <= aboutB[i] ? a[i] : b[i];
        }
        return sum;
    }

    // Both scans' contrast over the cube is the same whatever moved where, so that it needs no match.
    private static float[] difference(final SubvolumeSamples samples, final SplineVolume deformed, final double x, final double y, final double z,
        final ShapeFunction motion) {
        final float[] grey = new float[samples.f.length];
        samples.sample(deformed, x, y, z, motion, grey);
        double sum = 0;
        double square = 0;
        for (int i = 0; i < grey.length; i++) {
            grey[i] *= samples.weights[i];
            sum += grey[i];
            square += (double) grey[i] * grey[i];
        }
        final double mean = sum / samples.count();
        final double variation = square - mean * sum;
        final double scale = variation > 0 ? Math.sqrt(samples.variation() / variation) : 0;
        for (int i = 0; i < grey.length; i++) {
            final double difference = samples.f[i] - samples.weights[i] * scale * (grey[i] - mean);
            grey[i] = (float) (difference * difference);
        }
        return grey;
    }

    private static boolean[] without(final boolean[] kept, final boolean[] others, final int side) {
        final float[] near = new float[others.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = others[i] ? 1 : 0;
        }
        final float[] sums = boxes(near, side, MARGIN);
        final boolean[] result = new boolean[kept.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = kept[i] && sums[i] < 0.5f / (2 * MARGIN + 1) / (2 * MARGIN + 1) / (2 * MARGIN + 1);
        }
        return result;
    }

    /** Means over boxes, smaller ones at the cube's faces. */
    private static float[] boxes(final float[] values, final int side, final int radius) {
        float[] from = values;
        for (int stride = 1; stride < values.length; stride *= side) {
            final float[] to = new float[values.length];
            for (int start = 0; start < values.length; start += stride * side) {
                lines(from, to, start, stride, side, radius);
            }
            from = to;
        }
        return from;
    }

    // As many lines at a time as lie beside each other.
    private static void lines(final float[] from, final float[] to, final int start, final int stride, final int side, final int radius) {
        for (int i = 0; i < side; i++) {
            final int first = Math.max(0, i - radius);
            final int last = Math.min(side - 1, i + radius);
            final float share = 1f / (last - first + 1);
            final int at = start + i * stride;
            for (int k = first; k <= last; k++) {
                final int other = start + k * stride;
                for (int n = 0; n < stride; n++) {
                    to[at + n] += share * from[other + n];
                }
            }
        }
    }
}
