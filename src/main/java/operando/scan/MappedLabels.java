package operando.scan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A label stack with other values in place of its labels, as 8-bit grey. */
public final class MappedLabels extends ScanView {

    /** The value, 0 to 255, for a label. */
    @FunctionalInterface
    public interface Value extends IntUnaryOperator, Serializable {
    }

    private static final int UNKNOWN = -1;

    private final Value value;
    private final int[] known = new int[256];

    /**
     * @param labels the stack
     * @param value  it throws where the label has none, and is asked once or so a label
     */
    public MappedLabels(final Scan labels, final Value value) {
        super(labels);
        this.value = value;
        Arrays.fill(known, UNKNOWN);
    }

    @Override
    public PixelType pixelType() {
        return PixelType.UINT8;
    }

    @Override
    public ScanSource source() {
        final Value given = value;
        return scan().source().seen(labels -> new MappedLabels(labels, given));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height(), pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        final float[] row = new float[rows * width()];
        scan().readBlock(0, y, z, width(), rows, 1, row);
        final byte[] mapped = (byte[]) pixels;
        for (int i = 0; i < row.length; i++) {
            mapped[i] = (byte) valueOf((int) row[i]);
        }
    }

    private int valueOf(final int label) {
        if (label < 0 || label >= known.length) {
            return value.applyAsInt(label);
        }
        if (known[label] == UNKNOWN) {
            known[label] = value.applyAsInt(label);
        }
        return known[label];
    }
}
