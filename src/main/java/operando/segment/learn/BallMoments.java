package operando.segment.learn;

/**
 * Mean and variance of the voxels of a ball that lie inside the scan. A row of the ball is made up of windows whose widths
 * are powers of two, so that the cost grows with the ball's section and not with its volume, and the order of summation
 * never depends on where a block begins.
 */
final class BallMoments {

    private final Ball ball;
    private final boolean squared;

    private BallMoments(final Ball ball, final boolean squared) {
        this.ball = ball;
        this.squared = squared;
    }

    static float[] mean(final Ball ball, final VoxelBlock block) {
        final double[] sums = new BallMoments(ball, false).of(block);
        final int[] counts = counts(ball, block);
        final float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / counts[i]);
        }
        return mean;
    }

    /** Sample variance; 0 where a voxel is alone. */
    static float[] variance(final Ball ball, final VoxelBlock block) {
        final double[] sums = new BallMoments(ball, false).of(block);
        final double[] squares = new BallMoments(ball, true).of(block);
        final int[] counts = counts(ball, block);
        final float[] variance = new float[sums.length];
        for (int i = 0; i < variance.length; i++) {
            variance[i] = counts[i] < 2 ? 0 : (float) ((squares[i] - sums[i] * sums[i] / counts[i]) / (counts[i] - 1));
        }
        return variance;
    }

    private static int[] counts(final Ball ball, final VoxelBlock block) {
        final int[] counts = new int[block.size()];
        final GreyVolume read = block.read();
        int i = 0;
        for (int z = block.before(); z < block.before() + block.depth(); z++) {
            for (int y = block.up(); y < block.up() + block.height(); y++) {
                for (final Ball.Row row : ball.rows()) {
                    if (y + row.dy() >= 0 && y + row.dy() < read.height() && z + row.dz() >= 0 && z + row.dz() < read.depth()) {
                        for (int x = 0; x < block.width(); x++) {
                            counts[i + x] += Math.min(read.width() - 1, block.left() + x + row.half()) - Math.max(0, block.left() + x - row.half()) + 1;
                        }
                    }
                }
                i += block.width();
            }
        }
        return counts;
    }

    private double[] of(final VoxelBlock block) {
        final int reach = ball.reach();
        final int count = block.width();
        final double[] sums = new double[block.size()];
        final double[][] windows = new double[32 - Integer.numberOfLeadingZeros(2 * reach + 1)][count + 2 * reach];
        for (int z = 0; z < block.read().depth(); z++) {
            for (int y = 0; y < block.read().height(); y++) {
                fill(block, y, z, windows);
                for (final Ball.Row row : ball.rows()) {
                    final int toY = y - row.dy() - block.up();
                    final int toZ = z - row.dz() - block.before();
                    if (toY >= 0 && toY < block.height() && toZ >= 0 && toZ < block.depth()) {
                        addRow(windows, reach - row.half(), 2 * row.half() + 1, sums, (toZ * block.height() + toY) * count, count);
                    }
                }
            }
        }
        return sums;
    }

    private void fill(final VoxelBlock block, final int y, final int z, final double[][] windows) {
        final int row = block.read().index(0, y, z);
        for (int x = 0; x < windows[0].length; x++) {
            final int from = block.left() + x - ball.reach();
            final float value = from < 0 || from >= block.read().width() ? 0 : block.read().grey()[row + from];
            windows[0][x] = squared ? value * value : value;
        }
        for (int level = 1; level < windows.length; level++) {
            final int step = 1 << level - 1;
            for (int x = 0; x <= windows[0].length - (1 << level); x++) {
                windows[level][x] = windows[level - 1][x] + windows[level - 1][x + step];
            }
        }
    }

    private static void addRow(final double[][] windows, final int first, final int width, final double[] sums, final int at, final int count) {
        int from = first;
        for (int level = 0; level < windows.length; level++) {
            if ((width >> level & 1) == 1) {
                final double[] window = windows[level];
                for (int x = 0; x < count; x++) {
                    sums[at + x] += window[from + x];
                }
                from += 1 << level;
            }
        }
    }
}
