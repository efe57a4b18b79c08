package operando.voltage.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cycler.ImpedanceFile;
import operando.cycler.ImpedanceSpectrum;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircuitFitTest {

    private static final EquivalentCircuit CELL = new EquivalentCircuit(12, List.of(new EquivalentCircuit.Arc(30, 2e-7, 0.95),
        new EquivalentCircuit.Arc(20, 3e-4, 0.85), new EquivalentCircuit.Arc(45, 8e-3, 0.8)), Optional.empty());

    @TempDir
    private Path folder;

    private static ImpedanceSpectrum spectrum(final EquivalentCircuit circuit, final double noise, final long seed) {
        final Random random = new Random(seed);
        final int count = 61;
        final double[] frequency = new double[count];
        final double[] real = new double[count];
        final double[] imaginary = new double[count];
        for (int i = 0; i < count; i++) {
            frequency[i] = 1e6 * Math.pow(10, -8.0 * i / (count - 1));
            final Complex z = circuit.impedance(frequency[i]);
            real[i] = z.getReal() + noise * z.abs() * random.nextGaussian();
            imaginary[i] = z.getImaginary() + noise * z.abs() * random.nextGaussian();
        }
        return new ImpedanceSpectrum("made", 0, frequency, real, imaginary);
    }

    @Test
    void anArcIsAHalfCircleOfItsResistance() {
        final EquivalentCircuit circuit = new EquivalentCircuit(5, List.of(new EquivalentCircuit.Arc(10, 1e-3, 1)), Optional.empty());
        final Complex top = circuit.impedance(1 / (2 * Math.PI * 10 * 1e-3));
        assertEquals(10, top.getReal(), 1e-12);
        assertEquals(-5, top.getImaginary(), 1e-12);
        assertEquals(15, circuit.impedance(1e-6).getReal(), 1e-9);
        final EquivalentCircuit diffusion = new EquivalentCircuit(0, List.of(), Optional.of(new EquivalentCircuit.Warburg(7, 20)));
        assertEquals(7, diffusion.impedance(1e-7).getReal(), 1e-4, "at low frequency a Warburg element is its resistance");
        final Complex fast = diffusion.impedance(1e4);
        assertEquals(fast.getReal(), -fast.getImaginary(), 1e-12, "at high frequency it rises at 45 degrees");
    }

    @Test
    void interfaceResistanceComesBackWithinItsInterval() {
        int inside = 0;
        final int draws = 12;
        for (int seed = 0; seed < draws; seed++) {
            final CircuitFit fit = CircuitFit.of(spectrum(CELL, 0.005, seed), CircuitSettings.defaults());
            assertEquals(65, fit.interfaces().ohm(), 4 * fit.interfaces().error(), "seed " + seed);
            assertEquals(42, fit.bulk().ohm(), 4 * fit.bulk().error(), "seed " + seed);
            assertEquals(0.005, fit.residual(), 0.0015);
            inside += Math.abs(fit.interfaces().ohm() - 65) <= fit.interfaces().interval() ? 1 : 0;
        }
        // 95 % of 12: with 9 or fewer the interval would be too short (probability 0.2 %).
        assertTrue(inside >= 10, inside + " of " + draws);
    }

    @Test
    void anArcBetweenBulkAndInterfacesIsSaidToBeUncertain() {
        final EquivalentCircuit between = new EquivalentCircuit(8, List.of(new EquivalentCircuit.Arc(25, 0.6e-5, 0.9)), Optional.empty());
        assertTrue(CircuitFit.of(spectrum(between, 0.003, 3), CircuitSettings.defaults()).remarks().stream().anyMatch(line -> line.contains("is not certain")));
        final EquivalentCircuit clear = new EquivalentCircuit(8, List.of(new EquivalentCircuit.Arc(25, 1e-4, 0.9)), Optional.empty());
        assertTrue(CircuitFit.of(spectrum(clear, 0.003, 3), CircuitSettings.defaults()).remarks().stream().noneMatch(line -> line.contains("is not certain")));
    }

    @Test
    void asManyArcsAreFittedAsTheSpectrumSupports() {
        final EquivalentCircuit one = new EquivalentCircuit(8, List.of(new EquivalentCircuit.Arc(25, 1e-3, 0.9)), Optional.empty());
        final CircuitFit fit = CircuitFit.of(spectrum(one, 0.003, 3), CircuitSettings.defaults());
        assertEquals(1, fit.circuit().arcs().size());
        assertTrue(fit.circuit().warburg().isEmpty());
        assertEquals(25, fit.interfaces().ohm(), 4 * fit.interfaces().error());
        assertEquals(8, fit.bulk().ohm(), 4 * fit.bulk().error());
    }

    @Test
    void aSpectrumWithoutAnInterfaceHasNoInterfaceResistance() {
        final EquivalentCircuit bulk = new EquivalentCircuit(8, List.of(new EquivalentCircuit.Arc(25, 1e-7, 0.95)), Optional.empty());
        final CircuitFit fit = CircuitFit.of(spectrum(bulk, 0.003, 3), CircuitSettings.defaults());
        assertTrue(Double.isNaN(fit.interfaces().ohm()));
        assertTrue(fit.remarks().stream().anyMatch(line -> line.contains("R_int is not known")));
    }

    @Test
    void csvWithSeveralSpectraIsRead() throws IOException {
        final StringBuilder text = new StringBuilder("freq_Hz,re_ohm,im_ohm,time_h\n");
        for (int number = 0; number < 2; number++) {
            final ImpedanceSpectrum made = spectrum(CELL, 0, 1);
            for (int i = 0; i < made.size(); i++) {
                text.append(String.format(Locale.ROOT, "%.8g,%.8g,%.8g,%d%n", made.frequencyHz()[i], made.realOhm()[i], made.imaginaryOhm()[i], number));
            }
        }
        final List<ImpedanceSpectrum> read = ImpedanceFile.read(Files.writeString(folder.resolve("two.csv"), text));
        assertEquals(2, read.size());
        assertEquals(61, read.get(1).size());
        assertEquals(1, read.get(1).timeH());
        assertEquals("two.csv 2", read.get(1).name());
        assertTrue(read.get(0).imaginaryOhm()[20] < 0);
    }

    @Test
    void whatIsNoSpectrumIsRefusedWithItsLine() throws IOException {
        final Path none = Files.writeString(folder.resolve("none.csv"), "time_h,voltage_V\n0,1\n");
        assertTrue(assertThrows(InputException.class, () -> ImpedanceFile.read(none)).getMessage().contains("no line of headings"));
        final Path broken = Files.writeString(folder.resolve("broken.csv"), "freq_Hz,re_ohm,im_ohm\n1,2,3\n1,x,3\n");
        assertTrue(assertThrows(InputException.class, () -> ImpedanceFile.read(broken)).getMessage().contains("line 3: 'x' is not a finite number"));
        final Path few = Files.writeString(folder.resolve("few.csv"), "freq_Hz,re_ohm,im_ohm\n100,2,-3\n10,2,-3\n1,2,-3\n");
        assertTrue(assertThrows(InputException.class, () -> ImpedanceFile.read(few)).getMessage().contains("no spectrum of 5 points"));
    }

    @Test
    void theSpectraOfARealFileAreRead() {
        final Path file = Path.of(System.getProperty("operando.shared", "../shared"), "data/bio-logic/peis.issue_149.mpt");
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
        final List<ImpedanceSpectrum> spectra = ImpedanceFile.read(file);
        assertEquals(4, spectra.size());
        assertEquals(21, spectra.get(0).size());
        assertEquals(12.753284, spectra.get(0).realOhm()[0], 1e-9);
        assertEquals(-0.96167845, spectra.get(0).imaginaryOhm()[0], 1e-9);
        assertTrue(ImpedanceFile.areaCm2(file).isEmpty(), "EC-Lab's user left the area at 0");
        final CircuitFit fit = CircuitFit.of(spectra.get(0), CircuitSettings.defaults());
        assertTrue(fit.residual() < 0.02, "residual " + fit.residual());
    }
}
