package operando.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name of a column comes from one place, and the documentation says the same. */
class ResultColumnsTest {

    private static final String BEGIN = "<!-- columns of timeseries.csv -->\n";
    private static final String END = "<!-- end of columns -->\n";
    private static final Path DOC = Path.of("docs", "results.md");

    @TempDir
    private Path folder;

    /** With -Doperando.docs=write the table is written, not compared. */
    @Test
    void documentationHasEveryColumn() throws IOException {
        final String text = Files.readString(DOC);
        final int from = text.indexOf(BEGIN) + BEGIN.length();
        final int to = text.indexOf(END);
        if ("write".equals(System.getProperty("operando.docs"))) {
            Files.writeString(DOC, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertEquals(table(), text.substring(from, to), "write it with -Dtest=ResultColumnsTest -Doperando.docs=write");
        }
    }

    private static String table() {
        return "| column | unit | meaning |\n|---|---|---|\n" + Stream.concat(Stream.of(Quantity.SCAN, Quantity.TIME), Quantity.ofScans().stream())
            .map(ResultColumnsTest::row).collect(Collectors.joining());
    }

    private static String row(final Quantity quantity) {
        final String column = quantity.hasSides() ? quantity.at(Side.TOP).column().replace("_top", "_…") : quantity.column();
        return "| `" + column + "` | " + quantity.unit().symbol() + " | " + quantity.term() + ": " + quantity.meaning() + " |\n";
    }

    @Test
    void columnTellsItsQuantityAndSide() {
        assertEquals(Optional.of(Quantity.CONTACT_AREA.at(Side.BOTTOM)), Quantity.ofColumn("contact_area_bottom_mm2"));
        assertEquals("contact area, bottom / mm²", Quantity.CONTACT_AREA.at(Side.BOTTOM).label());
        assertEquals(Optional.empty(), Quantity.ofColumn("contact_area_left_mm2"));
        assertThrows(IllegalStateException.class, () -> Quantity.CHARGE.at(Side.TOP));
        assertThrows(IllegalArgumentException.class, () -> new TimeSeries(List.of("a"), new double[1]).set(0, Quantity.CONTACT_AREA, Measured.of(1)));
    }

    @Test
    void standardErrorStandsBesideItsNumberAndAMissingNumberIsEmpty() throws IOException {
        final TimeSeries series = new TimeSeries(List.of("a", "b"), new double[] {0, 0.25});
        series.set(0, Quantity.ROUGHNESS.at(Side.TOP), Measured.of(2.5, 0.125));
        series.set(1, Quantity.ROUGHNESS.at(Side.TOP), Measured.missing("too noisy"));
        series.set(1, Quantity.STRAIN_ZZ, Measured.of(-0.5));
        new ResultTables(new Results("none", "", folder, VoxelSize.cubic(1), series, List.of(), List.of(), Optional.empty(), Optional.empty(),
            Optional.empty(), SectionLines.NONE, List.of(), "", java.util.Map.of(), List.of())).write();
        final List<String> lines = Files.readAllLines(folder.resolve("timeseries.csv"));
        final List<String> header = List.of(lines.get(0).split(",", -1));
        final int roughness = header.indexOf("roughness_top_um");
        assertEquals("roughness_top_um_se", header.get(roughness + 1));
        assertEquals("roughness_bottom_um", header.get(roughness + 2), "without errors there is no column for them");
        assertEquals(List.of("2.5", "0.125"), List.of(lines.get(1).split(",", -1)).subList(roughness, roughness + 2));
        assertEquals(List.of("", ""), List.of(lines.get(2).split(",", -1)).subList(roughness, roughness + 2));
        assertTrue(lines.get(2).endsWith(",-0.5") && lines.get(1).endsWith(","));
    }
}
