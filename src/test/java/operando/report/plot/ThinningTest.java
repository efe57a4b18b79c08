package operando.report.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A picture of a long series has few points and loses neither a peak nor a gap. */
class ThinningTest {

    @Test
    void shortSeriesIsShownWhole() {
        assertArrayEquals(new int[] {0, 1, 2}, Thinning.shown(new double[] {3, Double.NaN, 1}));
    }

    @Test
    void peaksAndGapsOfALongSeriesAreShown() {
        final double[] values = IntStream.range(0, 1_234_567).mapToDouble(i -> Math.sin(1e-4 * i)).toArray();
        values[333_333] = 7;
        values[777_777] = -9;
        values[555_555] = Double.NaN;
        final int[] shown = Thinning.shown(values);
        assertTrue(shown.length <= 5 * 4000, shown.length + " points");
        assertArrayEquals(Arrays.stream(shown).sorted().distinct().toArray(), shown);
        for (final int point : new int[] {0, 333_333, 555_555, 777_777, values.length - 1}) {
            assertTrue(Arrays.binarySearch(shown, point) >= 0, "point " + point);
        }
    }

    @Test
    void seriesThatBeginsWithAGapShowsWhatFollows() {
        final double[] values = new double[100_000];
        Arrays.fill(values, 0, 30, Double.NaN);
        values[3] = 5;
        assertTrue(Arrays.stream(Thinning.shown(values)).anyMatch(point -> point == 3));
    }
}
