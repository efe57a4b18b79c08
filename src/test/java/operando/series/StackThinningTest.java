package operando.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import operando.cell.Measured;
import operando.cell.Quantity;
import org.junit.jupiter.api.Test;

class StackThinningTest {

    private static TimeSeries series(final double[] thicknessUm, final double[] passed) {
        final TimeSeries series = new TimeSeries(IntStream.range(0, thicknessUm.length).mapToObj(i -> "t" + i).toList(),
            IntStream.range(0, thicknessUm.length).asDoubleStream().toArray());
        for (int row = 0; row < thicknessUm.length; row++) {
            series.set(row, Quantity.STACK_THICKNESS, Double.isNaN(thicknessUm[row]) ? Measured.missing("one electrode is out of view") : Measured.of(thicknessUm[row]));
            series.set(row, Quantity.CHARGE_PASSED, Measured.of(passed[row]));
        }
        return series;
    }

    /** 1 mAh cm⁻² of lithium is 4.85 µm (SCIENCE: 13.02 cm³/mol over 96485 C/mol times 3.6 C). */
    @Test
    void chargeThinsByFourPointEightFiveMicrometresAMilliamperehour() {
        final TimeSeries series = series(new double[] {Double.NaN, 1000, 995.5, 990, 984}, new double[] {0, 1, 2, 3, 4});
        assertArrayEquals(new double[] {-4.85, 0, 4.85, 9.70, 14.55}, StackThinning.faradaicLimitUm(series), 0.02);
        assertArrayEquals(new int[] {3, 4}, StackThinning.beyondLimit(series, 0));
        assertArrayEquals(new int[] {4}, StackThinning.beyondLimit(series, 1));
        assertArrayEquals(new int[] {}, StackThinning.beyondLimit(series, 2));
    }

    @Test
    void nothingIsSaidWithoutAThickness() {
        final TimeSeries series = series(new double[] {Double.NaN, Double.NaN}, new double[] {0, 1});
        assertEquals(0, StackThinning.beyondLimit(series, 0).length);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, StackThinning.faradaicLimitUm(series));
        assertEquals(List.of("t0", "t1"), List.of(series.scan(0), series.scan(1)));
    }
}
