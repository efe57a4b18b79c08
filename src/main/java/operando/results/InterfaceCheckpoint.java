package operando.results;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceState;
import operando.cell.InputException;
import operando.engine.AtomicFile;
import operando.engine.InputFile;

/**
 * A simulated interface at the end of a cycle, with all readings before, so that a run that was stopped goes on to the same numbers.
 *
 * @param identity   of the settings and of the contact it began with; another one means another run
 * @param cyclesDone so far
 * @param state      at the end of the last of them
 * @param readings   so far
 */
public record InterfaceCheckpoint(String identity, int cyclesDone, InterfaceState state, List<InterfaceReading> readings) {

    private static final long MOST_BYTES = 1L << 30;
    private static final String WANTED = "a checkpoint of operando breathing simulate";
    private static final int MARK = 0x0B2EA7E1;

    /** @throws InputException if it cannot be written */
    public void write(final Path file) {
        AtomicFile.write(file, unfinished -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                out.writeInt(MARK);
                out.writeUTF(identity);
                out.writeInt(cyclesDone);
                out.writeDouble(state.timeH());
                out.writeDouble(state.stepH());
                out.writeInt(state.contact().length);
                for (int cell = 0; cell < state.contact().length; cell++) {
                    out.writeDouble(state.contact()[cell]);
                    out.writeDouble(state.thicknessUm()[cell]);
                }
                out.writeInt(readings.size());
                for (final InterfaceReading reading : readings) {
                    out.writeInt(reading.cycle());
                    for (final double number : numbers(reading)) {
                        out.writeDouble(number);
                    }
                }
            }
        });
    }

    /**
     * @return empty if there is no such file
     * @throws InputException if it is damaged, or of another run
     */
    public static Optional<InterfaceCheckpoint> read(final Path file, final String identity) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(InputFile.bytes(file, MOST_BYTES, WANTED)))) {
            if (in.readInt() != MARK) {
                throw new IOException("it begins with something else");
            }
            final String found = in.readUTF();
            if (!found.equals(identity)) {
                throw new InputException(file.toString(), "it is of a run with other settings", "give the same settings, or another folder for --out");
            }
            return Optional.of(content(in, found));
        } catch (final IOException | IllegalArgumentException e) {
            throw new InputException(file.toString(), "is damaged: " + InputFile.reason(e), "delete it and begin again");
        }
    }

    private static InterfaceCheckpoint content(final DataInputStream in, final String identity) throws IOException {
        final int cycles = in.readInt();
        final double time = in.readDouble();
        final double step = in.readDouble();
        final int cells = in.readInt();
        if (cells < 0 || cells > in.available() / 16 || cycles < 0) {
            throw new IOException("it ends too early");
        }
        final double[] contact = new double[cells];
        final double[] thickness = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            contact[cell] = in.readDouble();
            thickness[cell] = in.readDouble();
        }
        final int count = in.readInt();
        final List<InterfaceReading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final int cycle = in.readInt();
            final double[] n = new double[11];
            for (int j = 0; j < n.length; j++) {
                n[j] = in.readDouble();
            }
            readings.add(new InterfaceReading(n[0], cycle, n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]));
        }
        return new InterfaceCheckpoint(identity, cycles, new InterfaceState(contact, thickness, time, step), readings);
    }

    private static double[] numbers(final InterfaceReading r) {
        return new double[] {r.timeH(), r.currentMAPerCm2(), r.chargeMAhPerCm2(), r.contactFraction(), r.thicknessUm(), r.thickestUm(), r.overpotentialV(), r.kineticV(),
            r.interphaseV(), r.contactLossV(), r.contactPressureMPa()};
    }
}
