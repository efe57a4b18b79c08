package operando.segment.learn.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ImpurityDecreaseTest {

    @Test
    void bitsThatEachSplitDecidesAreCountedByHand() {
        // 4 of class 0 and 4 of class 1: the first feature parts (3, 1) from (1, 3), the second parts the former purely.
        final Tree tree = new Tree(new int[] {0, 1, -1, -1, -1}, new double[5], new int[] {1, 3, 0, 0, 0}, new double[5][],
            new double[][] {null, null, {1, 3}, {3, 0}, {0, 1}});
        final double quarter = -0.25 * Math.log(0.25) / Math.log(2) - 0.75 * Math.log(0.75) / Math.log(2);
        final double byFirst = 8 - 2 * 4 * quarter;
        final double bySecond = 4 * quarter;
        final double[] fractions = ImpurityDecrease.fractions(List.of(tree, tree), 3);
        assertEquals(byFirst / (byFirst + bySecond), fractions[0], 1e-14);
        assertEquals(bySecond / (byFirst + bySecond), fractions[1], 1e-14);
        assertEquals(0, fractions[2]);
    }
}
