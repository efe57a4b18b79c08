package operando.atoms.trajectory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;
import operando.cell.InputException;

/**
 * Extended XYZ: the number of atoms, a line of {@code key=value} with {@code Lattice} and {@code Properties}, a line an
 * atom (as ASE and OVITO write it). Without a lattice the atoms repeat nowhere.
 */
final class ExtendedXyz implements Trajectory {

    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][A-Za-z_0-9-]*)\\s*=\\s*(\"([^\"]*)\"|\\{([^}]*)}|(\\S+))");
    private static final String PLAIN = "species:S:1:pos:R:3";
    // So that atoms in a plane have a box, too.
    private static final double MARGIN = 1;

    private final TrajectoryLines lines;
    private final FrameAtoms atoms;
    private final Fields fields = new Fields();

    ExtendedXyz(final TrajectoryLines lines, final TrajectorySettings settings) {
        this.lines = lines;
        atoms = new FrameAtoms(lines, settings);
    }

    @Override
    public Optional<AtomFrame> next() {
        while (true) {
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (first == null) {
                return Optional.empty();
            }
            final int count = atoms.count(first);
            final Map<String, String> values = values(lines.within("frame " + atoms.frame()));
            if (atoms.isWanted()) {
                return Optional.of(frame(count, values));
            }
            for (int i = 0; i < count; i++) {
                lines.within("frame " + atoms.frame());
            }
            atoms.skipped();
        }
    }

    private static Map<String, String> values(final String comment) {
        final Map<String, String> values = new LinkedHashMap<>();
        final Matcher matcher = PAIR.matcher(comment);
        while (matcher.find()) {
            final String value = matcher.group(3) != null ? matcher.group(3) : matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
            values.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return values;
    }

    private AtomFrame frame(final int count, final Map<String, String> values) {
        final Map<String, Integer> columns = columns(values.getOrDefault("properties", PLAIN));
        final int species = columns.containsKey("species") ? columns.get("species") : column(columns, "element");
        final boolean unwrapped = columns.containsKey("unwrapped_pos");
        final int position = unwrapped ? columns.get("unwrapped_pos") : column(columns, "pos");
        final int id = columns.getOrDefault("id", -1);
        // A comment that is not understood is no lattice; one that is cut off in the middle is no frame.
        final double[][] lattice = values.containsKey("lattice") ? lattice(values.get("lattice")) : null;
        atoms.begin(count);
        final double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        final double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < count; i++) {
            final int given = fields.split(lines.within("frame " + atoms.frame()));
            if (given < columns.get("")) {
                throw lines.wrong("an atom has " + given + " fields in place of " + columns.get(""), "repair the file, or leave frame " + atoms.frame() + " out");
            }
            final double[] place = {fields.number(position), fields.number(position + 1), fields.number(position + 2)};
            atoms.add(id < 0 ? i + 1 : fields.number(id), fields.text(species), place[0], place[1], place[2]);
            for (int axis = 0; axis < 3; axis++) {
                least[axis] = Math.min(least[axis], place[axis] - MARGIN);
                most[axis] = Math.max(most[axis], place[axis] + MARGIN);
            }
        }
        return atoms.end(time(values), cell(lattice, values, least, most), unwrapped || lattice == null);
    }

    private Map<String, Integer> columns(final String properties) {
        final String[] parts = properties.split(":");
        final Map<String, Integer> columns = new LinkedHashMap<>();
        int column = 0;
        for (int i = 0; i + 2 < parts.length; i += 3) {
            columns.put(parts[i].toLowerCase(Locale.ROOT), column);
            if (!parts[i + 2].matches("[1-9][0-9]?")) {
                throw lines.wrong("Properties has '" + parts[i + 2] + "' for a number of columns", "write it as " + PLAIN);
            }
            column += Integer.parseInt(parts[i + 2]);
        }
        columns.put("", column);
        if (columns.containsKey("pos") && !properties.toLowerCase(Locale.ROOT).contains("pos:r:3")) {
            throw lines.wrong("positions are not three numbers", "write Properties=" + PLAIN);
        }
        return columns;
    }

    private int column(final Map<String, Integer> columns, final String name) {
        if (!columns.containsKey(name)) {
            throw lines.wrong("Properties has no " + name, "write it as " + PLAIN);
        }
        return columns.get(name);
    }

    private double[][] lattice(final String text) {
        if (fields.split(text) != 9) {
            throw lines.wrong("Lattice has " + fields.split(text) + " numbers in place of 9", "give three edges, as Lattice=\"ax ay az bx by bz cx cy cz\"");
        }
        final double[][] edges = new double[3][3];
        for (int i = 0; i < 9; i++) {
            edges[i / 3][i % 3] = fields.number(i);
        }
        return edges;
    }

    private SimulationCell cell(final double[][] lattice, final Map<String, String> values, final double[] least, final double[] most) {
        try {
            if (lattice == null) {
                return new SimulationCell(new double[][] {{most[0] - least[0], 0, 0}, {0, most[1] - least[1], 0}, {0, 0, most[2] - least[2]}}, least, new boolean[3]);
            }
            final boolean[] periodic = {true, true, true};
            final double[] origin = new double[3];
            if (values.containsKey("pbc")) {
                final String[] flags = values.get("pbc").strip().split("[\\s,]+");
                for (int e = 0; e < 3; e++) {
                    periodic[e] = e < flags.length && flags[e].matches("(?i)t|true|1");
                }
            }
            if (values.containsKey("origin") && fields.split(values.get("origin")) == 3) {
                for (int axis = 0; axis < 3; axis++) {
                    origin[axis] = fields.number(axis);
                }
            }
            return new SimulationCell(lattice, origin, periodic);
        } catch (final InputException e) {
            throw e.within(lines.file() + ", frame " + atoms.frame());
        }
    }

    private double time(final Map<String, String> values) {
        for (final String key : new String[] {"time", "timestep", "step"}) {
            if (values.containsKey(key) && fields.split(values.get(key)) == 1 && Double.isFinite(fields.number(0))) {
                return fields.number(0);
            }
        }
        return Double.NaN;
    }

    @Override
    public void close() {
        lines.close();
    }
}
