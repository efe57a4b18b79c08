package operando.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import operando.cell.InputException;
import operando.engine.AtomicFile;
import operando.engine.InputFile;

/** Reads and writes {@code truth.json}, which holds a {@link PhantomTruth} under the names of its fields. */
public final class TruthFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final int MOST_BYTES = 256 << 20;

    private static final String WANTED = "the truth.json of a series made by: operando phantom";

    private static final String MEND = "make the series anew with: operando phantom";

    private TruthFile() {
    }

    /** @throws InputException if the file cannot be written */
    public static void write(final PhantomTruth truth, final Path file) {
        AtomicFile.write(file, unfinished -> Files.writeString(unfinished,
            JSON.writeValueAsString(truth).replace("\r\n", "\n") + "\n"));
    }

    /** @throws InputException if the file cannot be read or is no truth.json of this version */
    public static PhantomTruth read(final Path file) {
        try {
            final PhantomTruth truth = JSON.readValue(InputFile.bytes(file, MOST_BYTES, WANTED), PhantomTruth.class);
            if (truth == null) {
                throw new InputException(file.toString(), "holds nothing", MEND);
            }
            return truth;
        } catch (final JacksonException e) {
            throw new InputException(file.toString(), "is no truth.json of this version (" + e.getOriginalMessage() + ")",
                MEND);
        } catch (final IOException e) {
            throw InputFile.unreadable(file, e, WANTED);
        }
    }
}
