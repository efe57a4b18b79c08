package operando.cycler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import operando.cell.InputException;
import operando.cell.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CyclerFileTest {

    private static final Path REAL = Path.of("../shared/data/bio-logic");
    private static final Path OTHERS = Path.of("../shared/data/other-cyclers");

    @TempDir
    Path folder;

    private CyclingRecord read(final String text, final OptionalDouble area, final Charset charset) throws IOException {
        return CyclerFile.read(Files.writeString(folder.resolve("cycling.csv"), text, charset), area);
    }

    private CyclingRecord read(final String text) throws IOException {
        return read(text, OptionalDouble.empty(), StandardCharsets.UTF_8);
    }

    private void refuses(final String part, final String text) {
        final String message = assertThrows(InputException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void contractCsvWithHalfCyclesAndRest() throws IOException {
        final CyclingRecord record = read("time_h,voltage_V,current_density_mA_cm2\n0,0.1,1\n1,0.2,1\n2,0.3,1\n2.5,0,0\n3,-0.1,-2\n4,-0.2,-2\n");
        assertEquals(6, record.size());
        assertEquals(0.25, record.voltageAtV(1.5), 1e-12);
        assertEquals(2, record.halfCycles().size());
        assertEquals(Side.TOP, record.halfCycles().get(0).stripping());
        assertEquals(Side.BOTTOM, record.halfCycles().get(1).stripping());
        assertEquals(2, record.chargeMAhPerCm2()[2], 1e-12);
    }

    @Test
    void currentNeedsTheAreaAndUnitsAreTurned() throws IOException {
        final String text = "time/s\tEwe/V\tI/A\n0\t0,10\t1e-3\n3600\t0,20\t1e-3\n";
        final CyclingRecord record = read(text, OptionalDouble.of(0.5), StandardCharsets.UTF_8);
        assertArrayEquals(new double[] {0, 1}, record.timesH(), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.2}, record.voltagesV(), 1e-12);
        assertArrayEquals(new double[] {2, 2}, record.currentDensitiesMAPerCm2(), 1e-12);
        refuses("area_cm2", text);
    }

    @Test
    void otherEncodingsAreRead() throws IOException {
        for (final Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("windows-1252"))) {
            final String mark = charset.name().startsWith("UTF-16") ? "\ufeff" : "";
            final CyclingRecord record = read(mark + "µ-cell, 20 °C\r\ntime_h,voltage_mV,current_density_mA_cm2\r\n0,100,1\r\n1,110,1\r\n",
                OptionalDouble.empty(), charset);
            assertEquals(0.11, record.voltageV(1), 1e-12);
        }
    }

    @Test
    void mistakesAreNamedWithTheirLine() {
        refuses("line 3", "time_h,voltage_V,current_density_mA_cm2\n1,0.1,1\n1,0.2,1\n");
        refuses("line 3", "time_h,voltage_V,current_density_mA_cm2\n1,0.1,1\n2,nan,1\n");
        refuses("line 3", "time_h,voltage_V,current_density_mA_cm2\n1,0.1,1\n2,0.2\n");
        refuses("voltage", "time_h,current_density_mA_cm2\n1,1\n2,1\n");
        refuses("unit", "time,voltage_V,current_density_mA_cm2\n1,0.1,1\n2,0.1,1\n");
        refuses("is empty", "");
        refuses("impedance", "EC-Lab ASCII FILE\nPotentio Electrochemical Impedance Spectroscopy\n\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\ttime/s\t<Ewe>/V\tI/mA\n1\t2\t3\t4\t5\t6\n");
        refuses("voltammetry", "EC-Lab ASCII FILE\nCyclic Voltammetry\n\ntime/s\tEwe/V\tI/mA\n1\t2\t3\n");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        assertTrue(assertThrows(InputException.class, () -> CyclerFile.read(folder.resolve("none.mpr"), OptionalDouble.empty()))
            .getMessage().contains("does not exist"));
    }

    @Property(tries = 60)
    void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 40) final List<@DoubleRange(min = -5, max = 5) Double> voltages,
        @ForAll @DoubleRange(min = 0.01, max = 100) final double step, @ForAll final boolean comma) throws IOException {
        final StringBuilder text = new StringBuilder("some title\n\ntime_h;voltage_V;current_density_mA_cm2\n");
        for (int i = 0; i < voltages.size(); i++) {
            final String line = String.format(Locale.ROOT, "%.9f;%.9f;%.9f%n", i * step, voltages.get(i), -voltages.get(i));
            text.append(comma ? line.replace('.', ',') : line);
        }
        final Path file = Files.createTempFile("cycling", ".csv");
        try {
            final CyclingRecord record = CyclerFile.read(Files.writeString(file, text), OptionalDouble.empty());
            assertEquals(voltages.size(), record.size());
            for (int i = 0; i < voltages.size(); i++) {
                assertEquals(voltages.get(i), record.voltageV(i), 1e-9);
                assertEquals(i * step, record.timeH(i), 1e-9);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void damagedBinaryFilesAreRefusedInOneLine() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "real cycler files are not beside this project");
        final byte[] whole = Files.readAllBytes(REAL.resolve("gcpl.issue_149.mpr"));
        for (final int length : new int[] {30, 60, 500, whole.length / 2}) {
            final Path cut = Files.write(folder.resolve("cut.mpr"), Arrays.copyOf(whole, length));
            final String message = assertThrows(InputException.class, () -> CyclerFile.read(cut, OptionalDouble.of(1))).getMessage();
            assertEquals(1, message.lines().count());
        }
    }

    @Test
    void binaryAndTextOfTheSameRunAgreeToThePrintedDigits() {
        assumeTrue(Files.isDirectory(REAL), "real cycler files are not beside this project");
        // The text has ten digits of time and voltage and seven of the current, which the binary file of a GCPL keeps as charge.
        for (final String name : List.of("gcpl.issue_149", "mb.issue_95")) {
            final CyclingRecord binary = CyclerFile.read(REAL.resolve(name + ".mpr"), OptionalDouble.of(1));
            final CyclingRecord text = CyclerFile.read(REAL.resolve(name + ".mpt"), OptionalDouble.of(1));
            assertArrayEquals(text.timesH(), binary.timesH(), 1e-9, name);
            assertArrayEquals(text.voltagesV(), binary.voltagesV(), 1e-6, name);
            assertArrayEquals(text.currentDensitiesMAPerCm2(), binary.currentDensitiesMAPerCm2(), 1e-5, name);
        }
    }

    @Test
    void otherRealFilesAreReadOrRefusedWithAClearWord() {
        assumeTrue(Files.isDirectory(OTHERS), "real cycler files are not beside this project");
        assertEquals(2533, CyclerFile.read(REAL.resolve("gcpl.pr_182.1.mpt"), OptionalDouble.of(1)).size());
        assertEquals(16, CyclerFile.read(OTHERS.resolve("neware_uio.csv"), OptionalDouble.of(1)).halfCycles().size());
        assertEquals(0, CyclerFile.read(REAL.resolve("ocv.mpt"), OptionalDouble.empty()).halfCycles().size());
        for (final String name : List.of("custom_missing_column.csv", "custom_nan_inf.csv", "custom_truncated.csv")) {
            assertThrows(InputException.class, () -> CyclerFile.read(OTHERS.resolve(name), OptionalDouble.of(1)), name);
        }
        assertThrows(InputException.class, () -> CyclerFile.read(REAL.resolve("peis.issue_149.mpt"), OptionalDouble.of(1)));
    }
}
