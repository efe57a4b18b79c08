package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.subvolume.PointStatus;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class JumpSearchTest {

    private static final int WIDTH = 84;
    private static final int HEIGHT = 70;
    private static final int DEPTH = 66;
    private static final int HALF = 12;
    private static final double SHIFT = 0.4;
    private static final double[] EDGE = {1.7, 1.5, 1.3};
    private static final double NORMAL = 1 / Math.sqrt(3);
    // Along the plane x + y + z = const, three voxels long.
    private static final double[] SLIP = {-3 / Math.sqrt(2), 3 / Math.sqrt(2), 0};

    private static double distance(final double x, final double y, final double z) {
        return NORMAL * (x - WIDTH / 2.0 + y - HEIGHT / 2.0 + z - DEPTH / 2.0);
    }

    private static DisplacementField slide() {
        try (Cores cores = new Cores(2)) {
            final FourierTexture texture = new FourierTexture(60, 6, 14, 17);
            final float[] before = texture.evaluate(WIDTH, HEIGHT, DEPTH, (x, y, z, p) -> { }, cores);
            final float[] after = texture.evaluate(WIDTH, HEIGHT, DEPTH, (x, y, z, p) -> {
                final boolean slides = distance(x - SHIFT, y - SHIFT, z - SHIFT) > 0;
                for (int c = 0; c < 3; c++) {
                    p[c] -= SHIFT + (slides ? SLIP[c] : 0);
                }
            }, cores);
            FourierTexture.addNoise(before, 0.05, 18);
            FourierTexture.addNoise(after, 0.05, 19);
            final VoxelSize size = new VoxelSize(EDGE[0], EDGE[1], EDGE[2]);
            return VolumeCorrelation.correlate(VolumeCorrelationTest.scan("before", before, WIDTH, HEIGHT, DEPTH, size),
                VolumeCorrelationTest.scan("after", after, WIDTH, HEIGHT, DEPTH, size),
                CorrelationSettings.defaults().withSpacing(7).withSubvolume(2 * HALF + 1), Masks.none(), cores, Progress.SILENT);
        }
    }

    // A plane aslant cuts off corners of subvolumes whose centres lie up to √3 half sides from it: too few voxels to know how they
    // move, but enough to pull the others along, or to pass for curvature.
    @Test
    void halvesThatSlideAlongAPlaneAslantAreFollowedWhereTheJumpTouchesACornerOnly() {
        final DisplacementField field = slide();
        double sum = 0;
        double corner = 0;
        int far = 0;
        int touched = 0;
        final List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            final double distance = distance(field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i));
            if (field.status()[i].measured()) {
                double square = 0;
                double predicted = 0;
                for (int c = 0; c < 3; c++) {
                    final double error = field.displacementUm(c, i) / EDGE[c] - SHIFT - (distance > 0 ? SLIP[c] : 0);
                    square += error * error / 3;
                    predicted += Math.pow(field.errorUm()[c][i] / EDGE[c], 2) / 3;
                }
                if (Math.abs(distance) > 1.1 * HALF) {
                    far++;
                    sum += square;
                    assertTrue(Math.sqrt(square) <= 0.01, Math.sqrt(square) + " voxel at " + distance);
                    if (Math.abs(distance) < Math.sqrt(3) * HALF) {
                        touched++;
                        corner += square;
                    }
                } else if (Math.abs(distance) > 0.1) {
                    assertEquals(PointStatus.DISCONTINUITY, field.status()[i], "at " + distance);
                    ratios.add(Math.sqrt(square / predicted));
                    // One side's motion for the other's is three voxels off, 1.7 a component: no small error may stand beside it.
                    assertTrue(square < 0.01 || predicted > 0.1, Math.sqrt(square) + " voxel, predicted " + Math.sqrt(predicted) + " at " + distance);
                }
            }
        }
        assertTrue(far > 100 && touched > 60 && ratios.size() > 100, far + " far, " + touched + " touched, " + ratios.size() + " near");
        assertTrue(Math.sqrt(corner / touched) <= 0.005, "where a corner is cut off " + Math.sqrt(corner / touched));
        // Noise alone moves a point by 0.0017 voxel here.
        assertTrue(Math.sqrt(sum / far) <= 0.0025, "beyond the jump " + Math.sqrt(sum / far));
        ratios.sort(null);
        assertEquals(0, Math.log(ratios.get(ratios.size() / 2)) / Math.log(2), 1, "median of error over predicted error " + ratios.get(ratios.size() / 2));
    }
}
