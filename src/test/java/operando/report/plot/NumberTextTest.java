package operando.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import operando.cell.Measured;
import org.junit.jupiter.api.Test;

/** One format for numbers: in text, in tables and on axes. */
class NumberTextTest {

    @Test
    void numberHasAsManyDecimalsAsItsError() {
        assertEquals("0.020011 ± 0.000040", NumberText.text(Measured.of(0.0200112, 0.00003987)));
        assertEquals("−17.26 ± 0.11", NumberText.signed(Measured.of(-17.2573, 0.1102)));
        assertEquals("+71.3 ± 1.0", NumberText.signed(Measured.of(71.28, 0.996)));
        assertEquals("(1.300 ± 0.012) × 10⁶", NumberText.text(Measured.of(1_300_000, 12_000)));
        assertEquals("(2.3 ± 1.2) × 10⁻⁷", NumberText.text(Measured.of(2.31e-7, 1.2e-7)));
        assertEquals("0.00 ± 0.45", NumberText.text(Measured.of(0, 0.449)));
        assertEquals("8.90", NumberText.text(Measured.of(8.9)));
        assertEquals("–", NumberText.text(Measured.missing("no contact")));
    }

    @Test
    void numbersOfOneQuantityShareAPowerOfTen() {
        final NumberScale scale = NumberScale.of(22_400, Double.NaN, -1_300_000);
        assertEquals("10⁶ µm³", scale.unit("µm³"));
        assertEquals("0.0224", NumberText.text(scale.scaled(22_400)));
        assertEquals("µm", NumberScale.of(9999, 0.2).unit("µm"));
        assertEquals("10⁻⁶", NumberScale.of(2.1e-5, 3e-6).unit(""));
        assertEquals(0, NumberScale.of(Double.NaN).exponent());
    }

    @Test
    void ticksOfAnAxisHaveTheDecimalsOfTheirDistance() {
        final AxisTicks ticks = new AxisTicks();
        assertEquals("−0.25", ticks.getCeilingTickUnit(0.04).valueToString(-0.25));
        assertEquals("0.050", ticks.getCeilingTickUnit(0.0021).valueToString(0.05));
        assertEquals("100", ticks.getCeilingTickUnit(37).valueToString(100));
    }
}
