package operando.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Counted or compared, the order is that of a sort. */
class SortedGreysTest {

    @Test
    void anyValuesComeInRisingOrderAndTheGivenOnesStay() {
        final Random random = new Random(4);
        final float[] bytes = values(random, 256, 0);
        check(bytes);
        check(values(random, 65536, 0));
        check(values(random, 65537, 1));
        check(values(random, 300, -20));
        final float[] real = bytes.clone();
        real[77] += 0.25f;
        check(real);
        real[78] = Float.NaN;
        check(real);
        check(new float[] {65535, 0, 65535, 7});
        check(new float[0]);
    }

    private static float[] values(final Random random, final int bound, final int from) {
        final float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + random.nextInt(bound);
        }
        return values;
    }

    private static void check(final float[] grey) {
        final float[] before = grey.clone();
        final float[] expected = grey.clone();
        Arrays.sort(expected);
        assertArrayEquals(expected, SortedGreys.of(grey));
        assertArrayEquals(before, grey);
    }
}
