package operando.scan;

import operando.cell.InputException;

/** Whether a stack holds grey values, and not the labels of a segmentation. */
public final class GreyCheck {

    /** Labels are small numbers; a reconstruction of so few and so dark grey values shows nothing. */
    private static final int GREATEST_LABEL = 16;

    private GreyCheck() {
    }

    /**
     * The scan itself.
     *
     * @throws InputException if its middle slice has none but the whole numbers from 0 to 16
     */
    public static Scan require(final Scan scan) {
        final Object pixels = scan.newSlice();
        scan.readSlice(scan.depth() / 2, pixels);
        final float[] grey = new float[scan.width() * scan.height()];
        PixelType.toFloat(pixels, 0, grey.length, grey, 0);
        for (final float one : grey) {
            if (!(one >= 0 && one <= GREATEST_LABEL && one == Math.rint(one))) {
                return scan;
            }
        }
        throw new InputException(scan.name(), "it has none but whole numbers up to " + GREATEST_LABEL + ", as labels of a segmentation have, and no grey values",
            "give the reconstructed scan");
    }
}
