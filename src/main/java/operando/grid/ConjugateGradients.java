package operando.grid;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

import operando.engine.Cores;

/**
 * Solves the balance of currents in a {@link ColumnConduction}: flexible conjugate gradients in double precision
 * (Y. Notay, SIAM J. Sci. Comput. 22, 1444, 2000), preconditioned by one V-cycle of multigrid in single precision.
 * Optionally the potential behind the lower ends is not fixed but floats, such that no current in sum passes them beyond what
 * the right side says; one potential then still is fixed behind the upper ends.
 *
 * <p>Results do not depend on the number of threads. Memory: 24 bytes a cell and 21 of the multigrid, beside the potentials.
 */
public final class ConjugateGradients {

    private static final int ROWS_A_TASK = 4;

    private final ColumnConduction box;
    private final boolean floating;
    private final Cores cores;
    private final ColumnMultigrid multigrid;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;
    private final double[] rowSums;
    private double sumOfLowerEnds;

    /**
     * What a solution took and reached.
     *
     * @param iterations of conjugate gradients
     * @param reduction  norm of what is left over the norm of the right side
     */
    public record Outcome(int iterations, double reduction) {
    }

    /** @param floating whether the potential behind the lower ends floats */
    public ConjugateGradients(final ColumnConduction box, final boolean floating, final Cores cores) {
        this.box = box;
        this.floating = floating;
        this.cores = cores;
        multigrid = new ColumnMultigrid(box, cores);
        residual = new double[box.cells()];
        direction = new double[box.cells()];
        image = new double[box.cells()];
        rowSums = new double[box.ny];
    }

    /** To be called after the ends of the box were set, before {@link #solve}. */
    public void factor() {
        multigrid.factor();
        sumOfLowerEnds = 0;
        for (final double end : box.ends[0]) {
            sumOfLowerEnds += end;
        }
    }

    /**
     * @param fed        current put into the lowest [0] and the highest [1] cell of each column; none goes into others
     * @param potentials where to start, and the solution
     * @param tolerance  the norm that may be left, over the norm of {@code fed}
     * @param most       iterations
     */
    public Outcome solve(final double[][] fed, final double[] potentials, final double tolerance, final int most) {
        apply(potentials, image);
        final double whole = Math.sqrt(squares(fed[0]) + squares(fed[1]));
        double left = Math.sqrt(sum(row -> start(fed, row)));
        double gammaBefore = 1;
        double alpha = 0;
        int iteration = 0;
        while (left > tolerance * whole && iteration < most) {
            multigrid.cycle();
            final double gamma = sum(row -> dot(residual, row));
            // The residual has changed by −α times the image since the last direction was chosen.
            final double beta = iteration == 0 ? 0 : -alpha * sum(row -> dot(image, row)) / gammaBefore;
            rows(row -> follow(beta, row));
            apply(direction, image);
            alpha = gamma / sum(row -> dot(direction, image, row));
            final double length = alpha;
            left = Math.sqrt(sum(row -> step(potentials, length, row)));
            gammaBefore = gamma;
            iteration++;
        }
        return new Outcome(iteration, whole == 0 ? 0 : left / whole);
    }

    /** The current that leaves each cell at these potentials, with those behind the ends at 0 (or floating). */
    public void apply(final double[] potentials, final double[] currents) {
        final double lifted = floating ? floatingPotential(potentials) : 0;
        rows(y -> {
            final double[] spare = new double[box.nz];
            for (int x = 0; x < box.nx; x++) {
                apply(x, y, potentials, currents, spare, lifted);
            }
        });
    }

    /** The potential behind the lower ends that lets no current pass them in sum. */
    public double floatingPotential(final double[] potentials) {
        double sum = 0;
        for (int column = 0; column < box.columns(); column++) {
            sum += box.ends[0][column] * potentials[column * box.nz];
        }
        return sum / sumOfLowerEnds;
    }

    private void apply(final int x, final int y, final double[] potentials, final double[] currents, final double[] spare, final double lifted) {
        final int nz = box.nz;
        final int column = y * box.nx + x;
        final int cell = column * nz;
        final double[] up = box.conductances(2, column, spare);
        final float part = box.share[2][column];
        double flow = box.ends[0][column] * (potentials[cell] - lifted);
        for (int z = 0; z < nz - 1; z++) {
            final double upwards = part * up[z] * (potentials[cell + z] - potentials[cell + z + 1]);
            currents[cell + z] = flow + upwards;
            flow = -upwards;
        }
        currents[cell + nz - 1] = flow + box.ends[1][column] * potentials[cell + nz - 1];
        if (x + 1 < box.nx) {
            exchange(0, column, column + 1, cell, potentials, currents, spare);
        }
        if (x > 0) {
            exchange(0, column - 1, column - 1, cell, potentials, currents, spare);
        }
        if (y + 1 < box.ny) {
            exchange(1, column, column + box.nx, cell, potentials, currents, spare);
        }
        if (y > 0) {
            exchange(1, column - box.nx, column - box.nx, cell, potentials, currents, spare);
        }
    }

    private void exchange(final int axis, final int face, final int neighbour, final int cell, final double[] potentials, final double[] currents,
        final double[] spare) {
        final float part = box.share[axis][face];
        if (part == 0) {
            return;
        }
        final double[] conductances = box.conductances(axis, face, spare);
        final int other = neighbour * box.nz;
        for (int z = 0; z < box.nz; z++) {
            currents[cell + z] += part * conductances[z] * (potentials[cell + z] - potentials[other + z]);
        }
    }

    /** Takes what is left of a row's balance, also for the multigrid; its squared length. */
    private double start(final double[][] fed, final int row) {
        final float[] given = multigrid.finest().right;
        double sum = 0;
        for (int i = begin(row); i < begin(row + 1); i++) {
            final int layer = i % box.nz;
            final double current = (layer == 0 ? fed[0][i / box.nz] : 0) + (layer == box.nz - 1 ? fed[1][i / box.nz] : 0);
            residual[i] = current - image[i];
            given[i] = (float) residual[i];
            sum += residual[i] * residual[i];
        }
        return sum;
    }

    private static double squares(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private double step(final double[] potentials, final double alpha, final int row) {
        final float[] given = multigrid.finest().right;
        double sum = 0;
        for (int i = begin(row); i < begin(row + 1); i++) {
            potentials[i] += alpha * direction[i];
            residual[i] -= alpha * image[i];
            given[i] = (float) residual[i];
            sum += residual[i] * residual[i];
        }
        return sum;
    }

    private void follow(final double beta, final int row) {
        final float[] found = multigrid.finest().solution;
        for (int i = begin(row); i < begin(row + 1); i++) {
            direction[i] = found[i] + (beta == 0 ? 0 : beta * direction[i]);
        }
    }

    private double dot(final double[] values, final int row) {
        final float[] found = multigrid.finest().solution;
        double sum = 0;
        for (int i = begin(row); i < begin(row + 1); i++) {
            sum += values[i] * found[i];
        }
        return sum;
    }

    private double dot(final double[] a, final double[] b, final int row) {
        double sum = 0;
        for (int i = begin(row); i < begin(row + 1); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds up what each row has, always in the same order. */
    private double sum(final IntToDoubleFunction ofRow) {
        rows(row -> rowSums[row] = ofRow.applyAsDouble(row));
        double sum = 0;
        for (final double one : rowSums) {
            sum += one;
        }
        return sum;
    }

    private int begin(final int row) {
        return row * box.nx * box.nz;
    }

    private void rows(final IntConsumer task) {
        cores.forEach((box.ny + ROWS_A_TASK - 1) / ROWS_A_TASK, block -> {
            for (int y = block * ROWS_A_TASK; y < Math.min(box.ny, (block + 1) * ROWS_A_TASK); y++) {
                task.accept(y);
            }
        });
    }
}
