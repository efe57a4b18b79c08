package operando.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSeriesFileTest {

    @TempDir
    private Path folder;

    @Test
    void numbersErrorsAndWhatIsMissingAreRead() throws IOException {
        final TimeSeries series = TimeSeriesFile.read(Files.writeString(folder.resolve("series.csv"),
            "scan,time_h,contact_fraction_top,contact_fraction_top_se,else\nt0,0,0.8,0.01,x\nt1,1.5,,,y\n"));
        assertEquals(2, series.size());
        assertEquals("t1", series.scan(1));
        assertEquals(0.01, series.get(0, Quantity.CONTACT_FRACTION.at(Side.TOP)).standardError());
        assertFalse(series.get(1, Quantity.CONTACT_FRACTION.at(Side.TOP)).isPresent());
        assertFalse(series.hasAny(Quantity.CONTACT_FRACTION.at(Side.BOTTOM)));
    }

    @Test
    void whatIsNoSeriesIsRefusedWithItsRow() throws IOException {
        assertTrue(refusal("a,b\n1,2\n").contains("no column time_h"));
        assertTrue(refusal("time_h,voltage_measured_V\n0,1\n1,one\n").contains("row 3: 'one' in the column voltage_measured_V"));
        assertTrue(refusal("time_h\n2\n1\n").contains("row 3: the time 1 does not follow"));
        assertTrue(refusal("time_h,time_h\n2,1\n").contains("is no table"));
    }

    private String refusal(final String text) throws IOException {
        final Path file = Files.writeString(folder.resolve("broken.csv"), text);
        return assertThrows(InputException.class, () -> TimeSeriesFile.read(file)).getMessage();
    }
}
