package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SharedNoiseTest {

    @Test
    void subvolumesThatDoNotOverlapAreIndependent() {
        assertEquals(4 + 9 + 1, new SharedNoise(9, 10).variance(new double[] {2, -3, 1}, new int[] {3, 1, 1}), 1e-12);
    }

    @Test
    void twoThatShareHalfAlongOneAxisHaveHalfTheirNoiseInCommon() {
        final SharedNoise noise = new SharedNoise(20, 10);
        assertEquals(1 + 1 - 2 * 0.5, noise.variance(new double[] {1, -1}, new int[] {2, 1, 1}), 1e-12);
        assertEquals(1 + 1 + 2 * 0.25, noise.variance(new double[] {1, 0, 0, 1}, new int[] {1, 2, 2}), 1e-12);
    }
}
