package operando.cycler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;

import operando.cell.InputException;

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

    private CyclerFile() {
    }

    /**
     * @param areaCm2 the cell's cross-section, needed where the file has a current and no current density
     * @throws InputException if the file cannot be read, is no cycling, or lacks what is needed; names the line
     */
    public static CyclingRecord read(final Path file, final OptionalDouble areaCm2) {
        if (areaCm2.isPresent() && !(areaCm2.getAsDouble() > 0 && Double.isFinite(areaCm2.getAsDouble()))) {
            throw new InputException("area_cm2", areaCm2.getAsDouble() + " cm² is not an area",
                "give the cell's cross-section, above 0");
        }
        final byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            throw new InputException(file.toString(), "is empty", "give a file with readings");
        }
        if (BioLogicFile.looksLikeOne(bytes)) {
            return new BioLogicFile(file.toString(), bytes).record(areaCm2);
        }
        return new DelimitedFile(file.toString(), CyclerText.decode(bytes)).record(areaCm2);
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final NoSuchFileException e) {
            throw new InputException(file.toString(), "does not exist", "give the cycler's file");
        } catch (final IOException | OutOfMemoryError e) {
            throw new InputException(file.toString(), "cannot be read (" + e.getMessage() + ")",
                "give a file that you may read");
        }
    }
}
