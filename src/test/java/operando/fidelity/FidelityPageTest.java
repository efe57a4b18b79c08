package operando.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.fidelity.FidelityRow.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the papers print and what is computed, with values found independently. */
class FidelityPageTest {

    @TempDir
    Path folder;

    private static FidelityRow row(final List<FidelityRow> rows, final String part) {
        return rows.stream().filter(row -> row.quantity().contains(part)).findFirst().orElseThrow();
    }

    @Test
    void agreementIsHalfOfTheLastPrintedDigit() {
        assertEquals(Verdict.AGREES, FidelityRow.verdict("4.9", 4.85));
        assertEquals(Verdict.DIFFERS, FidelityRow.verdict("4.9", 4.84));
        assertEquals(Verdict.AGREES, FidelityRow.verdict("−8.9", -8.94));
        assertEquals(Verdict.AGREES, FidelityRow.verdict("3.7e-8", 3.73e-8));
        assertEquals(Verdict.DIFFERS, FidelityRow.verdict("3.7e-8", 3.8e-8));
        assertEquals(Verdict.AGREES, FidelityRow.verdict("4–5", 4.4));
        assertEquals(Verdict.DIFFERS, FidelityRow.verdict("4–5", 5.6));
        assertEquals(Verdict.AGREES, FidelityRow.verdict("> 0.95", 0.956));
        assertEquals(Verdict.DIFFERS, FidelityRow.verdict("< 0.01", 0.0101));
        assertEquals(Verdict.NO_NUMBER, FidelityRow.verdict("extremely low", 1e-9));
    }

    @Test
    void aDifferenceWithoutAReasonIsRefused() {
        assertThrows(InputException.class, () -> FidelityRow.of("paper", "1", "x", "4.9", 5, 1, ""));
    }

    @Test
    void figuresFoundByHandComeOut() {
        final List<FidelityRow> lewis = LewisFigures.rows();
        assertEquals("−0.40", row(lewis, "between those two").computed());
        assertEquals("19.40", row(lewis, "4 mAh").computed());
        assertEquals("47.6", row(lewis, "ohmic").computed());
        assertEquals("24.25", row(lewis, "thinning").computed());
        assertEquals("36.5", row(lewis, "52 %").computed());
        assertEquals("2.1e−07", row(lewis, "0.8 V").computed());
        assertEquals("4.4e−09", row(lewis, "1.0 V").computed());
        assertEquals("1.9e−34", row(lewis, "4.0 V").computed());
        final List<FidelityRow> review = ReviewFigures.rows();
        assertEquals("9.10", row(review, "products").computed());
        assertEquals("22.2", row(review, "Li₆PS₅Cl").computed());
        assertEquals("25.2", row(review, "Li₆PS₅Br").computed());
        assertEquals("30.1", row(review, "Li₆PS₅I").computed());
        assertEquals(List.of("0.09", "0.33", "0.50", "0.17", "0.33"), review.stream().filter(row -> row.quantity().contains("coating")).map(FidelityRow::computed).toList());
        assertEquals("0.000", row(DingFigures.rows(), "charge").computed());
    }

    @Test
    void theWholePageIsWritten() throws IOException {
        final FidelityPage page;
        try (Cores cores = new Cores(2)) {
            page = FidelityPage.compute(folder, 1L << 30, cores, Progress.SILENT);
        }
        page.write(folder);
        assertEquals(page.rows().size() + 1, Files.readAllLines(folder.resolve("fidelity.csv")).size());
        assertTrue(page.rows().size() > 45);
        for (final String half : new String[] {"half cycle 1", "half cycle 2"}) {
            final List<FidelityRow> fractions = page.rows().stream().filter(row -> row.quantity().contains(half)).toList();
            assertEquals(3, fractions.size(), "a row a phantom");
            for (final FidelityRow fraction : fractions) {
                assertEquals(Double.parseDouble(fraction.printed()), Double.parseDouble(fraction.computed()), 0.02, fraction.quantity());
            }
        }
    }
}
