package operando.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import operando.cell.InputException;

/**
 * The lines of a UTF-8 text file one by one, each within a bound, so that a file of any length and any content (gigabytes
 * of zeros, no line end at all) is read or refused without filling the memory. Lines end with LF, CR or both.
 */
public final class InputLines implements AutoCloseable {

    private final Path file;
    private final int longest;
    private final String wanted;
    private final BufferedReader reader;
    private final StringBuilder line = new StringBuilder();
    private int number;

    /**
     * @param longest characters of a line at most
     * @param wanted  what the file should be, for messages
     * @throws InputException if there is no such file or it cannot be read
     */
    public InputLines(final Path file, final int longest, final String wanted) {
        InputFile.require(file, wanted);
        this.file = file;
        this.longest = longest;
        this.wanted = wanted;
        try {
            reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw InputFile.unreadable(file, e, wanted);
        }
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    public int number() {
        return number;
    }

    /**
     * The next line without its end; nothing behind the last.
     *
     * @throws InputException if the line is too long, the file is not UTF-8, or has a zero in it, as only binary files do
     */
    public Optional<String> next() {
        try {
            line.setLength(0);
            int c = reader.read();
            if (c < 0) {
                return Optional.empty();
            }
            number++;
            for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
                if (c == 0) {
                    throw wrong("cannot be read: it has a byte that is zero, so the file is no text", "give the path of " + wanted);
                }
                if (line.length() == longest) {
                    throw wrong("cannot be read: it is longer than " + longest + " characters", "give the path of " + wanted);
                }
                line.append((char) c);
            }
            if (c == '\r') {
                skipLineFeed();
            }
            return Optional.of(number == 1 && line.length() > 0 && line.charAt(0) == '\ufeff' ? line.substring(1) : line.toString());
        } catch (final IOException e) {
            throw InputFile.unreadable(file, e, wanted);
        }
    }

    private void skipLineFeed() throws IOException {
        reader.mark(1);
        if (reader.read() != '\n') {
            reader.reset();
        }
    }

    /** The complaint about the line that {@link #next} gave last. */
    public InputException wrong(final String what, final String mend) {
        return new InputException(file + ", line " + number, what, mend);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (final IOException e) {
            // The file was only read.
        }
    }
}
