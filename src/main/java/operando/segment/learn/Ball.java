package operando.segment.learn;

import java.util.ArrayList;
import java.util.List;

/** The voxels within a radius of one, row by row along x. */
final class Ball {

    /** Row at {@code dy}, {@code dz} from the middle, with {@code half} voxels on both sides of it. */
    record Row(int dy, int dz, int half) {
    }

    private final int reach;
    private final List<Row> rows = new ArrayList<>();

    /** @param radius in voxels */
    Ball(final double radius) {
        reach = (int) radius;
        for (int dz = -reach; dz <= reach; dz++) {
            for (int dy = -reach; dy <= reach; dy++) {
                final double left = radius * radius - dy * dy - dz * dz;
                if (left >= 0) {
                    rows.add(new Row(dy, dz, (int) Math.sqrt(left)));
                }
            }
        }
    }

    int reach() {
        return reach;
    }

    List<Row> rows() {
        return rows;
    }
}
