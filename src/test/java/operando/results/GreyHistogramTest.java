package operando.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grey values are counted once, evenly, and come back from the file. */
class GreyHistogramTest {

    @TempDir
    Path folder;

    @Test
    void wholeGreyValuesFillTheirBinsEvenly() {
        final float[] values = new float[3 * 700];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + i % 700;
        }
        final GreyHistogram histogram = GreyHistogram.of(List.of(values));
        final double[] inside = Arrays.copyOf(histogram.voxels(), histogram.voxels().length - 1);
        assertTrue(Arrays.stream(inside).allMatch(count -> count == 12), Arrays.toString(inside));
        assertEquals(1001.5, histogram.grey()[0], "the middle of 1000, 1001, 1002 and 1003");
    }

    @Test
    void aHistogramIsReadAsItWasWritten() throws IOException {
        final Path file = folder.resolve("t00_histogram.csv");
        final GreyHistogram histogram = GreyHistogram.of(List.of(new float[] {0.25f, 0.5f, 0.5f}, new float[] {2}));
        histogram.write(file);
        final GreyHistogram read = GreyHistogram.read(file).orElseThrow();
        assertArrayEquals(histogram.grey(), read.grey(), 1e-9);
        assertArrayEquals(histogram.voxels(), read.voxels());
        assertTrue(GreyHistogram.read(folder.resolve("none.csv")).isEmpty());
        Files.writeString(file, "grey_value,voxels\n1,many\n");
        assertThrows(InputException.class, () -> GreyHistogram.read(file));
    }

    @Test
    void evenGreyIsOneBin() {
        assertEquals(5, GreyHistogram.of(List.of(new float[] {7, 7, 7, 7, 7})).voxels()[0]);
    }
}
