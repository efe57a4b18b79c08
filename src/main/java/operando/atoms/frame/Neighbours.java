package operando.atoms.frame;

import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * Which atoms are within a distance of which, by cell lists: time grows with the number of atoms (D. Frenkel, B. Smit,
 * Understanding Molecular Simulation, appendix F). The box may be of any shape and smaller than the distance; all images
 * of an atom are found. Three numbers an atom of memory; asked from several threads.
 */
public final class Neighbours {

    private static final double MOST_NEIGHBOURS = 2e6;
    // Finer cells would be mostly empty.
    private static final double ATOMS_A_CELL = 4;

    private final double[][] edges;
    private final boolean[] periodic;
    private final double square;
    private final int[] cells = new int[3];
    private final int[] reach = new int[3];
    // By rising cell: the first atom of each cell, the atoms, and where they are when moved into the box.
    private final int[] start;
    private final int[] order;
    private final double[] sorted;
    private final int[][] cellOf;
    private final double[] inside;

    /**
     * @param cutoff how far neighbours are looked for, Å
     * @throws InputException if an atom would have more neighbours than memory can hold
     */
    public Neighbours(final AtomFrame frame, final double cutoff) {
        RangeCheck.positive("cut-off", cutoff, "Å");
        square = cutoff * cutoff;
        edges = frame.cell().edges();
        periodic = frame.cell().periodic();
        final int atoms = frame.size();
        final double[][] fractions = fractions(frame);
        final double[] least = new double[3];
        final double[] span = new double[3];
        bounds(fractions, least, span);
        check(frame, cutoff, span);
        for (int e = 0; e < 3; e++) {
            final double width = frame.cell().width(e) * span[e];
            cells[e] = (int) Math.max(1, Math.min(Math.floor(width / cutoff), Math.ceil(Math.cbrt(atoms / ATOMS_A_CELL) * 4)));
            reach[e] = periodic[e] ? (int) Math.ceil(cutoff * cells[e] / width) : cells[e] == 1 ? 0 : 1;
        }
        inside = new double[3 * atoms];
        cellOf = new int[3][atoms];
        start = new int[cells[0] * cells[1] * cells[2] + 1];
        for (int i = 0; i < atoms; i++) {
            for (int e = 0; e < 3; e++) {
                cellOf[e][i] = Math.max(0, Math.min(cells[e] - 1, (int) ((fractions[e][i] - least[e]) / span[e] * cells[e])));
                for (int axis = 0; axis < 3; axis++) {
                    inside[3 * i + axis] += fractions[e][i] * edges[e][axis];
                }
            }
            start[cell(i) + 1]++;
        }
        for (int c = 1; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        order = new int[atoms];
        sorted = new double[3 * atoms];
        final int[] next = start.clone();
        for (int i = 0; i < atoms; i++) {
            final int place = next[cell(i)]++;
            order[place] = i;
            System.arraycopy(inside, 3 * i, sorted, 3 * place, 3);
        }
    }

    private int cell(final int atom) {
        return (cellOf[0][atom] * cells[1] + cellOf[1][atom]) * cells[2] + cellOf[2][atom];
    }

    private double[][] fractions(final AtomFrame frame) {
        final double[][] inverse = frame.cell().inverse();
        final double[] origin = frame.cell().origin();
        final double[][] fractions = new double[3][frame.size()];
        for (int e = 0; e < 3; e++) {
            for (int i = 0; i < frame.size(); i++) {
                double fraction = 0;
                for (int axis = 0; axis < 3; axis++) {
                    fraction += inverse[e][axis] * (frame.positions()[3 * i + axis] - origin[axis]);
                }
                fractions[e][i] = periodic[e] ? fraction - Math.floor(fraction) : fraction;
            }
        }
        return fractions;
    }

    private void bounds(final double[][] fractions, final double[] least, final double[] span) {
        for (int e = 0; e < 3; e++) {
            least[e] = periodic[e] ? 0 : Arrays.stream(fractions[e]).min().orElse(0);
            span[e] = periodic[e] ? 1 : Math.max(1e-9, Arrays.stream(fractions[e]).max().orElse(1) - least[e]);
        }
    }

    private void check(final AtomFrame frame, final double cutoff, final double[] span) {
        double boxes = 1;
        double volume = frame.cell().volume();
        for (int e = 0; e < 3; e++) {
            boxes *= periodic[e] ? 1 + 2 * cutoff / frame.cell().width(e) : 1;
            volume *= span[e];
        }
        final double most = Math.min(4.2 * cutoff * square / volume, boxes) * frame.size();
        if (!(most < MOST_NEIGHBOURS)) {
            throw new InputException("cut-off", "within " + cutoff + " Å an atom has about " + Math.round(most) + " neighbours, more than memory can hold",
                "give a shorter one, such as 5 Å; positions and cell must be in Å");
        }
    }

    /** Puts all neighbours of an atom, itself left out but not its images, into arrays. */
    public void of(final int atom, final Neighbourhood to) {
        to.clear();
        for (int a = first(0, atom); a <= last(0, atom); a++) {
            for (int b = first(1, atom); b <= last(1, atom); b++) {
                for (int c = first(2, atom); c <= last(2, atom); c++) {
                    add(atom, a, b, c, to);
                }
            }
        }
    }

    private int first(final int edge, final int atom) {
        return periodic[edge] ? cellOf[edge][atom] - reach[edge] : Math.max(0, cellOf[edge][atom] - reach[edge]);
    }

    private int last(final int edge, final int atom) {
        return periodic[edge] ? cellOf[edge][atom] + reach[edge] : Math.min(cells[edge] - 1, cellOf[edge][atom] + reach[edge]);
    }

    private void add(final int atom, final int a, final int b, final int c, final Neighbourhood to) {
        final int boxA = Math.floorDiv(a, cells[0]);
        final int boxB = Math.floorDiv(b, cells[1]);
        final int boxC = Math.floorDiv(c, cells[2]);
        final double shiftX = boxA * edges[0][0] + boxB * edges[1][0] + boxC * edges[2][0] - inside[3 * atom];
        final double shiftY = boxA * edges[0][1] + boxB * edges[1][1] + boxC * edges[2][1] - inside[3 * atom + 1];
        final double shiftZ = boxA * edges[0][2] + boxB * edges[1][2] + boxC * edges[2][2] - inside[3 * atom + 2];
        final int cell = ((a - boxA * cells[0]) * cells[1] + b - boxB * cells[1]) * cells[2] + c - boxC * cells[2];
        final boolean home = boxA == 0 && boxB == 0 && boxC == 0;
        for (int place = start[cell]; place < start[cell + 1]; place++) {
            final double x = sorted[3 * place] + shiftX;
            final double y = sorted[3 * place + 1] + shiftY;
            final double z = sorted[3 * place + 2] + shiftZ;
            final double distance = x * x + y * y + z * z;
            if (distance <= square && !(home && order[place] == atom)) {
                to.add(order[place], x, y, z, distance);
            }
        }
    }
}
