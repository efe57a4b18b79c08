package operando.grid;

/**
 * Conduction through a box of cells that stand in columns: nx × ny columns of nz cells. Neighbouring cells are joined by
 * conductances; the lowest and the highest cell of a column may be joined to a fixed potential, of which only the conductance
 * stands here. A column without any conductance is not there.
 *
 * <p>Cells are numbered z fastest, then x, then y: cell = (y nx + x) nz + z. Conductances are stored once for all columns where
 * these are alike, and for each column where they are not; {@link #alongX}, {@link #alongY} and {@link #alongZ} of a column are
 * multiplied by the column's own share, which is 0 at a wall.
 */
public final class ColumnConduction {

    final int nx;
    final int ny;
    final int nz;
    /** 0 if all columns share their conductances, nz if each has its own. */
    final int stride;
    /** From a cell to the next one along x, y or z; of the shared kind in double precision, else in single. */
    private final double[][] shared;
    private final float[][] own;
    /** [0] for the face to the next column along x, [1] along y, [2] for the faces within the column; a number a column. */
    final float[][] share;
    /** Conductance to the fixed potential below and above each column; settable between solutions. */
    final double[][] ends;

    private ColumnConduction(final int nx, final int ny, final int nz, final double[][] shared, final float[][] own, final float[][] share) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.shared = shared;
        this.own = own;
        this.share = share;
        stride = shared == null ? nz : 0;
        ends = new double[2][nx * ny];
    }

    /**
     * Columns that are all alike.
     *
     * @param alongX conductance to the next column along x, a number a layer
     * @param alongY conductance to the next column along y, a number a layer
     * @param alongZ conductance to the next layer, a number a layer (the last one is not used)
     * @param there  which columns are there, x fastest; null for all
     */
    public static ColumnConduction layered(final int nx, final int ny, final double[] alongX, final double[] alongY, final double[] alongZ,
        final boolean[] there) {
        return new ColumnConduction(nx, ny, alongZ.length, new double[][] {alongX, alongY, alongZ}, null, walls(nx, ny, there));
    }

    /**
     * Columns that differ.
     *
     * @param alongX conductance of each cell to the next one along x; and so along y and z
     * @param there  which columns are there, x fastest; null for all
     */
    public static ColumnConduction of(final int nx, final int ny, final int nz, final float[] alongX, final float[] alongY, final float[] alongZ,
        final boolean[] there) {
        return new ColumnConduction(nx, ny, nz, null, new float[][] {alongX, alongY, alongZ}, walls(nx, ny, there));
    }

    private static float[][] walls(final int nx, final int ny, final boolean[] there) {
        final float[][] share = new float[3][nx * ny];
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                final int column = y * nx + x;
                if (there == null || there[column]) {
                    share[2][column] = 1;
                    share[0][column] = x + 1 < nx && (there == null || there[column + 1]) ? 1 : 0;
                    share[1][column] = y + 1 < ny && (there == null || there[column + nx]) ? 1 : 0;
                }
            }
        }
        return share;
    }

    public int columns() {
        return nx * ny;
    }

    /** Cells in a column. */
    public int layers() {
        return nz;
    }

    public int cells() {
        return Math.multiplyExact(nx * ny, nz);
    }

    public boolean isThere(final int column) {
        return share[2][column] > 0;
    }

    /**
     * Joins a column to fixed potentials.
     *
     * @param below conductance of its lowest cell to one, 0 for none
     * @param above conductance of its highest cell to another, 0 for none
     */
    public void setEnds(final int column, final double below, final double above) {
        ends[0][column] = below;
        ends[1][column] = above;
    }

    /** A column's conductances along an axis (0 x, 1 y, 2 z), without its share; in {@code spare} where they are not stored so. */
    double[] conductances(final int axis, final int column, final double[] spare) {
        if (stride == 0) {
            return shared[axis];
        }
        final int from = column * nz;
        for (int z = 0; z < nz; z++) {
            spare[z] = own[axis][from + z];
        }
        return spare;
    }

    /** The conductances of an axis as the multigrid's hot loops take them. */
    float[] single(final int axis) {
        if (stride != 0) {
            return own[axis];
        }
        final float[] layers = new float[nz];
        for (int z = 0; z < nz; z++) {
            layers[z] = (float) shared[axis][z];
        }
        return layers;
    }

    /**
     * The same box with 2 × 2 columns made one. Conductances along z and to the fixed potentials add up; those between columns
     * add up over the face and fall by the greater distance.
     */
    ColumnConduction coarser() {
        final int coarseX = (nx + 1) / 2;
        final int coarseY = (ny + 1) / 2;
        final ColumnConduction coarse = stride == 0
            ? new ColumnConduction(coarseX, coarseY, nz, shared, null, new float[3][coarseX * coarseY])
            : new ColumnConduction(coarseX, coarseY, nz, null, new float[3][coarseX * coarseY * nz], new float[3][coarseX * coarseY]);
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                final int fine = y * nx + x;
                final int column = y / 2 * coarseX + x / 2;
                add(fine, 2, coarse, column, 1);
                if (x % 2 == 1) {
                    add(fine, 0, coarse, column, halfOfDistance(x, nx));
                }
                if (y % 2 == 1) {
                    add(fine, 1, coarse, column, halfOfDistance(y, ny));
                }
            }
        }
        return coarse;
    }

    // Columns two wide are two apart; the last one of an odd number is one wide.
    private static float halfOfDistance(final int at, final int count) {
        return at + 2 < count ? 0.5f : 2 / 3f;
    }

    private void add(final int fine, final int axis, final ColumnConduction coarse, final int column, final float factor) {
        if (stride == 0) {
            coarse.share[axis][column] += factor * share[axis][fine];
            return;
        }
        if (share[axis][fine] > 0) {
            coarse.share[axis][column] = 1;
            for (int z = 0; z < nz; z++) {
                coarse.own[axis][column * nz + z] += factor * share[axis][fine] * own[axis][fine * nz + z];
            }
        }
    }

    /** Takes over the conductances to the fixed potentials of the finer box. */
    void takeEnds(final ColumnConduction fine) {
        for (int end = 0; end < 2; end++) {
            java.util.Arrays.fill(ends[end], 0);
            for (int y = 0; y < fine.ny; y++) {
                for (int x = 0; x < fine.nx; x++) {
                    ends[end][y / 2 * nx + x / 2] += fine.ends[end][y * fine.nx + x];
                }
            }
        }
    }
}
