package operando.grid;

import java.util.Arrays;

import operando.engine.Cores;

/**
 * One level of {@link ColumnMultigrid}: a box of columns in single precision, whose columns are solved whole one after the
 * other, like the fields of a chess board, so that heights of any grading are met alike.
 */
final class ColumnLevel {

    private static final int ROWS_A_TASK = 4;

    final ColumnConduction box;
    final float[] solution;
    final float[] right;
    final float[] residual;
    private final float[][] along = new float[3][];
    /** 1 / pivot of the elimination down each column. */
    private final float[] inverse;
    private final Cores cores;

    ColumnLevel(final ColumnConduction box, final Cores cores) {
        this.box = box;
        this.cores = cores;
        solution = new float[box.cells()];
        right = new float[box.cells()];
        residual = new float[box.cells()];
        inverse = new float[box.cells()];
        for (int axis = 0; axis < 3; axis++) {
            along[axis] = box.single(axis);
        }
    }

    /** Something done to each row of columns, on all cores. */
    interface Row {
        void at(int y, float[] spare);
    }

    void rows(final Row task) {
        final int blocks = (box.ny + ROWS_A_TASK - 1) / ROWS_A_TASK;
        cores.forEach(blocks, block -> {
            final float[] spare = new float[box.nz];
            for (int y = block * ROWS_A_TASK; y < Math.min(box.ny, (block + 1) * ROWS_A_TASK); y++) {
                task.at(y, spare);
            }
        });
    }

    /** Eliminates down the columns; to be done after the ends were set. */
    void factor() {
        rows((y, diagonal) -> {
            for (int x = 0; x < box.nx; x++) {
                factor(x, y, diagonal);
            }
        });
    }

    private void factor(final int x, final int y, final float[] diagonal) {
        final int column = y * box.nx + x;
        final int nz = box.nz;
        Arrays.fill(diagonal, 0, nz, 0);
        addShare(0, column, diagonal);
        addShare(1, column, diagonal);
        if (x > 0) {
            addShare(0, column - 1, diagonal);
        }
        if (y > 0) {
            addShare(1, column - box.nx, diagonal);
        }
        diagonal[0] += (float) box.ends[0][column];
        diagonal[nz - 1] += (float) box.ends[1][column];
        final float part = box.share[2][column];
        final float[] up = along[2];
        final int base = column * box.stride;
        double before = 0;
        for (int z = 0; z < nz; z++) {
            final double below = z == 0 ? 0 : part * up[base + z - 1];
            final double above = z == nz - 1 ? 0 : part * up[base + z];
            final double pivot = diagonal[z] + below + above - below * below * before;
            before = pivot > 0 ? 1 / pivot : 0;
            inverse[column * nz + z] = (float) before;
        }
    }

    private void addShare(final int axis, final int column, final float[] diagonal) {
        final float part = box.share[axis][column];
        final float[] values = along[axis];
        final int base = column * box.stride;
        for (int z = 0; z < box.nz; z++) {
            diagonal[z] += part * values[base + z];
        }
    }

    /** Solves every other column, those with x + y of the given parity, with its neighbours as they are. */
    void relax(final int parity) {
        rows((y, spare) -> {
            for (int x = y + parity & 1; x < box.nx; x += 2) {
                relax(x, y, spare);
            }
        });
    }

    private void relax(final int x, final int y, final float[] line) {
        final int column = y * box.nx + x;
        System.arraycopy(right, column * box.nz, line, 0, box.nz);
        addNeighbours(x, y, line);
        solve(column, line);
    }

    private void solve(final int column, final float[] line) {
        final int nz = box.nz;
        final int cell = column * nz;
        final float part = box.share[2][column];
        final float[] up = along[2];
        final int base = column * box.stride;
        float carried = line[0];
        for (int z = 1; z < nz; z++) {
            carried = line[z] + part * up[base + z - 1] * inverse[cell + z - 1] * carried;
            line[z] = carried;
        }
        float above = line[nz - 1] * inverse[cell + nz - 1];
        solution[cell + nz - 1] = above;
        for (int z = nz - 2; z >= 0; z--) {
            above = inverse[cell + z] * (line[z] + part * up[base + z] * above);
            solution[cell + z] = above;
        }
    }

    private void addNeighbours(final int x, final int y, final float[] line) {
        final int column = y * box.nx + x;
        if (x + 1 < box.nx) {
            addNeighbour(0, column, column + 1, line);
        }
        if (x > 0) {
            addNeighbour(0, column - 1, column - 1, line);
        }
        if (y + 1 < box.ny) {
            addNeighbour(1, column, column + box.nx, line);
        }
        if (y > 0) {
            addNeighbour(1, column - box.nx, column - box.nx, line);
        }
    }

    private void addNeighbour(final int axis, final int face, final int neighbour, final float[] line) {
        final float part = box.share[axis][face];
        if (part == 0) {
            return;
        }
        final float[] values = along[axis];
        final int base = face * box.stride;
        final int from = neighbour * box.nz;
        for (int z = 0; z < box.nz; z++) {
            line[z] += part * values[base + z] * solution[from + z];
        }
    }

    /**
     * Solves the columns with x + y even as if all others were 0, then the others: the first half of a cycle that starts from 0.
     */
    void relaxFromZero() {
        Arrays.fill(solution, 0);
        rows((y, spare) -> {
            for (int x = y & 1; x < box.nx; x += 2) {
                System.arraycopy(right, (y * box.nx + x) * box.nz, spare, 0, box.nz);
                solve(y * box.nx + x, spare);
            }
        });
        relax(1);
    }

    /**
     * What is left after {@link #relaxFromZero}: nothing where columns were solved last; elsewhere what those have put in since,
     * for there the balance held with these at 0.
     */
    void findResidual() {
        rows((y, spare) -> {
            for (int x = 0; x < box.nx; x++) {
                final int cell = (y * box.nx + x) * box.nz;
                Arrays.fill(spare, 0, box.nz, 0);
                if ((x + y & 1) == 0 && box.isThere(y * box.nx + x)) {
                    addNeighbours(x, y, spare);
                }
                System.arraycopy(spare, 0, residual, cell, box.nz);
            }
        });
    }
}
