package operando.results;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import operando.text.CsvTable;

/** times.csv: how long each scan and the whole run took, and when it was done; all of a results folder that two runs of the same input do not share. */
public final class RunTimes {

    private final long startNanos = System.nanoTime();
    private final CsvTable table = new CsvTable(List.of("what", "seconds", "finished"));

    /** @param seconds not a number for a scan that an earlier run finished */
    public void add(final String scan, final double seconds) {
        row(scan, seconds, "");
    }

    private void row(final String what, final double seconds, final String finished) {
        table.row(List.of(what, Math.rint(1000 * seconds) / 1000, finished));
    }

    /** @throws operando.cell.InputException if it cannot be written */
    public void write(final Path file) {
        row("run", (System.nanoTime() - startNanos) / 1e9, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        table.write(file);
    }
}
