package operando.atoms.trajectory;

import java.nio.file.Path;

/** Opens a trajectory of any format that is known, by what its first line says. */
public final class TrajectoryFile {

    private TrajectoryFile() {
    }

    /**
     * @param file extended XYZ or a LAMMPS dump, also gzipped
     * @throws operando.cell.InputException if it cannot be read
     */
    public static Trajectory open(final Path file, final TrajectorySettings settings) {
        final boolean dump;
        try (TrajectoryLines lines = new TrajectoryLines(file)) {
            final String first = lines.within("its first frame");
            dump = first.startsWith("ITEM:");
            if (!dump && !first.isBlank()) {
                new FrameAtoms(lines, settings).count(first);
            }
        }
        final TrajectoryLines lines = new TrajectoryLines(file);
        return dump ? new LammpsDump(lines, settings) : new ExtendedXyz(lines, settings);
    }
}
