package operando.segment.feature.stack;

import java.util.Arrays;

import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;

/**
 * Mean and variance of the voxels of a ball that lie inside the scan. Rows of the ball that are equally long share their
 * sums, and the order of summation never depends on where a block begins.
 */
final class BallMeanVariance {

    private final Ball ball;
    private final VoxelBlock block;
    private final int longest;
    private final double[][] sums;
    private final double[][] squares;
    private final int[] counts;

    BallMeanVariance(final Ball ball, final VoxelBlock block) {
        this.ball = ball;
        this.block = block;
        longest = ball.reach();
        sums = new double[block.height() * block.depth()][block.width()];
        squares = new double[sums.length][block.width()];
        counts = new int[block.size()];
        addRows();
        countVoxels();
    }

    float[] mean() {
        final float[] mean = new float[counts.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i / block.width()][i % block.width()] / counts[i]);
        }
        return mean;
    }

    /** Sample variance; 0 where a voxel is alone. */
    float[] variance() {
        final float[] variance = new float[counts.length];
        for (int i = 0; i < variance.length; i++) {
            final double sum = sums[i / block.width()][i % block.width()];
            final double square = squares[i / block.width()][i % block.width()];
            variance[i] = counts[i] < 2 ? 0 : (float) ((square - sum * sum / counts[i]) / (counts[i] - 1));
        }
        return variance;
    }

    // Row by row of what was read, to all rows of the box whose balls it belongs to.
    private void addRows() {
        final double[][] values = new double[longest + 1][block.width()];
        final double[][] squared = new double[longest + 1][block.width()];
        final double[] line = new double[block.width() + 2 * longest];
        final double[] lineSquared = new double[line.length];
        for (int z = 0; z < block.read().depth(); z++) {
            for (int y = 0; y < block.read().height(); y++) {
                take(y, z, line, lineSquared);
                sumUp(line, values);
                sumUp(lineSquared, squared);
                for (final Ball.Row row : ball.rows()) {
                    final int toY = y - row.dy() - block.up();
                    final int toZ = z - row.dz() - block.before();
                    if (toY >= 0 && toY < block.height() && toZ >= 0 && toZ < block.depth()) {
                        final int to = toZ * block.height() + toY;
                        add(values[row.half()], sums[to]);
                        add(squared[row.half()], squares[to]);
                    }
                }
            }
        }
    }

    private void take(final int y, final int z, final double[] line, final double[] lineSquared) {
        final GreyVolume read = block.read();
        final int row = read.index(0, y, z);
        for (int i = 0; i < line.length; i++) {
            final int x = block.left() + i - longest;
            final float value = x < 0 || x >= read.width() ? 0 : read.grey()[row + x];
            line[i] = value;
            lineSquared[i] = value * value;
        }
    }

    /** Sums of 1, 3, 5 … voxels about each voxel of a line. */
    private void sumUp(final double[] line, final double[][] about) {
        System.arraycopy(line, longest, about[0], 0, about[0].length);
        for (int half = 1; half <= longest; half++) {
            final double[] shorter = about[half - 1];
            final double[] longer = about[half];
            for (int x = 0; x < longer.length; x++) {
                longer[x] = shorter[x] + (line[longest + x - half] + line[longest + x + half]);
            }
        }
    }

    private static void add(final double[] values, final double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    private void countVoxels() {
        final GreyVolume read = block.read();
        final int[] rowsByHalf = new int[longest + 1];
        for (int k = 0; k < block.depth(); k++) {
            for (int j = 0; j < block.height(); j++) {
                Arrays.fill(rowsByHalf, 0);
                for (final Ball.Row row : ball.rows()) {
                    final int y = block.up() + j + row.dy();
                    final int z = block.before() + k + row.dz();
                    if (y >= 0 && y < read.height() && z >= 0 && z < read.depth()) {
                        rowsByHalf[row.half()]++;
                    }
                }
                countRow(rowsByHalf, (k * block.height() + j) * block.width());
            }
        }
    }

    private void countRow(final int[] rowsByHalf, final int at) {
        final int last = block.read().width() - 1;
        for (int half = 0; half < rowsByHalf.length; half++) {
            for (int i = 0; i < block.width(); i++) {
                final int x = block.left() + i;
                counts[at + i] += rowsByHalf[half] * (Math.min(last, x + half) - Math.max(0, x - half) + 1);
            }
        }
    }
}
