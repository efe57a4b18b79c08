package operando.breathing.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.breathing.phasefield.Plane;
import operando.cell.InputException;
import operando.cli.Operando;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.RegimeMapFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regimes, and what pressure does to breathing and to memory. */
class RegimeMapTest {

    private static final InterfaceSettings SMALL = InterfaceSettings.defaults().with(new Plane(32, 16, 1)).withTolerance(3e-3).withCycles(2);
    private static final RegimeMap MAP = new RegimeMap(SMALL, new RegimeAxis(InterfaceParameter.STACK_PRESSURE, 1, 20, 3, true),
        new RegimeAxis(InterfaceParameter.CURRENT_DENSITY, 0.5, 2, 2, true));

    @TempDir
    private Path folder;

    @Test
    void aMapThatWasStoppedGoesOnToTheSameFiles() throws Exception {
        try (Cores one = new Cores(1); Cores two = new Cores(2)) {
            final List<RegimePoint> whole = RegimeMapFiles.write(MAP, false, two, folder.resolve("whole"), Progress.SILENT);
            assertEquals(6, whole.size());
            assertThrows(CancelledException.class, () -> RegimeMapFiles.write(MAP, true, one, folder.resolve("stopped"), (fraction, stage) -> {
                if (fraction > 0.5) {
                    throw new CancelledException();
                }
            }));
            final long known = Files.lines(folder.resolve("stopped/regime-map.csv")).count() - 1;
            assertTrue(known > 0 && known < 6, known + " runs");
            RegimeMapFiles.write(MAP, true, two, folder.resolve("stopped"), Progress.SILENT);
            for (final String file : List.of("regime-map.csv", "regime-map.png", "parameters.csv")) {
                assertArrayEquals(Files.readAllBytes(folder.resolve("whole").resolve(file)), Files.readAllBytes(folder.resolve("stopped").resolve(file)), file);
            }
            final RegimeMap other = new RegimeMap(SMALL.withSeed(4), MAP.first(), MAP.second());
            assertThrows(InputException.class, () -> RegimeMapFiles.write(other, true, two, folder.resolve("stopped"), Progress.SILENT));
        }
    }

    @Test
    void theLargestPartOfTheOverpotentialNamesTheRegime() {
        assertEquals(Regime.HEALING, regime(3, 1, 2));
        assertEquals(Regime.VOID_GROWTH, regime(1, 2, 3));
        assertEquals(Regime.MEMORY, regime(1, 3, 2));
    }

    private static Regime regime(final double kinetic, final double interphase, final double contactLoss) {
        return Regime.of(new CycleSummary(1, 1, 1, 1, 0, 0, 0, new InterfaceReading(1, 1, 1, 1, 1, 0, 0, kinetic + interphase + contactLoss, kinetic, interphase, contactLoss, 1)));
    }

    private static CycleSummary last(final InterfaceSettings settings) {
        final List<CycleSummary> cycles = CycleSummary.of(new InterfaceSimulation(settings).run(Progress.SILENT));
        return cycles.get(cycles.size() - 1);
    }

    @Test
    void pressureStopsBreathingAndGrowthNeedsContact() {
        final InterfaceSettings settings = SMALL.withCycles(3).with(InterfaceParameter.CURRENT_DENSITY, 0.6);
        final CycleSummary loose = last(settings.with(InterfaceParameter.STACK_PRESSURE, 1));
        final CycleSummary tight = last(settings.with(InterfaceParameter.STACK_PRESSURE, 20));
        assertTrue(loose.amplitude() > 3 * tight.amplitude() && loose.amplitude() > 0.03, loose + " " + tight);
        assertTrue(tight.memoryUm() > loose.memoryUm() && tight.memoryUm() < 1.1 * loose.memoryUm(), loose + " " + tight);
        final CycleSummary everywhere = last(settings.with(InterfaceParameter.STACK_PRESSURE, 1).with(InterfaceParameter.CONTACT_DEPENDENCE, 0));
        final CycleSummary everywhereTight = last(settings.with(InterfaceParameter.STACK_PRESSURE, 20).with(InterfaceParameter.CONTACT_DEPENDENCE, 0));
        // Put in by construction, memory knows nothing of pressure; from contact it does.
        assertEquals(everywhereTight.memoryUm(), everywhere.memoryUm(), 1e-3 * everywhere.memoryUm());
        assertTrue(everywhere.memoryUm() > 1.01 * loose.memoryUm(), loose + " " + everywhere);
    }

    @Test
    void contactThatIsLostIsSaidSo() {
        final InterfaceSettings hopeless = SMALL.with(InterfaceParameter.CREEP_SUPPLY, 0).with(InterfaceParameter.CURRENT_DENSITY, 5).with(InterfaceParameter.AREAL_CAPACITY, 5);
        assertTrue(assertThrows(InputException.class, () -> new InterfaceSimulation(hopeless).run(Progress.SILENT)).getMessage().contains("contact is lost"));
        try (Cores cores = new Cores(1)) {
            final RegimeMap map = new RegimeMap(hopeless, new RegimeAxis(InterfaceParameter.STACK_PRESSURE, 1, 2, 2, false), new RegimeAxis(InterfaceParameter.REST, 0, 1, 2, false));
            final RegimePoint point = RegimeMapFiles.write(map, false, cores, folder, Progress.SILENT).get(0);
            assertEquals(Regime.VOID_GROWTH, point.regime());
            assertTrue(point.amplitude().isEmpty() && point.reason().contains("contact is lost"), point.toString());
        }
    }

    @Test
    void axesThatAreNoneAreRefused() {
        final StringWriter said = new StringWriter();
        for (final String axis : List.of("stack_pressure_MPa,1,20", "pressure,1,20,3", "stack_pressure_MPa,1,1,3", "stack_pressure_MPa,1,20,1", "current_density_mA_cm2,1,2,3", "stack_pressure_MPa,a,20,3")) {
            assertEquals(2, Operando.run(new String[] {"breathing", "regime-map", "--first", axis, "--out", folder.resolve("no").toString()}, new PrintWriter(said, true), new PrintWriter(said, true)), axis);
        }
        assertEquals(6, said.toString().strip().lines().count(), said.toString());
        assertTrue(Files.notExists(folder.resolve("no")));
    }
}
