package operando.segment.feature.stack;

import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.SlidingRanks;
import operando.segment.feature.block.VoxelBlock;

/** Least, greatest and middle value of the voxels of a ball that lie inside the scan. */
final class BallRankFilter {

    private final Ball ball;
    private final VoxelBlock block;
    private final SlidingRanks ranks;

    private BallRankFilter(final Ball ball, final VoxelBlock block) {
        this.ball = ball;
        this.block = block;
        ranks = new SlidingRanks(block.read().grey());
    }

    /** Minimum, maximum and median, the mean of the middle two where the number of voxels is even. */
    static float[][] of(final Ball ball, final VoxelBlock block) {
        return new BallRankFilter(ball, block).ranked();
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
                    ranked[0][i] = ranks.least();
                    ranked[1][i] = ranks.greatest();
                    ranked[2][i++] = median();
                }
            }
        }
        return ranked;
    }

    private float median() {
        final int size = ranks.size();
        final float upper = ranks.value(size / 2);
        return size % 2 == 1 ? upper : (ranks.value(size / 2 - 1) + upper) / 2;
    }

    private void start(final int x, final int y, final int z) {
        ranks.clear();
        for (final Ball.Row row : ball.rows()) {
            for (int dx = -row.half(); dx <= row.half(); dx++) {
                if (isInside(x + dx, y + row.dy(), z + row.dz())) {
                    ranks.add(block.read().index(x + dx, y + row.dy(), z + row.dz()));
                }
            }
        }
    }

    private void slide(final int x, final int y, final int z) {
        for (final Ball.Row row : ball.rows()) {
            final int left = x - 1 - row.half();
            final int right = x + row.half();
            if (isInside(left, y + row.dy(), z + row.dz())) {
                ranks.remove(block.read().index(left, y + row.dy(), z + row.dz()));
            }
            if (isInside(right, y + row.dy(), z + row.dz())) {
                ranks.add(block.read().index(right, y + row.dy(), z + row.dz()));
            }
        }
    }

    private boolean isInside(final int x, final int y, final int z) {
        final GreyVolume read = block.read();
        return x >= 0 && x < read.width() && y >= 0 && y < read.height() && z >= 0 && z < read.depth();
    }
}
