package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.engine.MemoryPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs more than --memory is refused before it starts, with what it needs; .ci/checks/memory.sh measures that the rest stays below. */
class MemoryTest {

    @TempDir
    static Path folder;

    private static Path scan;

    private record Outcome(int code, String err) { }

    private static Outcome operando(final Object... arguments) {
        final StringWriter err = new StringWriter();
        final int code = Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true));
        return new Outcome(code, err.toString().strip());
    }

    @BeforeAll
    static void makeSeries() {
        assertEquals(0, operando("phantom", "--out", folder.resolve("series"), "--size", 60, "--scans", 3, "--seed", 21).code);
        scan = folder.resolve("series/scans/t00.tif");
    }

    private static void assertRefused(final Outcome outcome, final String what, final Path out) {
        assertEquals(2, outcome.code, outcome.err);
        assertEquals(1, outcome.err.lines().count(), outcome.err);
        assertTrue(outcome.err.matches("--memory: .*" + what + ".* needs [0-9]+ MB; give [0-9]+m or more, .*"), outcome.err);
        assertFalse(Files.exists(out), out + " was begun");
    }

    @Test
    void displacementOfTooManyPointsIsRefused() {
        final Path out = folder.resolve("field");
        assertRefused(operando("displace", scan, scan.resolveSibling("t01.tif"), "--spacing", 1, "--memory", "64m", "--out", out), "points", out);
    }

    @Test
    void runIsRefusedBeforeItsFirstScan() {
        final Path out = folder.resolve("results");
        assertRefused(operando("run", folder.resolve("series/experiment.yml"), "--memory", "100m", "--out", out), "(columns|readings)", out.resolve("labels"));
    }

    @Test
    void runWithTooManyReadingsOfTheCyclerIsRefusedBeforeItsFirstScan() throws IOException {
        final StringBuilder readings = new StringBuilder("time_h,voltage_V,current_density_mA_cm2\n");
        final int count = 250_000;
        for (int i = 0; i < count; i++) {
            readings.append(String.format(Locale.ROOT, "%.6f,0.01,1%n", 10.0 * i / (count - 1)));
        }
        Files.writeString(folder.resolve("series/long.csv"), readings);
        final Path experiment = Files.writeString(folder.resolve("series/long.yml"),
            Files.readString(folder.resolve("series/experiment.yml")).replace("cycling.csv", "long.csv"));
        final Path out = folder.resolve("long");
        assertRefused(operando("run", experiment, "--memory", "256m", "--out", out), count + " readings", out);
    }

    @Test
    void aPlanIsRefusedWhereTheHeapIsSmallerAndNotWhereItIsAsLargeAsItSays() {
        final MemoryPlan plan = new MemoryPlan("a sweep", 500L << 20);
        plan.require(plan.megabytes() << 20, "or less");
        final InputException refusal = assertThrows(InputException.class, () -> plan.require(plan.megabytes() * 8 / 10 << 20, "or less"));
        assertEquals("--memory: a sweep needs " + plan.megabytes() + " MB; give " + plan.megabytes() + "m or more, or less", refusal.getMessage());
        assertTrue(MemoryPlan.usable(plan.megabytes() << 20) >= plan.bytes(), "what is planned with fits into what is usable");
    }
}
