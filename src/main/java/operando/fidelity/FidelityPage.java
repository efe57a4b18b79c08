package operando.fidelity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.engine.AtomicFile;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.text.CsvTable;

/**
 * The table of printed figures against computed ones, for all sources. Takes under a minute, nearly all of it for the
 * synthetic series whose lithium is balanced.
 *
 * <pre>{@code
 * FidelityPage page = FidelityPage.compute(folder, memoryBytes, cores, Progress.SILENT);
 * page.write(folder);
 * }</pre>
 */
public record FidelityPage(List<FidelityRow> rows) {

    public FidelityPage {
        rows = List.copyOf(rows);
    }

    /** @param folder for the synthetic series and its results */
    public static FidelityPage compute(final Path folder, final long memoryBytes, final Cores cores, final Progress progress) {
        final List<FidelityRow> rows = new ArrayList<>(LewisFigures.rows());
        rows.addAll(LithiumFractionFigures.rows(folder, memoryBytes, cores, progress.part(0, 0.7)));
        rows.addAll(BaeFigures.rows(cores, progress.part(0.7, 1)));
        rows.addAll(ReviewFigures.rows());
        rows.addAll(DingFigures.rows());
        rows.addAll(KimLiFigures.rows());
        return new FidelityPage(rows);
    }

    /** How many rows have this verdict. */
    public long count(final FidelityRow.Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Writes fidelity.md and fidelity.csv. @throws operando.cell.InputException if they cannot be written */
    public void write(final Path folder) {
        final CsvTable table = new CsvTable(List.of("source", "place", "quantity", "printed", "computed", "agrees", "reason"));
        rows.forEach(row -> table.row(List.of(row.source(), row.place(), row.quantity(), row.printed(), row.computed(), row.verdict().words(), row.reason())));
        table.write(folder.resolve("fidelity.csv"));
        AtomicFile.write(folder.resolve("fidelity.md"), unfinished -> Files.writeString(unfinished, markdown()));
    }

    private String markdown() {
        final StringBuilder text = new StringBuilder("""
            # Printed against computed

            Every figure of the sources that can be computed without their data, as the program computes it. This page is made by

            ```
            ./operando fidelity --out DIR
            ```

            "Agrees" means within half of the last printed digit, or inside a printed range or bound.

            """);
        text.append(count(FidelityRow.Verdict.AGREES)).append(" figures agree, ").append(count(FidelityRow.Verdict.DIFFERS))
            .append(" differ, and of ").append(count(FidelityRow.Verdict.NO_NUMBER)).append(" the source prints no number.\n\n");
        text.append("| source | place | quantity | printed | computed | agrees | how, and why it differs |\n|---|---|---|---|---|---|---|\n");
        for (final FidelityRow row : rows) {
            text.append("| ").append(String.join(" | ", row.source(), row.place(), row.quantity(), row.printed(), row.computed(), row.verdict().words(), row.reason()))
                .append(" |\n");
        }
        return text.toString();
    }
}
