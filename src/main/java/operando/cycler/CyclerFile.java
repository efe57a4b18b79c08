package operando.cycler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.engine.InputFile;
import operando.engine.MemoryPlan;

/**
 * Reads a cycler's file, whatever its name ends with: CSV (time_h, voltage_V, current_density_mA_cm2, or other
 * headings that say what and in which unit), text that Bio-Logic's EC-Lab exported (.mpt), Bio-Logic's binary files
 * (.mpr), and Neware's CSV. Memory is a few times the size of the file.
 *
 * <pre>{@code
 * CyclingRecord record = CyclerFile.read(Path.of("cycling.mpr"), OptionalDouble.of(0.0314));
 * double charge = record.halfCycles().get(0).chargeMAhPerCm2();
 * }</pre>
 */
public final class CyclerFile {

    private static final long MOST_BYTES = 1L << 30;

    // Its bytes, its text, and its numbers, which take more than their text where that is short.
    private static final long TIMES_ITS_SIZE = 6;

    private static final String WANTED = "the cycler's file: CSV, .mpt or .mpr";

    private CyclerFile() {
    }

    /**
     * @param areaCm2 the cell's cross-section, needed where the file has a current and no current density
     * @throws InputException as {@link #read(Path, CyclerFacts)} does
     */
    public static CyclingRecord read(final Path file, final OptionalDouble areaCm2) {
        return read(file, new CyclerFacts(areaCm2, Optional.empty()));
    }

    /**
     * @param facts what the user says because the file does not
     * @throws InputException if the file cannot be read, is no cycling, lacks what is needed, or leaves it uncertain which
     *                        of its columns is the cell's voltage; names the line
     */
    public static CyclingRecord read(final Path file, final CyclerFacts facts) {
        if (Files.notExists(file)) {
            throw new InputException(file.toString(), "does not exist", "give the path of " + WANTED);
        }
        try {
            new MemoryPlan("reading " + file, TIMES_ITS_SIZE * Math.min(MOST_BYTES, Files.size(file))).require(Runtime.getRuntime().maxMemory(),
                "or export fewer columns or readings");
            final byte[] bytes = InputFile.bytes(file, MOST_BYTES, WANTED);
            if (bytes.length == 0) {
                throw new InputException(file.toString(), "is empty", "give a file with readings");
            }
            if (BioLogicFile.looksLikeOne(bytes)) {
                return new BioLogicFile(file.toString(), bytes).record(facts);
            }
            InputFile.kind(bytes).ifPresent(kind -> {
                throw new InputException(file.toString(), "the file is " + kind, "give the path of " + WANTED);
            });
            return new DelimitedFile(file.toString(), CyclerText.decode(bytes), facts.voltage()).record(facts.areaCm2());
        } catch (final IOException e) {
            throw new InputException(file.toString(), "cannot be read: " + InputFile.reason(e), "give the path of " + WANTED);
        }
    }
}
