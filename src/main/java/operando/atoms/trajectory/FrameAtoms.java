package operando.atoms.trajectory;

import java.util.Arrays;
import java.util.List;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;
import operando.cell.InputException;

/** Gathers the atoms of a trajectory's frames and makes sure that they are the same in each, in one order. */
final class FrameAtoms {

    // Positions, kinds, numbers and their order, twice while they are sorted.
    private static final long BYTES_AN_ATOM = 100;

    private final TrajectoryLines lines;
    private final TrajectorySettings settings;
    private final java.util.ArrayList<String> species = new java.util.ArrayList<>();
    private long[] firstIds;
    private int[] firstKinds;
    private int frame;

    private double[] positions;
    private int[] kinds;
    private long[] ids;
    private int filled;

    FrameAtoms(final TrajectoryLines lines, final TrajectorySettings settings) {
        this.lines = lines;
        this.settings = settings;
        species.addAll(settings.species());
    }

    int frame() {
        return frame;
    }

    /** Whether the next frame is one of those that are wanted. */
    boolean isWanted() {
        return frame % settings.every() == 0;
    }

    void skipped() {
        frame++;
    }

    /** The number of atoms that a frame begins with. */
    int count(final String text) {
        final String digits = text.strip();
        if (!digits.matches("[0-9]{1,18}")) {
            throw lines.wrong("'" + (digits.length() > 60 ? digits.substring(0, 60) + "…" : digits) + "' is no number of atoms", "give an extended XYZ file or a LAMMPS dump");
        }
        final long atoms = Long.parseLong(digits);
        if (atoms < 1) {
            throw lines.wrong("frame " + frame + " has no atoms", "leave it out");
        }
        if (atoms > Runtime.getRuntime().maxMemory() / BYTES_AN_ATOM) {
            throw lines.wrong("frame " + frame + " has " + atoms + " atoms, which " + (Runtime.getRuntime().maxMemory() >> 20) + " MB cannot hold",
                "give more, such as OPERANDO_JAVA_OPTIONS=-Xmx8g, or a part of the cell");
        }
        if (firstKinds != null && atoms != firstKinds.length) {
            throw lines.wrong("frame " + frame + " has " + atoms + " atoms and the one before " + firstKinds.length, "give a trajectory of the same atoms throughout");
        }
        return (int) atoms;
    }

    void begin(final int atoms) {
        positions = new double[3 * atoms];
        kinds = new int[atoms];
        ids = new long[atoms];
        filled = 0;
    }

    void add(final double id, final String kind, final double x, final double y, final double z) {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
            throw lines.wrong("a position is not a finite number", "repair the file, or leave frame " + frame + " out");
        }
        if (!(id == Math.rint(id))) {
            throw lines.wrong("the atom's number is no whole number", "repair the file, or leave frame " + frame + " out");
        }
        positions[3 * filled] = x;
        positions[3 * filled + 1] = y;
        positions[3 * filled + 2] = z;
        kinds[filled] = kind(kind);
        ids[filled++] = (long) id;
    }

    private int kind(final String name) {
        for (int k = 0; k < species.size(); k++) {
            if (species.get(k).equals(name)) {
                return k;
            }
        }
        if (name.matches("[0-9]{1,9}")) {
            final int type = Integer.parseInt(name);
            if (type < 1 || type > settings.species().size()) {
                throw lines.wrong("which element is type " + name + " is not known", "give the elements in the order of the types, such as --species Li,S,P,Cl");
            }
            return type - 1;
        }
        if (!TrajectorySettings.ELEMENTS.contains(name)) {
            throw lines.wrong("'" + name + "' is no chemical element", "name atoms by elements, or number their types and give --species");
        }
        species.add(name);
        return species.size() - 1;
    }

    /** The frame, its atoms by their numbers. */
    AtomFrame end(final double time, final SimulationCell cell, final boolean unwrapped) {
        sort();
        if (firstKinds == null) {
            firstKinds = kinds;
            firstIds = ids;
        }
        for (int i = 0; i < kinds.length; i++) {
            if (ids[i] != firstIds[i] || kinds[i] != firstKinds[i]) {
                throw new InputException(lines.file() + ", frame " + frame, "atom " + ids[i] + " (" + species.get(kinds[i]) + ") stands where the first frame has atom " + firstIds[i]
                    + " (" + species.get(firstKinds[i]) + ")", "give a trajectory of the same atoms throughout, each with its number");
            }
        }
        return new AtomFrame(frame++, time, cell, List.copyOf(species), firstKinds, positions, unwrapped);
    }

    private void sort() {
        boolean rising = true;
        for (int i = 1; i < ids.length; i++) {
            rising &= ids[i] > ids[i - 1];
        }
        if (rising) {
            return;
        }
        final Integer[] order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(ids[a], ids[b]));
        final double[] places = new double[positions.length];
        final int[] kindsOf = new int[kinds.length];
        final long[] numbers = new long[ids.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(positions, 3 * order[i], places, 3 * i, 3);
            kindsOf[i] = kinds[order[i]];
            numbers[i] = ids[order[i]];
            if (i > 0 && numbers[i] == numbers[i - 1]) {
                throw new InputException(lines.file() + ", frame " + frame, "two atoms have the number " + numbers[i], "repair the file, or leave the frame out");
            }
        }
        positions = places;
        kinds = kindsOf;
        ids = numbers;
    }
}
