package operando.atoms.trajectory;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import operando.cell.InputException;
import operando.engine.InputFile;

/** The lines of a trajectory, as text or gzipped, each within a bound. */
final class TrajectoryLines implements AutoCloseable {

    private static final String WANTED = "an extended XYZ file or a LAMMPS dump";
    private static final int LONGEST = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BufferedReader reader;
    private final char[] line = new char[LONGEST];
    private int number;

    TrajectoryLines(final Path file) {
        this.file = file;
        InputFile.require(file, WANTED);
        InputStream in = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            in.mark(2);
            final boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            reader = new BufferedReader(new InputStreamReader(gzipped ? new GZIPInputStream(in, BUFFER) : in, StandardCharsets.UTF_8), BUFFER);
        } catch (final IOException e) {
            close(in);
            throw InputFile.unreadable(file, e, WANTED);
        }
    }

    /** The next line; null behind the last. */
    String next() {
        try {
            int length = 0;
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            number++;
            for (; c >= 0 && c != '\n'; c = reader.read()) {
                if (c == 0 || length == LONGEST) {
                    throw wrong(c == 0 ? "has a byte that is zero, so the file is no text" : "is longer than " + LONGEST + " characters", "give the path of " + WANTED);
                }
                line[length++] = (char) c;
            }
            return new String(line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
        } catch (final IOException e) {
            throw InputFile.unreadable(file, e, WANTED);
        }
    }

    /** The next line, which must be there. */
    String within(final String what) {
        final String next = next();
        if (next == null) {
            throw new InputException(file + ", line " + number, "the file ends in the middle of " + what, "copy the file again, or cut it after its last whole frame");
        }
        return next;
    }

    InputException wrong(final String what, final String mend) {
        return new InputException(file + ", line " + number, what, mend);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        close(reader);
    }

    private static void close(final AutoCloseable in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (final Exception e) {
            // The file was only read.
        }
    }
}
