package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.measure.VoidFates.Fate;
import org.junit.jupiter.api.Test;

/** Voids on a map of 6 × 4 columns, set column by column. */
class VoidFatesTest {

    private static final VoxelSize VOXEL = new VoxelSize(2, 3, 5);
    private static final int WIDTH = 6;

    private static float[] map(final String... rows) {
        final float[] map = new float[WIDTH * rows.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = Character.digit(rows[i / WIDTH].charAt(i % WIDTH), 10);
        }
        return map;
    }

    private static VoidFates fates(final float[] earlier, final float[] later) {
        return VoidFates.between(WIDTH, earlier, later, VOXEL);
    }

    @Test
    void columnsThatTouchAtACornerAreOneVoidAndTwoColumnsAreNoise() {
        final float[] none = map("000000", "000000", "000000", "000000");
        final VoidFates fates = fates(none, map("100010", "010010", "001000", "000000"));
        assertEquals(1, fates.voids().size());
        assertEquals(Fate.APPEARED, fates.voids().get(0).fate());
        assertEquals(3, fates.voids().get(0).xUm(), 1e-12);
        assertEquals(4.5, fates.voids().get(0).yUm(), 1e-12);
        assertEquals(90, fates.voids().get(0).laterUm3(), 1e-12);
    }

    @Test
    void theOtherDiagonalAndTheBordersCountAsWell() {
        final float[] none = map("000000", "000000", "000000", "000000");
        assertEquals(1, fates(none, map("000001", "000010", "000100", "000000")).voids().size());
        assertEquals(1, fates(map("000000", "000100", "000010", "000001"), none).count(Fate.CLOSED));
        // The ends of rows do not touch.
        assertEquals(0, fates(none, map("000001", "100001", "100000", "000000")).voids().size());
        assertEquals(2, fates(none, map("100001", "100001", "100001", "000000")).voids().size());
        assertEquals(1, fates(none, map("000000", "000000", "000000", "111000")).voids().size());
    }

    @Test
    void voidsThatAreApartAtBothTimesButTouchOverTimeAreOne() {
        final VoidFates merged = fates(map("220022", "000000", "000000", "000000"), map("222222", "000000", "000000", "000000"));
        assertEquals(1, merged.voids().size());
        assertEquals(Fate.GREW, merged.voids().get(0).fate());
        assertEquals(8 * 30, merged.voids().get(0).earlierUm3(), 1e-12);
        assertEquals(4 * 30, merged.volumeChangeUm3(Fate.GREW), 1e-12);
        assertEquals(0, merged.volumeChangeUm3(Fate.SHRANK));
    }

    @Test
    void aTenthOfTheLargerVolumeIsNoChange() {
        // 20 to 18 columns' voxels, a tenth of 20; then 20 to 17.
        assertEquals(1, fates(map("555500", "000000", "000000", "000000"), map("554400", "000000", "000000", "000000")).count(Fate.UNCHANGED));
        assertEquals(1, fates(map("554400", "000000", "000000", "000000"), map("555500", "000000", "000000", "000000")).count(Fate.UNCHANGED));
        assertEquals(1, fates(map("555500", "000000", "000000", "000000"), map("544400", "000000", "000000", "000000")).count(Fate.SHRANK));
        assertEquals(1, fates(map("544400", "000000", "000000", "000000"), map("555500", "000000", "000000", "000000")).count(Fate.GREW));
    }

    @Test
    void mapsOfDifferentSizesAreRefused() {
        final InputException refused = assertThrows(InputException.class, () -> fates(new float[12], new float[18]));
        assertTrue(refused.getMessage().contains("12 and 18 columns"), refused.getMessage());
    }
}
