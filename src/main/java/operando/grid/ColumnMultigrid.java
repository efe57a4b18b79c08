package operando.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.engine.Cores;

/**
 * One V-cycle of geometric multigrid for {@link ColumnConduction}, as the preconditioner of {@link ConjugateGradients}:
 * columns are joined two by two along x and y and stay whole along z, where they are solved exactly, so that neither the grading
 * of heights nor the size of the box slows it down. It is symmetric: columns are relaxed red, black on the way down and black,
 * red on the way up, and what goes down is the transpose of what comes up.
 *
 * <p>Sources: U. Trottenberg, C. W. Oosterlee, A. Schüller, Multigrid (2001), sections 5.1 (line smoothing and
 * semi-coarsening) and 2.8.4 (cell-centred transfer). Cost: about four passes over all cells, memory 20 bytes a cell.
 */
final class ColumnMultigrid {

    private static final float NEAR = 0.75f;
    private static final float FAR = 0.25f;

    private final List<ColumnLevel> levels = new ArrayList<>();

    ColumnMultigrid(final ColumnConduction box, final Cores cores) {
        ColumnConduction level = box;
        levels.add(new ColumnLevel(level, cores));
        while (level.nx > 1 || level.ny > 1) {
            level = level.coarser();
            levels.add(new ColumnLevel(level, cores));
        }
    }

    /** To be called after the ends of the finest box were set. */
    void factor() {
        for (int i = 0; i < levels.size(); i++) {
            if (i > 0) {
                levels.get(i).box.takeEnds(levels.get(i - 1).box);
            }
            levels.get(i).factor();
        }
    }

    /** The level that holds what goes in ({@code right}) and what comes out ({@code solution}). */
    ColumnLevel finest() {
        return levels.get(0);
    }

    void cycle() {
        cycle(0);
    }

    private void cycle(final int at) {
        final ColumnLevel level = levels.get(at);
        level.relaxFromZero();
        if (at + 1 < levels.size()) {
            final ColumnLevel coarse = levels.get(at + 1);
            level.findResidual();
            restrict(level, coarse);
            cycle(at + 1);
            prolong(coarse, level);
        }
        level.relax(1);
        level.relax(0);
    }

    private static void restrict(final ColumnLevel fine, final ColumnLevel coarse) {
        final int nz = fine.box.nz;
        coarse.rows((y, spare) -> {
            for (int x = 0; x < coarse.box.nx; x++) {
                final int to = (y * coarse.box.nx + x) * nz;
                Arrays.fill(coarse.right, to, to + nz, 0);
                for (int fy = Math.max(0, 2 * y - 1); fy < Math.min(fine.box.ny, 2 * y + 3); fy++) {
                    for (int fx = Math.max(0, 2 * x - 1); fx < Math.min(fine.box.nx, 2 * x + 3); fx++) {
                        final float weight = weight(fine, coarse, fx, fy, x, y);
                        if (weight != 0) {
                            add(weight, fine.residual, (fy * fine.box.nx + fx) * nz, coarse.right, to, nz);
                        }
                    }
                }
            }
        });
    }

    private static void prolong(final ColumnLevel coarse, final ColumnLevel fine) {
        final int nz = fine.box.nz;
        fine.rows((y, spare) -> {
            for (int x = 0; x < fine.box.nx; x++) {
                if (!fine.box.isThere(y * fine.box.nx + x)) {
                    continue;
                }
                for (int cy = Math.max(0, (y - 1) / 2); cy <= Math.min(coarse.box.ny - 1, (y + 1) / 2); cy++) {
                    for (int cx = Math.max(0, (x - 1) / 2); cx <= Math.min(coarse.box.nx - 1, (x + 1) / 2); cx++) {
                        final float weight = weight(fine, coarse, x, y, cx, cy);
                        if (weight != 0) {
                            add(weight, coarse.solution, (cy * coarse.box.nx + cx) * nz, fine.solution, (y * fine.box.nx + x) * nz, nz);
                        }
                    }
                }
            }
        });
    }

    /** How much of a coarse column a fine one takes: bilinear between the middles; where a neighbour is missing, its own instead. */
    private static float weight(final ColumnLevel fine, final ColumnLevel coarse, final int x, final int y, final int cx, final int cy) {
        if (!fine.box.isThere(y * fine.box.nx + x)) {
            return 0;
        }
        final int ownX = x / 2;
        final int ownY = y / 2;
        final int otherX = x % 2 == 0 ? ownX - 1 : ownX + 1;
        final int otherY = y % 2 == 0 ? ownY - 1 : ownY + 1;
        final boolean besideX = isThere(coarse, otherX, ownY);
        final boolean besideY = isThere(coarse, ownX, otherY);
        final boolean corner = besideX && besideY && isThere(coarse, otherX, otherY);
        if (cx == ownX && cy == ownY) {
            return 1 - (besideX ? corner ? FAR * NEAR : FAR : 0) - (besideY ? corner ? FAR * NEAR : FAR : 0) - (corner ? FAR * FAR : 0);
        }
        if (cx == otherX && cy == ownY) {
            return besideX ? corner ? FAR * NEAR : FAR : 0;
        }
        if (cx == ownX && cy == otherY) {
            return besideY ? corner ? FAR * NEAR : FAR : 0;
        }
        return cx == otherX && cy == otherY && corner ? FAR * FAR : 0;
    }

    private static boolean isThere(final ColumnLevel level, final int x, final int y) {
        return x >= 0 && y >= 0 && x < level.box.nx && y < level.box.ny && level.box.isThere(y * level.box.nx + x);
    }

    private static void add(final float weight, final float[] from, final int at, final float[] to, final int place, final int count) {
        for (int i = 0; i < count; i++) {
            to[place + i] += weight * from[at + i];
        }
    }
}
