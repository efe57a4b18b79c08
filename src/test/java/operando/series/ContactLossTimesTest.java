package operando.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import operando.cell.Side;
import operando.cell.VoxelSize;
import org.junit.jupiter.api.Test;

/** When a pixel lost its contact, from contact maps that are known. */
class ContactLossTimesTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    /** Contact of the first pixels at the top; none at the bottom. */
    private static InterfaceMaps maps(final int width, final int... inContact) {
        final byte[][] contact = new byte[2][width * HEIGHT];
        for (final int pixel : inContact) {
            contact[0][pixel] = (byte) 255;
        }
        final float[][] none = new float[2][width * HEIGHT];
        return new InterfaceMaps(width, HEIGHT, new VoxelSize(1.7, 1.5, 2), contact, none, none, none, none);
    }

    @Test
    void lossIsTheFirstScanFromWhichOnThereIsNoContact() {
        final ContactLossTimes lost = new ContactLossTimes(WIDTH, HEIGHT);
        lost.add(maps(WIDTH, 0, 1, 2, 3), Side.TOP, 0, 0, 0);
        lost.add(maps(WIDTH, 0, 2, 3), Side.TOP, 0, 0, 0.25);
        lost.add(maps(WIDTH, 0, 1, 3), Side.TOP, 0, 0, 0.75);
        lost.add(maps(WIDTH, 0, 4), Side.TOP, 0, 0, 2);
        final float[] hours = lost.hours(Side.TOP);
        assertEquals(ContactLossTimes.KEPT, hours[0], "in contact in every scan");
        assertEquals(2, hours[1], "contact came back, and went between 0.75 and 2 h");
        assertEquals(0.75f, hours[2]);
        assertEquals(2, hours[3]);
        assertEquals(ContactLossTimes.KEPT, hours[4], "gained in the last scan");
        assertEquals(ContactLossTimes.NEVER, hours[5]);
        assertEquals(0, lost.scans(Side.BOTTOM));
    }

    @Test
    void scansWhoseFieldOfViewHasMovedAreTakenWhereThePixelWent() {
        final ContactLossTimes lost = new ContactLossTimes(WIDTH, HEIGHT);
        lost.add(maps(WIDTH, 1, 6, 11, 4, 9, 14), Side.TOP, 0, 0, 0);
        // The second column is the first one here, and the last two are beyond this narrower scan.
        lost.add(maps(3, 0, 3, 6), Side.TOP, -1, 0, 1.5);
        final float[] row = {ContactLossTimes.UNSEEN, ContactLossTimes.KEPT, ContactLossTimes.NEVER, ContactLossTimes.NEVER, ContactLossTimes.UNSEEN};
        final float[] hours = lost.hours(Side.TOP);
        for (int y = 0; y < HEIGHT; y++) {
            assertArrayEquals(row, Arrays.copyOfRange(hours, y * WIDTH, (y + 1) * WIDTH), "row " + y);
        }
    }
}
