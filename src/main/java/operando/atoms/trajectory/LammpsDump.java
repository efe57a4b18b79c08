package operando.atoms.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;
import operando.cell.InputException;

/**
 * LAMMPS dumps as text: {@code ITEM:} sections with time step, number of atoms, box (also triclinic, in both of the ways that
 * LAMMPS has) and atoms by any columns that hold positions: x, xu, xs or xsu, with ix iy iz where they are wrapped (LAMMPS
 * documentation, commands dump and Howto triclinic).
 */
final class LammpsDump implements Trajectory {

    private static final String AS_IN = "write the dump as in: dump 1 all custom 100 file id element xu yu zu";

    private final TrajectoryLines lines;
    private final FrameAtoms atoms;
    private final Fields fields = new Fields();
    private double step = Double.NaN;
    private double time = Double.NaN;
    private int count = -1;
    private SimulationCell cell;

    LammpsDump(final TrajectoryLines lines, final TrajectorySettings settings) {
        this.lines = lines;
        atoms = new FrameAtoms(lines, settings);
    }

    @Override
    public Optional<AtomFrame> next() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith("ITEM: TIMESTEP")) {
                step = number(lines.within("a time step"));
                time = Double.NaN;
                count = -1;
                cell = null;
            } else if (line.startsWith("ITEM: TIME")) {
                time = number(lines.within("a time"));
            } else if (line.startsWith("ITEM: UNITS")) {
                lines.within("the units");
            } else if (line.startsWith("ITEM: NUMBER OF ATOMS")) {
                count = atoms.count(lines.within("a number of atoms"));
            } else if (line.startsWith("ITEM: BOX BOUNDS")) {
                cell = cell(line.substring("ITEM: BOX BOUNDS".length()).strip());
            } else if (line.startsWith("ITEM: ATOMS")) {
                final Optional<AtomFrame> frame = frame(line.substring("ITEM: ATOMS".length()).strip());
                if (frame.isPresent()) {
                    return frame;
                }
            } else if (!line.isBlank()) {
                throw lines.wrong("a line of a LAMMPS dump that belongs to no section", "repair the file; " + AS_IN);
            }
        }
        if (count >= 0) {
            throw lines.wrong("the file ends in the middle of frame " + atoms.frame(), "copy the file again, or cut it after its last whole frame");
        }
        return Optional.empty();
    }

    private double number(final String line) {
        if (fields.split(line) != 1 || !Double.isFinite(fields.number(0))) {
            throw lines.wrong("is no number", "repair the file");
        }
        return fields.number(0);
    }

    private SimulationCell cell(final String header) {
        final double[][] rows = new double[3][];
        for (int e = 0; e < 3; e++) {
            final int given = fields.split(lines.within("the box"));
            rows[e] = new double[given];
            for (int i = 0; i < given; i++) {
                rows[e][i] = fields.number(i);
            }
        }
        final List<String> words = Arrays.asList(header.split("\\s+"));
        final boolean general = words.contains("abc");
        final boolean tilted = words.contains("xy");
        for (final double[] row : rows) {
            if (row.length < (general ? 4 : tilted ? 3 : 2)) {
                throw lines.wrong("a row of the box has " + row.length + " numbers", "repair the file");
            }
        }
        final boolean[] periodic = new boolean[3];
        for (int e = 0; e < 3; e++) {
            final int word = words.size() - 3 + e;
            periodic[e] = word < 0 || words.get(word).isEmpty() || words.get(word).startsWith("p");
        }
        try {
            return general ? new SimulationCell(new double[][] {Arrays.copyOf(rows[0], 3), Arrays.copyOf(rows[1], 3), Arrays.copyOf(rows[2], 3)},
                new double[] {rows[0][3], rows[1][3], rows[2][3]}, periodic) : restricted(rows, tilted, periodic);
        } catch (final InputException e) {
            throw e.within(lines.file() + ", frame " + atoms.frame());
        }
    }

    // The bounds that are written enclose the tilted box.
    private static SimulationCell restricted(final double[][] rows, final boolean tilted, final boolean[] periodic) {
        final double xy = tilted ? rows[0][2] : 0;
        final double xz = tilted ? rows[1][2] : 0;
        final double yz = tilted ? rows[2][2] : 0;
        final double x = rows[0][0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        final double toX = rows[0][1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        final double y = rows[1][0] - Math.min(0, yz);
        final double toY = rows[1][1] - Math.max(0, yz);
        return new SimulationCell(new double[][] {{toX - x, 0, 0}, {xy, toY - y, 0}, {xz, yz, rows[2][1] - rows[2][0]}}, new double[] {x, y, rows[2][0]}, periodic);
    }

    private Optional<AtomFrame> frame(final String header) {
        if (count < 0 || cell == null) {
            throw lines.wrong("atoms come before their number and the box", "repair the file; " + AS_IN);
        }
        final int atomCount = count;
        count = -1;
        if (!atoms.isWanted()) {
            for (int i = 0; i < atomCount; i++) {
                lines.within("frame " + atoms.frame());
            }
            atoms.skipped();
            return Optional.empty();
        }
        final Columns columns = new Columns(Arrays.asList(header.split("\\s+")));
        atoms.begin(atomCount);
        final double[] place = new double[3];
        for (int i = 0; i < atomCount; i++) {
            if (fields.split(lines.within("frame " + atoms.frame())) < columns.names.size()) {
                throw lines.wrong("an atom has fewer fields than there are columns", "repair the file, or leave frame " + atoms.frame() + " out");
            }
            columns.place(place);
            atoms.add(columns.id < 0 ? i + 1 : fields.number(columns.id), fields.text(columns.kind), place[0], place[1], place[2]);
        }
        return Optional.of(atoms.end(Double.isNaN(time) ? step : time, cell, columns.unwrapped || columns.image >= 0));
    }

    /** Which field holds what. */
    private final class Columns {

        private final List<String> names;
        private final int id;
        private final int kind;
        private final int first;
        private final int image;
        private final boolean scaled;
        private final boolean unwrapped;

        private Columns(final List<String> names) {
            this.names = names;
            id = names.indexOf("id");
            kind = names.contains("element") ? names.indexOf("element") : names.indexOf("type");
            final String name = List.of("xu", "xsu", "x", "xs").stream().filter(names::contains).findFirst().orElse("");
            first = names.indexOf(name);
            if (kind < 0 || first < 0 || !names.contains(name.replace('x', 'y')) || !names.contains(name.replace('x', 'z'))) {
                throw lines.wrong("the columns '" + String.join(" ", names) + "' do not hold type or element and positions", AS_IN);
            }
            second = names.indexOf(name.replace('x', 'y'));
            third = names.indexOf(name.replace('x', 'z'));
            scaled = name.contains("s");
            unwrapped = name.contains("u");
            image = !unwrapped && names.containsAll(List.of("ix", "iy", "iz")) ? names.indexOf("ix") : -1;
        }

        private final int second;
        private final int third;

        private void place(final double[] to) {
            final double[] given = {fields.number(first), fields.number(second), fields.number(third)};
            final double[] images = image < 0 ? new double[3] : new double[] {fields.number(image), fields.number(names.indexOf("iy")), fields.number(names.indexOf("iz"))};
            for (int axis = 0; axis < 3; axis++) {
                to[axis] = scaled ? cell.origin()[axis] : given[axis];
                for (int e = 0; e < 3; e++) {
                    to[axis] += ((scaled ? given[e] : 0) + images[e]) * cell.edges()[e][axis];
                }
            }
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
