package operando.atoms.frame;

import java.util.Arrays;

/** The neighbours of one atom, in arrays that grow and are used again; one object a thread. */
public final class Neighbourhood {

    private static final int START = 256;

    private int size;
    private int[] atoms = new int[START];
    private double[] offsets = new double[3 * START];
    private double[] squares = new double[START];

    void clear() {
        size = 0;
    }

    void add(final int atom, final double x, final double y, final double z, final double square) {
        if (size == atoms.length) {
            atoms = Arrays.copyOf(atoms, 2 * size);
            offsets = Arrays.copyOf(offsets, 6 * size);
            squares = Arrays.copyOf(squares, 2 * size);
        }
        atoms[size] = atom;
        offsets[3 * size] = x;
        offsets[3 * size + 1] = y;
        offsets[3 * size + 2] = z;
        squares[size++] = square;
    }

    public int size() {
        return size;
    }

    /** The number of a neighbour's atom; one atom stands here several times where several of its images are near. */
    public int atom(final int neighbour) {
        return atoms[neighbour];
    }

    /** From the centre to the neighbour along an axis, Å. */
    public double offset(final int neighbour, final int axis) {
        return offsets[3 * neighbour + axis];
    }

    /** The squared distance, Å². */
    public double squaredDistance(final int neighbour) {
        return squares[neighbour];
    }
}
