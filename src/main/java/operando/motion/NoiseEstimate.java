package operando.motion;

import java.util.Arrays;

import operando.engine.Cores;
import operando.motion.subvolume.GreyBlock;
import operando.scan.Scan;

/**
 * The white noise of a scan beside its texture, from small cubes all over it: the autocovariance R of grey values drops
 * by the noise from lag 0 to its smooth continuation (4 R(1) − R(2))/3. Medians over the cubes, so that a few edges do
 * not matter.
 *
 * @param variance variance of the noise, grey values squared
 * @param share    variance of the noise over all variance within a cube, 0 to 1
 */
public record NoiseEstimate(double variance, double share) {

    private static final int SIDE = 16;
    private static final int CUBES = 6;

    public static NoiseEstimate of(final Scan scan, final Cores cores) {
        final int[] side = {Math.min(SIDE, scan.width()), Math.min(SIDE, scan.height()), Math.min(SIDE, scan.depth())};
        final int[] room = {scan.width() - side[0], scan.height() - side[1], scan.depth() - side[2]};
        final double[] variances = new double[CUBES * CUBES * CUBES];
        final double[] shares = new double[variances.length];
        // The cubes of one layer read the same slices.
        cores.forEach(CUBES, k -> {
            for (int i = 0; i < CUBES * CUBES; i++) {
                final int[] low = {room[0] * (i % CUBES) / (CUBES - 1), room[1] * (i / CUBES) / (CUBES - 1),
                    room[2] * k / (CUBES - 1)};
                final GreyBlock cube = GreyBlock.read(scan, low,
                    new int[] {low[0] + side[0], low[1] + side[1], low[2] + side[2]});
                measure(cube, variances, shares, k * CUBES * CUBES + i);
            }
        });
        return new NoiseEstimate(median(variances), median(shares));
    }

    private static void measure(final GreyBlock cube, final double[] variances, final double[] shares, final int to) {
        final double all = covariance(cube, 0);
        final double smooth = (4 * covariance(cube, 1) - covariance(cube, 2)) / 3;
        variances[to] = Math.max(0, Math.min(all, all - smooth));
        shares[to] = all > 0 ? variances[to] / all : Double.NaN;
    }

    // Mean over the three axes, since the noise is the same along all of them.
    private static double covariance(final GreyBlock cube, final int lag) {
        final int plane = cube.width() * cube.height();
        double sum = 0;
        long count = 0;
        for (int z = 0; z < cube.depth(); z++) {
            for (int y = 0; y < cube.height(); y++) {
                for (int x = 0; x < cube.width(); x++) {
                    final int at = z * plane + y * cube.width() + x;
                    final double value = cube.grey()[at];
                    if (x + lag < cube.width()) {
                        sum += value * cube.grey()[at + lag];
                        count++;
                    }
                    if (y + lag < cube.height()) {
                        sum += value * cube.grey()[at + lag * cube.width()];
                        count++;
                    }
                    if (z + lag < cube.depth()) {
                        sum += value * cube.grey()[at + lag * plane];
                        count++;
                    }
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double median(final double[] values) {
        final double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
