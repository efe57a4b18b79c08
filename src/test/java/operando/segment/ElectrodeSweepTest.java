package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import operando.cell.Side;
import operando.cell.Thresholds;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import org.junit.jupiter.api.Test;

/**
 * The sweep comes to an end in any column and tells of each at most once. 10⁷ columns are tried with
 * {@code -Doperando.columns=10000000}.
 */
class ElectrodeSweepTest {

    private static final long COLUMNS = Long.getLong("operando.columns", 400_000);
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 8;
    private static final long SEED = 20_261_121;

    @Test
    void everyColumnEndsWhateverItsGreyValues() {
        final SplittableRandom random = new SplittableRandom(SEED);
        long told = 0;
        long inContact = 0;
        for (long done = 0; done < COLUMNS; done += WIDTH * HEIGHT) {
            final SplittableRandom of = random.split();
            final PixelType type = PixelType.values()[of.nextInt(PixelType.values().length)];
            final Thresholds thresholds = thresholds(of, type);
            final SweepRule rule = new SweepRule(thresholds, of.nextBoolean() ? 4 : of.nextInt(1, 51), of.nextInt(1, 51), false);
            final Scan scan = randomScan(of, type, thresholds);
            final boolean collector = thresholds.electrolyteCollector() < Double.POSITIVE_INFINITY && of.nextBoolean();
            for (final Side side : Side.values()) {
                final Told listener = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                    final Told each = new Told(scan.depth(), rule);
                    new ElectrodeSweep(new GreyColumns(scan, 0, HEIGHT, new GreyColumns.Memory(type, WIDTH * HEIGHT)), side, rule, collector, each).run();
                    return each;
                });
                told += listener.count;
                inContact += listener.contacts;
            }
        }
        assertTrue(told > COLUMNS / 10 && inContact > COLUMNS / 1000, told + " columns told of, " + inContact + " in contact");
    }

    @Test
    void mixedVoxelsBeforeMoreCollectorAreNoSecondEdge() {
        // A dark mote in the collector; the voxel of 120 is mixed of mote and collector.
        final float[] column = {230, 230, 80, 80, 80, 80, 120, 230, 230, 230, 230, 80, 80, 80, 80, 80, 80, 80, 80, 120, 120, 120, 120, 170, 170, 170, 170, 170, 170};
        final List<float[]> slices = new ArrayList<>();
        for (final float grey : column) {
            slices.add(new float[] {grey});
        }
        final Scan scan = new MemoryScan("mote", 1, 1, slices, Optional.empty());
        final SweepRule rule = new SweepRule(new Thresholds(60, 100, 145, 200), 4, 5, false);
        final int[] lithium = new int[2];
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new ElectrodeSweep(new GreyColumns(scan, 0, 1, new GreyColumns.Memory(PixelType.FLOAT32, 1)),
            Side.TOP, rule, true, new Told(column.length, rule) {
                @Override
                public void arrived(final GreyColumn of, final int lithiumFrom, final int lithiumTo, final int interphaseTo, final int lastVoid) {
                    lithium[0] = lithiumFrom;
                    lithium[1] = lithiumTo;
                }
            }).run());
        assertEquals(11, lithium[0]);
        assertEquals(19, lithium[1]);
    }

    private static Thresholds thresholds(final SplittableRandom random, final PixelType type) {
        final double range = type == PixelType.UINT8 ? 255 : 65_535;
        final double[] t = random.doubles(4, 0, range).sorted().toArray();
        return random.nextInt(4) == 0 ? new Thresholds(t[0], t[1], t[2], Double.POSITIVE_INFINITY) : new Thresholds(t[0], t[1], t[2], t[3]);
    }

    private static Scan randomScan(final SplittableRandom random, final PixelType type, final Thresholds thresholds) {
        final int depth = random.nextInt(1, 120);
        final int kind = random.nextInt(4);
        final float[][] greys = new float[depth][WIDTH * HEIGHT];
        for (int column = 0; column < WIDTH * HEIGHT; column++) {
            float grey = 0;
            for (int z = 0; z < depth; z++) {
                grey = z > 0 && random.nextInt(4) < kind ? grey : grey(random, type, thresholds);
                greys[z][column] = grey;
            }
        }
        final List<Object> slices = new ArrayList<>();
        for (final float[] slice : greys) {
            slices.add(type == PixelType.FLOAT32 ? slice : stored(type, slice));
        }
        return new MemoryScan("random", WIDTH, HEIGHT, slices, Optional.empty());
    }

    private static Object stored(final PixelType type, final float[] slice) {
        final Object pixels = type.newPixels(slice.length);
        for (int i = 0; i < slice.length; i++) {
            if (pixels instanceof byte[] bytes) {
                bytes[i] = (byte) (int) slice[i];
            } else {
                ((short[]) pixels)[i] = (short) (int) slice[i];
            }
        }
        return pixels;
    }

    /** Any grey value, one at a threshold, one well inside a phase; of floating-point numbers the very large, too. */
    private static float grey(final SplittableRandom random, final PixelType type, final Thresholds t) {
        final double[] at = {t.voidLithium(), t.lithiumInterphase(), t.interphaseElectrolyte(), Math.min(t.electrolyteCollector(), 60_000)};
        final int i = random.nextInt(4);
        final double range = type == PixelType.UINT8 ? 255 : 65_535;
        return (float) switch (random.nextInt(type == PixelType.FLOAT32 ? 6 : 4)) {
            case 0 -> random.nextDouble(0, range);
            case 1 -> clamped(at[i] + random.nextInt(-1, 2), range);
            case 2, 3 -> clamped(i == 0 ? at[0] / 2 : (at[i] + at[i - 1]) / 2, range);
            case 4 -> random.nextBoolean() ? Math.nextUp((float) at[i]) : (float) at[i];
            default -> (random.nextBoolean() ? 1 : -1) * Float.MAX_VALUE * random.nextDouble();
        };
    }

    private static double clamped(final double grey, final double range) {
        return Math.max(0, Math.min(range, grey));
    }

    /** Holds what the sweep tells to what its interface promises. */
    private static class Told implements ColumnListener {

        private final int depth;
        private final SweepRule rule;
        private final boolean[] seen = new boolean[WIDTH * HEIGHT];
        private long count;
        private long contacts;

        Told(final int depth, final SweepRule rule) {
            this.depth = depth;
            this.rule = rule;
        }

        @Override
        public void arrived(final GreyColumn column, final int lithiumFrom, final int lithiumTo, final int interphaseTo, final int lastVoid) {
            once(column);
            assertTrue(0 <= lithiumFrom && lithiumFrom <= lithiumTo && lithiumTo <= interphaseTo && interphaseTo <= depth && lastVoid < lithiumTo,
                () -> lithiumFrom + " " + lithiumTo + " " + interphaseTo + " " + lastVoid);
            final VoidRun gap = VoidRun.in(column, rule, lithiumFrom, lithiumTo, lastVoid);
            assertTrue(gap.from() <= gap.to() && gap.to() <= lithiumTo, gap::toString);
            contacts += gap.contact() ? 1 : 0;
        }

        @Override
        public void withoutLithium(final GreyColumn column, final int height) {
            once(column);
            assertTrue(height >= 0 && height < depth, () -> "height " + height);
        }

        @Override
        public void noInterface(final GreyColumn column, final int lithiumFrom, final boolean lithium) {
            once(column);
            assertTrue(lithiumFrom >= 0 && lithiumFrom <= depth, () -> "lithium from " + lithiumFrom);
        }

        private void once(final GreyColumn column) {
            assertTrue(!seen[column.number()], () -> "column " + column.number() + " is told of twice");
            seen[column.number()] = true;
            count++;
        }
    }
}
