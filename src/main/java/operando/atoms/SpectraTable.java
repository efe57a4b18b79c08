package operando.atoms;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.atoms.descriptor.PowerSpectrum;
import operando.atoms.descriptor.SoapSettings;
import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.atoms.trajectory.Trajectory;
import operando.atoms.trajectory.TrajectoryFile;
import operando.atoms.trajectory.TrajectorySettings;
import operando.cell.InputException;
import operando.engine.AtomicFile;

/** Power spectra of all atoms as a table for other programs, written atom by atom, species in the order of their atomic numbers. */
public final class SpectraTable {

    private SpectraTable() {
    }

    /** @return processor time that a spectrum took, in microseconds */
    public static double write(final Path file, final TrajectorySettings trajectory, final SoapSettings settings, final Path out) {
        final long[] nanos = new long[1];
        final long[] atoms = new long[1];
        AtomicFile.write(out, unfinished -> {
            try (Trajectory frames = TrajectoryFile.open(file, trajectory); BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                Optional<AtomFrame> frame = frames.next();
                if (frame.isEmpty()) {
                    throw new InputException(file.toString(), "holds no frame", "give a trajectory with frames");
                }
                final List<String> species = frame.get().species().stream().sorted(java.util.Comparator.comparingInt(TrajectorySettings::atomicNumber)).toList();
                final PowerSpectrum spectrum = new PowerSpectrum(settings, species.size());
                writer.write("frame,atom");
                for (int i = 0; i < spectrum.length(); i++) {
                    writer.write(",p" + i);
                }
                for (; frame.isPresent(); frame = frames.next()) {
                    atoms[0] += frame.get().size();
                    nanos[0] += write(frame.get(), species, settings, spectrum, writer);
                }
                writer.write('\n');
            }
        });
        return nanos[0] / 1e3 / atoms[0];
    }

    private static long write(final AtomFrame frame, final List<String> species, final SoapSettings settings, final PowerSpectrum spectrum, final BufferedWriter writer)
        throws java.io.IOException {
        final int[] kinds = frame.species().stream().mapToInt(species::indexOf).toArray();
        final Neighbourhood near = new Neighbourhood();
        final double[] values = new double[spectrum.length()];
        long nanos = -cpuNanos();
        final Neighbours neighbours = new Neighbours(frame, settings.reachAngstrom());
        nanos += cpuNanos();
        for (int atom = 0; atom < frame.size(); atom++) {
            nanos -= cpuNanos();
            neighbours.of(atom, near);
            spectrum.of(frame, kinds, atom, near, values);
            nanos += cpuNanos();
            writer.write("\n" + frame.number() + "," + (atom + 1));
            for (final double value : values) {
                writer.write(",");
                writer.write(Double.toString(value));
            }
        }
        return nanos;
    }

    // Of this thread, so that a busy machine changes nothing.
    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
