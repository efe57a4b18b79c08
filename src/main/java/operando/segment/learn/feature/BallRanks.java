package operando.segment.learn.feature;

import java.util.Arrays;

/** Least, greatest and middle value of the voxels of a ball that lie inside the scan. */
final class BallRanks {

    private static final int FINE_BITS = 6;

    private final Ball ball;
    private final VoxelBlock block;
    private final float[] values;
    private final int[] ranks;
    private final int[] fine;
    private final int[] coarse;
    private int size;

    private BallRanks(final Ball ball, final VoxelBlock block) {
        this.ball = ball;
        this.block = block;
        values = distinct(block.read().grey());
        ranks = new int[block.read().grey().length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(values, block.read().grey()[i]);
        }
        coarse = new int[(values.length >> FINE_BITS) + 1];
        fine = new int[coarse.length << FINE_BITS];
    }

    private static float[] distinct(final float[] grey) {
        final float[] sorted = grey.clone();
        Arrays.sort(sorted);
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (Float.compare(sorted[i], sorted[count - 1]) != 0) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Minimum, maximum and median, the mean of the middle two where the number of voxels is even. */
    static float[][] of(final Ball ball, final VoxelBlock block) {
        return new BallRanks(ball, block).ranked();
    }

    private float[][] ranked() {
        final float[][] ranked = new float[3][block.size()];
        int i = 0;
        for (int z = block.before(); z < block.before() + block.depth(); z++) {
            for (int y = block.up(); y < block.up() + block.height(); y++) {
                for (int x = block.left(); x < block.left() + block.width(); x++) {
                    if (x == block.left()) {
                        start(x, y, z);
                    } else {
                        slide(x, y, z);
                    }
                    ranked[0][i] = values[rank(0)];
                    ranked[1][i] = values[rank(size - 1)];
                    final float upper = values[rank(size / 2)];
                    ranked[2][i] = size % 2 == 1 ? upper : (values[rank(size / 2 - 1)] + upper) / 2;
                    i++;
                }
            }
        }
        return ranked;
    }

    private void start(final int x, final int y, final int z) {
        Arrays.fill(fine, 0);
        Arrays.fill(coarse, 0);
        size = 0;
        for (final Ball.Row row : ball.rows()) {
            for (int dx = -row.half(); dx <= row.half(); dx++) {
                count(x + dx, y + row.dy(), z + row.dz(), 1);
            }
        }
    }

    private void slide(final int x, final int y, final int z) {
        for (final Ball.Row row : ball.rows()) {
            count(x - 1 - row.half(), y + row.dy(), z + row.dz(), -1);
            count(x + row.half(), y + row.dy(), z + row.dz(), 1);
        }
    }

    private void count(final int x, final int y, final int z, final int change) {
        final GreyVolume read = block.read();
        if (x >= 0 && x < read.width() && y >= 0 && y < read.height() && z >= 0 && z < read.depth()) {
            final int rank = ranks[read.index(x, y, z)];
            fine[rank] += change;
            coarse[rank >> FINE_BITS] += change;
            size += change;
        }
    }

    private int rank(final int wanted) {
        int bin = 0;
        int before = 0;
        while (before + coarse[bin] <= wanted) {
            before += coarse[bin];
            bin++;
        }
        int rank = bin << FINE_BITS;
        for (before += fine[rank]; before <= wanted; before += fine[rank]) {
            rank++;
        }
        return rank;
    }
}
