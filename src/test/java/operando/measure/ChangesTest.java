package operando.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.measure.VoidFates.Fate;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final VoxelSize VOXEL = new VoxelSize(2, 3, 5);

    @Test
    void contactIsKeptGainedAndLost() {
        final byte[] white = {(byte) 255, (byte) 255, 0, 0, (byte) 255};
        final byte[] later = {(byte) 255, 0, (byte) 255, 0, 0};
        final ContactChange change = ContactChange.between(white, later, VOXEL);
        assertArrayEquals(new byte[] {1, 3, 2, 0, 3}, change.map());
        assertEquals(6e-6, change.keptMm2(), 1e-18);
        assertEquals(6e-6, change.gainedMm2(), 1e-18);
        assertEquals(12e-6, change.lostMm2(), 1e-18);
        assertEquals(-100 / 3.0, change.changePercent(), 1e-9);
        assertThrows(InputException.class, () -> ContactChange.between(white, new byte[3], VOXEL));
    }

    @Test
    void withoutContactBeforeThereIsNoChangeInPercent() {
        final ContactChange change = ContactChange.between(new byte[] {0, 0}, new byte[] {1, 0}, VOXEL);
        assertTrue(Double.isNaN(change.changePercent()));
        assertArrayEquals(new byte[] {ContactChange.GAINED, ContactChange.NEITHER}, change.map());
        assertEquals(0, change.keptMm2() + change.lostMm2());
    }

    @Test
    void everyVoidHasOneFate() {
        final int width = 24;
        final float[] earlier = new float[width * 9];
        final float[] later = new float[width * 9];
        patch(later, width, 1, 2);
        patch(earlier, width, 6, 2);
        patch(earlier, width, 11, 1);
        patch(later, width, 11, 3);
        patch(earlier, width, 16, 4);
        patch(later, width, 16, 3);
        patch(earlier, width, 20, 2);
        patch(later, width, 20, 2.05f);
        earlier[8 * width + 3] = 1;
        final VoidFates fates = VoidFates.between(width, earlier, later, VOXEL);
        assertEquals(5, fates.voids().size());
        for (final Fate fate : Fate.values()) {
            assertEquals(1, fates.count(fate), fate.toString());
        }
        assertEquals(9 * 2 * 30, fates.volumeChangeUm3(Fate.APPEARED), 1e-9);
        assertEquals(-9 * 30, fates.volumeChangeUm3(Fate.SHRANK), 1e-9);
        assertEquals(2.5 * 2, fates.voids().get(0).xUm(), 1e-9);
    }

    private static void patch(final float[] map, final int width, final int x, final float thickness) {
        for (int j = 2; j < 5; j++) {
            for (int i = x; i < x + 3; i++) {
                map[j * width + i] = thickness;
            }
        }
    }

    @Test
    void fourMilliampereHoursAreNineteenToTwentyMicrometresOfLithium() {
        assertTrue(LithiumBalance.lithiumUm(4) > 19 && LithiumBalance.lithiumUm(4) < 20);
        assertEquals(4, LithiumBalance.chargeMAhPerCm2(LithiumBalance.lithiumUm(4)), 1e-12);
        assertEquals(4, LithiumBalance.effectiveCurrentDensityMAPerCm2(1, 0.25), 1e-12);
    }

    @Test
    void roughnessMattersOnlyWhereItDoes() {
        final int width = 120;
        final float[] height = new float[width * width];
        final byte[] before = new byte[height.length];
        final byte[] rough = new byte[height.length];
        final byte[] anywhere = new byte[height.length];
        final Random random = new Random(4);
        for (int column = 0; column < height.length; column++) {
            final int square = column % width / 10 + column / width / 10 * 12;
            final boolean uneven = square % 2 == 0;
            height[column] = (float) ((uneven ? 3 : 1) * random.nextGaussian());
            before[column] = 1;
            rough[column] = (byte) (uneven && square % 4 == 0 ? 0 : 1);
            anywhere[column] = (byte) (square / 3 % 4 == 0 ? 0 : 1);
        }
        final RoughnessAndVoids there = RoughnessAndVoids.between(width, height, before, rough, 10);
        assertTrue(there.newVoidUm() > there.contactUm() && there.pValue() < 1e-6);
        assertTrue(RoughnessAndVoids.between(width, height, before, anywhere, 10).pValue() > 0.01);
    }
}
