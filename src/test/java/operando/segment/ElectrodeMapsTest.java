package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import operando.cell.Side;
import operando.cell.Thresholds;
import operando.segment.ElectrodeMaps.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps of 7 × 5 columns of 40 voxels, each column unlike the others, and parts of them. */
class ElectrodeMapsTest {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int DEPTH = 40;

    /** Column c: collector up to 2, lithium from 2 to 12 + c/5 with a void of two voxels before its end (one of them dark), interphase of 3. */
    private static ElectrodeMaps maps(final Side side) {
        final ElectrodeMaps maps = new ElectrodeMaps(side, WIDTH, HEIGHT, DEPTH);
        for (int column = 0; column < maps.columns(); column++) {
            final int lithiumTo = 12 + column / 5;
            maps.status[column] = (byte) (column % 3 == 0 ? Status.VOID : Status.CONTACT).ordinal();
            maps.lithiumFrom[column] = 2;
            maps.lithiumTo[column] = (char) lithiumTo;
            maps.voidFrom[column] = (char) (lithiumTo - 2);
            maps.darkTo[column] = (char) (lithiumTo - 1);
            maps.voidTo[column] = (char) lithiumTo;
            maps.interphaseTo[column] = (char) (lithiumTo + 3);
            maps.collector[column] = 2.25f;
            maps.surface[column] = lithiumTo + column / 100f;
            maps.interphaseEnd[column] = lithiumTo + 3.5f;
            maps.voidThickness[column] = column / 10f;
            maps.rim[column] = column % 2 == 0;
        }
        maps.finish();
        return maps;
    }

    @Test
    void countsAreDifferencesOfHeights() {
        final ElectrodeMaps maps = maps(Side.TOP);
        assertEquals(Side.TOP, maps.side());
        assertEquals(WIDTH, maps.width());
        assertEquals(HEIGHT, maps.height());
        assertFalse(maps.isEmpty());
        assertEquals(2, maps.voidVoxels(6));
        assertEquals(1, maps.darkVoidVoxels(6));
        assertEquals(11 - 2, maps.lithiumVoxels(6), "13 - 2 without the void's two");
        assertEquals(3, maps.interphaseVoxels(6));
        assertEquals(3.5f - 0.06f, maps.interphaseThickness(6), 1e-5f);
        assertEquals(0.6f, maps.voidThickness(6));
        assertEquals(0, maps.cutSurfaces());
        assertEquals(0, maps.cutInterphases());
    }

    @Test
    void heightsAreCountedFromTheFirstSliceAtBothSides() {
        assertEquals(2.25f, maps(Side.TOP).collectorHeight(6));
        assertEquals(13.06f, maps(Side.TOP).interfaceHeight(6), 1e-5f);
        assertEquals(16.5f, maps(Side.TOP).interphaseEndHeight(6));
        assertEquals(DEPTH - 2.25f, maps(Side.BOTTOM).collectorHeight(6));
        assertEquals(DEPTH - 13.06f, maps(Side.BOTTOM).interfaceHeight(6), 1e-5f);
        assertEquals(DEPTH - 16.5f, maps(Side.BOTTOM).interphaseEndHeight(6));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyAColumnThatReachedSomethingHasLithiumAndAnInterface(final Status status) {
        final ElectrodeMaps maps = maps(Side.TOP);
        maps.status[8] = (byte) status.ordinal();
        assertEquals(status, maps.status(8));
        assertEquals(status == Status.CONTACT, maps.inContact(8));
        assertEquals(status == Status.VOID || status == Status.CONTACT, maps.hasInterface(8));
        assertEquals(status == Status.VOID || status == Status.CONTACT || status == Status.WITHOUT_INTERFACE, maps.hasLithium(8));
        assertEquals(maps.hasLithium(8) ? 9 : 0, maps.lithiumVoxels(8));
        assertEquals(maps.hasInterface(8) ? 3 : 0, maps.interphaseVoxels(8));
        maps.lithiumFrom[8] = maps.lithiumTo[8];
        assertEquals(status == Status.VOID || status == Status.CONTACT, maps.hasLithium(8), "lithium of no voxels that meets no interface is none");
    }

    @Test
    void whatIsNotSetIsNotKnown() {
        final ElectrodeMaps maps = new ElectrodeMaps(Side.TOP, 3, 2, DEPTH);
        maps.finish();
        assertTrue(maps.isEmpty());
        assertTrue(Float.isNaN(maps.interfaceHeight(0)) && Float.isNaN(maps.collectorHeight(0)) && Float.isNaN(maps.interphaseEndHeight(0)));
        assertTrue(Double.isNaN(maps.thinVoidColumns()));
        maps.status[5] = (byte) Status.WITHOUT_LITHIUM.ordinal();
        maps.finish();
        assertFalse(maps.isEmpty(), "one column is enough");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aPartHasItsOwnCornerAndHeights(final Side side) {
        // Four slices are cut off before the sweep at the top; at the bottom the other 40 - 4 - 30 = 6.
        final Region region = new Region(2, 1, 3, 4, 4, 30, false);
        final int before = side == Side.TOP ? 4 : 6;
        final ElectrodeMaps whole = maps(side);
        final ElectrodeMaps part = whole.within(region);
        assertEquals(3, part.width());
        assertEquals(4, part.height());
        assertEquals(side, part.side());
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 3; x++) {
                final int at = y * 3 + x;
                final int of = (y + 1) * WIDTH + x + 2;
                assertEquals(whole.status(of), part.status(at));
                assertEquals(0, part.lithiumFrom[at], "the collector is not in view");
                assertTrue(Float.isNaN(part.collector[at]));
                assertEquals(whole.lithiumTo[of] - before, part.lithiumTo[at]);
                assertEquals(whole.voidFrom[of] - before, part.voidFrom[at]);
                assertEquals(whole.voidTo[of] - before, part.voidTo[at]);
                assertEquals(whole.darkTo[of] - before, part.darkTo[at]);
                assertEquals(whole.interphaseTo[of] - before, part.interphaseTo[at]);
                assertEquals(whole.surface[of] - before, part.surface[at]);
                assertEquals(whole.interphaseEnd[of] - before, part.interphaseEnd[at]);
                assertEquals(whole.voidThickness[of], part.voidThickness[at]);
                assertEquals(whole.rim[of], part.rim[at]);
            }
        }
        assertFalse(part.isEmpty());
        assertTrue(Double.isNaN(part.thinVoidColumns()), "what was not estimated is not estimated of a part");
        whole.thinVoidColumns = 2;
        assertFalse(Double.isNaN(whole.within(region).thinVoidColumns()));
    }

    @Test
    void anInterfaceBeyondAPartIsCutOffAndSaidToBe() {
        // Interfaces at 12 to 18: 14 slices hold those of the first ten columns, and the interphase of none.
        final ElectrodeMaps before = maps(Side.TOP).within(new Region(0, 0, WIDTH, HEIGHT, 0, 14, false));
        assertEquals(Status.WITHOUT_INTERFACE, before.status(34));
        assertEquals(Status.CONTACT, before.status(8));
        assertEquals(WIDTH * HEIGHT - 10, before.cutSurfaces());
        assertEquals(10, before.cutInterphases());
        assertEquals(14, before.lithiumTo[34], "lithium goes to the end of what is seen");
        assertEquals(0, before.voidThickness(34), "no interface, no void at it");
        assertFalse(before.rim[34]);
        // What lies before the first slice is no lithium of the part.
        final ElectrodeMaps after = maps(Side.TOP).within(new Region(0, 0, WIDTH, HEIGHT, 20, 20, false));
        assertEquals(Status.WITHOUT_LITHIUM, after.status(8));
        assertEquals(0, after.lithiumTo[8]);
        assertEquals(WIDTH * HEIGHT, after.cutSurfaces());
        assertEquals(0, after.cutInterphases());
    }

    @Test
    void edgesAtTheFirstAndLastFaceAreInView() {
        final ElectrodeMaps maps = maps(Side.TOP);
        maps.surface[0] = 10;
        maps.interphaseEnd[0] = 16;
        final ElectrodeMaps part = maps.within(new Region(0, 0, 1, 1, 10, 6, false));
        assertEquals(0, part.surface[0]);
        assertEquals(6, part.interphaseEnd[0]);
    }

    @Test
    void aDiscTakesTheColumnsWithinItAlone() {
        final ElectrodeMaps disc = maps(Side.TOP).within(new Region(1, 0, 5, 5, 0, DEPTH, true));
        for (int column = 0; column < disc.columns(); column++) {
            final double u = column % 5 - 2;
            final double v = column / 5 - 2;
            assertEquals(u * u + v * v <= 2.5 * 2.5, disc.status(column) != Status.OUTSIDE);
        }
    }

    @Test
    void theCrossSectionIsWhereBothSweepsMetTheCellOrTheOnlyOne() {
        final ElectrodeMaps top = maps(Side.TOP);
        final ElectrodeMaps bottom = maps(Side.BOTTOM);
        top.status[3] = 0;
        bottom.status[10] = 0;
        final Thresholds thresholds = new Thresholds(1, 2, 3, 4);
        final SweepResult both = result(thresholds, top, bottom);
        assertFalse(both.inCrossSection(3) || both.inCrossSection(10));
        assertEquals(WIDTH * HEIGHT - 2, both.crossSectionColumns());
        assertEquals(4, both.crossSectionColumns(new Region(2, 0, 3, 2, 5, 6, false)), "columns 2 to 4 and 9 to 11 without 3 and 10");
        final ElectrodeMaps none = new ElectrodeMaps(Side.BOTTOM, WIDTH, HEIGHT, DEPTH);
        none.finish();
        assertEquals(WIDTH * HEIGHT - 1, result(thresholds, top, none).crossSectionColumns());
        final ElectrodeMaps noTop = new ElectrodeMaps(Side.TOP, WIDTH, HEIGHT, DEPTH);
        noTop.finish();
        assertEquals(WIDTH * HEIGHT - 1, result(thresholds, noTop, bottom).crossSectionColumns());
        assertEquals(0, result(thresholds, noTop, none).crossSectionColumns());
        assertEquals(top, both.side(Side.TOP));
        assertEquals(bottom, both.side(Side.BOTTOM));
        final SweepResult part = both.within(new Region(2, 0, 3, 2, 5, 6, false), 3.5);
        assertEquals(3.5, part.crossSectionPixels());
        assertEquals(6, part.depth());
        assertEquals(3, part.bottom().width());
        assertEquals(2, part.top().height());
    }

    @Test
    void theRimOfACellIsLeftOutOfMeansAndOfNothingElse() {
        final boolean[] rim = new boolean[WIDTH * HEIGHT];
        rim[8] = true;
        rim[16] = true;
        final SweepResult swept = new SweepResult("a scan", WIDTH, HEIGHT, DEPTH, new Thresholds(1, 2, 3, 4), Optional.empty(), 34.5, rim, maps(Side.TOP), maps(Side.BOTTOM));
        final SweepResult inner = swept.withoutRim();
        assertEquals(34.5, inner.crossSectionPixels());
        assertEquals(WIDTH * HEIGHT - 2, inner.crossSectionColumns());
        assertEquals(Status.OUTSIDE, inner.top().status(8));
        assertEquals(Status.OUTSIDE, inner.bottom().status(16));
        assertEquals(Status.CONTACT, inner.top().status(10));
        assertEquals(WIDTH * HEIGHT, swept.crossSectionColumns(), "what it was made of stays");
        // Of columns 8 to 12 and 15 to 19 the first of the first row and the second of the second.
        final SweepResult part = swept.within(new Region(1, 1, 5, 2, 0, DEPTH, false), 10).withoutRim();
        assertEquals(8, part.crossSectionColumns());
        assertEquals(Status.OUTSIDE, part.top().status(0));
        assertEquals(Status.OUTSIDE, part.top().status(6));
    }

    private static SweepResult result(final Thresholds thresholds, final ElectrodeMaps top, final ElectrodeMaps bottom) {
        return new SweepResult("a scan", WIDTH, HEIGHT, DEPTH, thresholds, Optional.empty(), 0, new boolean[0], top, bottom);
    }
}
