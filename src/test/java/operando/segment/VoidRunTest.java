package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.cell.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The void of a column, written from the collector on: L lithium, v void, b brighter than lithium; 20 voxels, behind 2 of the collector. */
class VoidRunTest {

    private static final SweepRule RULE = new SweepRule(new Thresholds(60, 140, 180, 220), 4, 5, false);
    private static final int FROM = 2;

    private static VoidRun in(final String lithium) {
        final String all = "bb" + lithium + "bbbbbb";
        final float[] values = new float[all.length()];
        int lastVoid = -1;
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (all.charAt(i)) {
                case 'L' -> 100;
                case 'v' -> 20;
                default -> 200;
            };
            lastVoid = all.charAt(i) == 'v' ? i : lastVoid;
        }
        return VoidRun.in(new GreyColumn(values, values.length, false).at(0, 0), RULE, FROM, FROM + lithium.length(), lastVoid);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "LLLLLLLLLLLLLLLLLLLL, true, 20, 20, nothing but lithium",
        "LLLLLLLLLLLLLLLLvvvL, false, 16, 19, a void under the electrolyte",
        "LLLLLLLLLLLLLLLLLLLv, false, 19, 20, its last voxel alone",
        "LLLLLLLLLLLLLLLvLLLL, false, 15, 16, one dark voxel within the contact depth",
        "LLLLLLLLLLLLLLvLLLLL, true, 20, 20, one dark voxel deeper is noise",
        "LLLLLLLLLLLLLvvLLLLL, true, 13, 15, two are a void under lithium",
        "LLLLLvvvLLLLLLLLLLLL, true, 5, 8, a void under thick lithium",
        "vvvvvvvvvvvvvvvvvvvv, false, 0, 20, void up to the collector",
        "LvvvvvvvvvvvvvvvvvvL, false, 1, 19, one voxel of lithium beyond it tells nothing",
        "LLvvvvvvvvvvvvvvvvvL, false, 2, 19, two do",
        "vvvvvLLLLLLLLLLLLLLL, true, 20, 20, at the collector a column in contact has none",
        "LLLLLLLLLLLvvvvLvvLL, false, 11, 18, runs that the look-ahead finds dark are one",
        "LLLLLLLLLLLLvvLLvvLL, false, 16, 18, as much light as dark tells them apart",
        "LLLLLLvvbbbbbbbbvvLL, false, 6, 8, a pore between bright voxels is passed over",
        "LLLLLLLvbbbbbbbbvvLL, false, 20, 20, so is a single dark voxel behind it",
        "bbbbbbbbbbbbbbbbvvLL, false, 20, 20, no lithium at all: not in contact and no void of this interface",
    })
    void theVoidIsTheFirstRunThatLithiumFollows(final String column, final boolean contact, final int from, final int to, final String why) {
        assertEquals(new VoidRun(contact, FROM + from, FROM + to), in(column), why);
        assertEquals(from == to, in(column).isEmpty());
    }

    @Test
    void whatVoxelsSayTogetherIsTheMeanOfGreysAndTheMajorityOfRanks() {
        final GreyColumn greys = new GreyColumn(new float[] {9, 9, 1, 2, 3, 6}, 4, false).at(0, 2);
        assertEquals(2, greys.together(0, 3));
        assertEquals(3, greys.together(0, 9), "up to the end of the stack");
        assertTrue(Float.isNaN(greys.together(4, 2)));
        final GreyColumn ranks = new GreyColumn(new float[] {4, 4, 0, 0, 3, 1, 3}, 5, true).at(7, 2);
        assertEquals(0, ranks.together(0, 3), "two of three");
        assertEquals(1, ranks.together(0, 4), "of an even number the upper middle one: 0, 0, 1, 3");
        assertEquals(3, ranks.together(2, 3));
        assertEquals(3, ranks.together(2, 1));
        assertEquals(1, ranks.together(0, 9), "0, 0, 1, 3, 3");
        assertTrue(Float.isNaN(ranks.together(5, 1)) && Float.isNaN(ranks.together(0, 0)));
        assertEquals(7, ranks.number());
        assertEquals(3, ranks.grey(2));
    }
}
