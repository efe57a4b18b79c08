package operando.atoms.frame;

import operando.cell.InputException;

/**
 * The box of a simulation: three edges that need not be at right angles, and along which of them the atoms repeat.
 *
 * @param edges    [edge][x, y, z], Å
 * @param origin   the corner from which the edges start, Å
 * @param periodic along which edges the atoms repeat
 */
public record SimulationCell(double[][] edges, double[] origin, boolean[] periodic) {

    // Of the product of the edges' lengths: flatter boxes have no volume to speak of.
    private static final double LEAST_VOLUME = 1e-9;

    /** @throws InputException if an edge is not a number, or the cell has no volume */
    public SimulationCell {
        double product = 1;
        for (final double[] edge : edges) {
            product *= Math.sqrt(edge[0] * edge[0] + edge[1] * edge[1] + edge[2] * edge[2]);
        }
        if (!Double.isFinite(product)) {
            throw new InputException("cell", "an edge is not a finite number", "give three edges in Å");
        }
        if (!(Math.abs(determinant(edges)) > LEAST_VOLUME * product)) {
            throw new InputException("cell", "the volume of the cell is zero", "give three edges that span a volume, in Å");
        }
    }

    /** A box at right angles that repeats along all edges; edges in Å. */
    public static SimulationCell box(final double x, final double y, final double z) {
        return new SimulationCell(new double[][] {{x, 0, 0}, {0, y, 0}, {0, 0, z}}, new double[3], new boolean[] {true, true, true});
    }

    /** Å³. */
    public double volume() {
        return Math.abs(determinant(edges));
    }

    /** The rows of the inverse matrix: the fraction along edge e of a point p is Σ inverse[e][k] (p[k] − origin[k]). */
    public double[][] inverse() {
        final double determinant = determinant(edges);
        final double[][] rows = new double[3][];
        for (int e = 0; e < 3; e++) {
            final double[] cross = cross(edges[(e + 1) % 3], edges[(e + 2) % 3]);
            rows[e] = new double[] {cross[0] / determinant, cross[1] / determinant, cross[2] / determinant};
        }
        return rows;
    }

    /** The distance between the two faces that an edge joins, Å. */
    public double width(final int edge) {
        final double[] cross = cross(edges[(edge + 1) % 3], edges[(edge + 2) % 3]);
        return volume() / Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double determinant(final double[][] edges) {
        final double[] cross = cross(edges[1], edges[2]);
        return edges[0][0] * cross[0] + edges[0][1] * cross[1] + edges[0][2] * cross[2];
    }
}
