package operando.segment.feature.stack;

import java.util.ArrayList;
import java.util.List;

import operando.segment.feature.block.PerAxis;

/** The voxels of an ellipsoid with the axes of the scan, row by row along x. */
final class Ball {

    /** Row at {@code dy}, {@code dz} from the middle, with {@code half} voxels on both sides of it. */
    record Row(int dy, int dz, int half) {
    }

    private final double x;
    private final double y;
    private final double z;
    private final List<Row> rows = new ArrayList<>();

    /** @param radii taken as float, as ImageJ does */
    Ball(final PerAxis radii) {
        x = square((float) radii.x());
        y = square((float) radii.y());
        z = square((float) radii.z());
        final int reachY = (int) (float) radii.y();
        final int reachZ = (int) (float) radii.z();
        for (int dz = -reachZ; dz <= reachZ; dz++) {
            for (int dy = -reachY; dy <= reachY; dy++) {
                if (holds(0, dy, dz)) {
                    rows.add(new Row(dy, dz, half(dy, dz)));
                }
            }
        }
    }

    private static double square(final double value) {
        return value * value;
    }

    private int half(final int dy, final int dz) {
        int half = 0;
        while (holds(half + 1, dy, dz)) {
            half++;
        }
        return half;
    }

    private boolean holds(final int dx, final int dy, final int dz) {
        return dx * dx / x + dy * dy / y + dz * dz / z <= 1;
    }

    /** Along x. */
    int reach() {
        return half(0, 0);
    }

    List<Row> rows() {
        return rows;
    }
}
