package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import operando.engine.Cores;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

/** 33³ voxels a subvolume, noise a twentieth of the texture, as published comparisons of correlation codes have it. */
class SubvolumeMatcherTest {

    private static final int RADIUS = 16;
    private static final int POINTS = 6;
    private static final double NOISE = 0.05;
    private static final double START_ERROR = 0.3;

    @Test
    void firstOrderErrorOfAffineFieldIsThatOfTheNoise() {
        try (Cores cores = new Cores(2)) {
            final KnownPair pair = KnownPair.make(128, 122, 116, new double[] {3.3, -2.6, 4.45}, KnownPair.onePerCent(), 0,
                NOISE, 11, cores);
            final Match[] matches = match(pair, ShapeOrder.AUTOMATIC, cores);
            assertTrue(error(pair, matches) <= 0.0012, "error " + error(pair, matches));
            assertEquals(error(pair, matches), predicted(matches), 0.3 * error(pair, matches));
            assertTrue(secondOrder(matches) <= 0.05 * matches.length);
        }
    }

    @Test
    void curvedFieldIsFollowedBySecondOrderShapesThatAreChosenByThemselves() {
        try (Cores cores = new Cores(2)) {
            final KnownPair pair = KnownPair.make(128, 122, 116, new double[] {3.3, -2.6, 4.45}, KnownPair.onePerCent(), 0.3,
                NOISE, 12, cores);
            final Match[] matches = match(pair, ShapeOrder.AUTOMATIC, cores);
            assertTrue(error(pair, matches) <= 0.004, "error " + error(pair, matches));
            assertTrue(error(pair, match(pair, ShapeOrder.FIRST, cores)) > 0.008);
        }
    }

    @Test
    void biasOverSubVoxelShiftsIsSmall() {
        try (Cores cores = new Cores(2)) {
            for (int i = 0; i <= 8; i++) {
                final double shift = i / 8.0;
                final KnownPair pair = KnownPair.make(66, 62, 58, new double[] {shift, -shift, shift / 2},
                    new double[3][3], 0, NOISE, 20 + i, cores);
                final Match[] matches = match(pair, ShapeOrder.FIRST, cores);
                for (int c = 0; c < 3; c++) {
                    assertEquals(0, bias(pair, matches, c), 0.002, "shift " + shift + ", component " + c);
                }
            }
        }
    }

    @Test
    void voxelsOutsideTheMaskDoNotCount() {
        try (Cores cores = new Cores(2)) {
            final KnownPair pair = KnownPair.make(60, 56, 52, new double[] {0.7, -0.4, 1.2}, new double[3][3], 0, NOISE, 31,
                cores);
            final boolean[] counts = new boolean[60 * 56 * 52];
            final float[] spoilt = pair.deformed().clone();
            final float[] other = new FourierTexture(60, 6, 14, 99).evaluate(60, 56, 52, (x, y, z, p) -> { }, cores);
            for (int i = 0; i < counts.length; i++) {
                counts[i] = i % 60 < 30;
                spoilt[i] = i % 60 < 34 ? spoilt[i] : other[i];
            }
            final Match match = new SubvolumeMatcher(
                ReferenceVolume.of(pair.reference(), 60, 56, 52, Optional.of(new MaskBlock(60, 56, 52, counts)), cores),
                SplineVolume.of(spoilt, 60, 56, 52, cores), Optional.empty(), MatchLimits.open(RADIUS, ShapeOrder.FIRST))
                .match(30, 28, 26, ShapeFunction.shifted(RADIUS, 0.5, -0.5, 1));
            final double[] expected = {0.7, -0.4, 1.2};
            assertEquals(PointStatus.CONVERGED, match.status());
            assertTrue(match.correlation() > 0.99);
            for (int c = 0; c < 3; c++) {
                assertEquals(expected[c], match.warp().p[c][0], 5 * match.error()[c]);
            }
        }
    }

    @Test
    void curvatureOfAStartIsDroppedWhereThereIsNone() {
        try (Cores cores = new Cores(1)) {
            final KnownPair pair = KnownPair.make(60, 56, 52, new double[] {0.7, -0.4, 1.2}, new double[3][3], 0, NOISE, 51,
                cores);
            final SubvolumeMatcher matcher = new SubvolumeMatcher(
                ReferenceVolume.of(pair.reference(), 60, 56, 52, Optional.empty(), cores),
                SplineVolume.of(pair.deformed(), 60, 56, 52, cores), Optional.empty(),
                MatchLimits.open(RADIUS, ShapeOrder.AUTOMATIC));
            final ShapeFunction start = ShapeFunction.shifted(RADIUS, 0.6, -0.5, 1.1);
            start.p[2][4] = 0.3;
            final Match match = matcher.match(30, 28, 26, start);
            assertEquals(PointStatus.CONVERGED, match.status());
            assertFalse(match.secondOrder());
            assertFalse(match.warp().isBent());
            assertEquals(1.2, match.warp().p[2][0], 5 * match.error()[2]);
        }
    }

    @Test
    void constantSubvolumeHasNoTextureAndSubvolumeThatLeavesIsOutside() {
        try (Cores cores = new Cores(1)) {
            final KnownPair pair = KnownPair.make(50, 48, 46, new double[] {9, 0, 0}, new double[3][3], 0, NOISE, 41, cores);
            final SplineVolume deformed = SplineVolume.of(pair.deformed(), 50, 48, 46, cores);
            final float[] flat = new float[50 * 48 * 46];
            Arrays.fill(flat, 7);
            assertEquals(PointStatus.NO_TEXTURE, new SubvolumeMatcher(ReferenceVolume.of(flat, 50, 48, 46, Optional.empty(),
                cores), deformed, Optional.empty(), MatchLimits.open(RADIUS, ShapeOrder.FIRST)).match(25, 24, 23, new ShapeFunction(RADIUS)).status());
            assertEquals(PointStatus.OUTSIDE, new SubvolumeMatcher(ReferenceVolume.of(pair.reference(), 50, 48, 46,
                Optional.empty(), cores), deformed, Optional.empty(), MatchLimits.open(RADIUS, ShapeOrder.FIRST))
                .match(30, 24, 23, ShapeFunction.shifted(RADIUS, 9, 0, 0)).status());
        }
    }

    private static Match[] match(final KnownPair pair, final ShapeOrder order, final Cores cores) {
        final ReferenceVolume reference = ReferenceVolume.of(pair.reference(), pair.width(), pair.height(), pair.depth(),
            Optional.empty(), cores);
        final SplineVolume deformed = SplineVolume.of(pair.deformed(), pair.width(), pair.height(), pair.depth(), cores);
        final ThreadLocal<SubvolumeMatcher> matchers = ThreadLocal.withInitial(
            () -> new SubvolumeMatcher(reference, deformed, Optional.empty(), MatchLimits.open(RADIUS, order)));
        final Match[] matches = new Match[POINTS * POINTS * POINTS];
        cores.forEach(matches.length, i -> {
            final int[] at = point(pair, i);
            final double[] u = pair.at(at[0], at[1], at[2]);
            matches[i] = matchers.get().match(at[0], at[1], at[2],
                ShapeFunction.shifted(RADIUS, u[0] + START_ERROR, u[1] - START_ERROR, u[2] + START_ERROR));
            assertEquals(PointStatus.CONVERGED, matches[i].status());
        });
        return matches;
    }

    private static int[] point(final KnownPair pair, final int i) {
        return new int[] {along(pair.width(), i % POINTS), along(pair.height(), i / POINTS % POINTS),
            along(pair.depth(), i / POINTS / POINTS)};
    }

    private static int along(final int length, final int i) {
        final int margin = RADIUS + 8;
        return margin + i * (length - 1 - 2 * margin) / (POINTS - 1);
    }

    private static double error(final KnownPair pair, final Match[] matches) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < matches.length; i++) {
                final double difference = difference(pair, matches, i, c);
                sum += difference * difference;
            }
        }
        return Math.sqrt(sum / 3 / matches.length);
    }

    private static double bias(final KnownPair pair, final Match[] matches, final int component) {
        double sum = 0;
        for (int i = 0; i < matches.length; i++) {
            sum += difference(pair, matches, i, component);
        }
        return sum / matches.length;
    }

    private static double difference(final KnownPair pair, final Match[] matches, final int i, final int component) {
        final int[] at = point(pair, i);
        return matches[i].warp().p[component][0] - pair.at(at[0], at[1], at[2])[component];
    }

    private static double predicted(final Match[] matches) {
        return Math.sqrt(Arrays.stream(matches).mapToDouble(match -> match.error()[0] * match.error()[0]).average()
            .getAsDouble());
    }

    private static long secondOrder(final Match[] matches) {
        return Arrays.stream(matches).filter(Match::secondOrder).count();
    }
}
