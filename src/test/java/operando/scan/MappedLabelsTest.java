package operando.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Phase;
import org.junit.jupiter.api.Test;

class MappedLabelsTest {

    private static final Scan LABELS = new MemoryScan("labels", 3, 2, List.of(new byte[] {0, 1, 2, 3, 4, 5}, new byte[] {1, 1, 1, 1, 1, 9}), Optional.empty());

    @Test
    void labelsAreReplacedInSlicesAndRows() {
        final Scan mapped = new MappedLabels(LABELS, label -> 255 - 10 * label);
        final byte[] slice = new byte[6];
        mapped.readSlice(0, slice);
        assertArrayEquals(new byte[] {(byte) 255, (byte) 245, (byte) 235, (byte) 225, (byte) 215, (byte) 205}, slice);
        final byte[] row = new byte[3];
        mapped.readRows(0, 1, 1, row);
        assertArrayEquals(new byte[] {(byte) 225, (byte) 215, (byte) 205}, row);
    }

    @Test
    void aLabelWithoutAValueIsRefused() {
        assertThrows(InputException.class, () -> new MappedLabels(LABELS, label -> Phase.ofLabel(label).ordinal()).readSlice(1, new byte[6]));
    }
}
