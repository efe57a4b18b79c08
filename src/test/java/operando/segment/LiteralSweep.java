package operando.segment;

import operando.cell.Thresholds;

/** The column sweep as docs/methods/sweep.md says it, for one column and without any thought of speed. */
final class LiteralSweep {

    private final Thresholds thresholds;
    private final int lookAhead;
    private final int contactDepth;

    LiteralSweep(final SweepSettings settings) {
        thresholds = settings.thresholds().orElseThrow();
        lookAhead = settings.lookAhead();
        contactDepth = settings.contactDepth();
    }

    /** What is found in a column, from the collector towards the electrolyte. */
    record Found(boolean contact, int lithiumFrom, int lithiumTo, int interphaseTo, int darkVoxels) { }

    Found column(final float[] grey) {
        final double collectorEdge = (thresholds.lithiumInterphase() + thresholds.electrolyteCollector()) / 2;
        int from = 0;
        while (grey[from] < thresholds.electrolyteCollector()) {
            from++;
        }
        while (grey[from] >= collectorEdge) {
            from++;
        }
        int to = from;
        while (grey[to] >= thresholds.lithiumInterphase()) {
            to++;
        }
        while (grey[to] < thresholds.lithiumInterphase() || mean(grey, to + 1, to + 1 + lookAhead) < thresholds.lithiumInterphase()) {
            to++;
        }
        int end = to;
        while (grey[end] < thresholds.interphaseElectrolyte() || mean(grey, end + 1, end + 1 + lookAhead) < thresholds.interphaseElectrolyte()) {
            end++;
        }
        boolean contact = true;
        for (int z = to - contactDepth; z < to; z++) {
            contact &= grey[z] >= thresholds.voidLithium();
        }
        return new Found(contact, from, to, end, darkVoxels(grey, from, to));
    }

    // From the electrolyte to the collector; what the mean of the next voxels leaves dark belongs to the run.
    private int darkVoxels(final float[] grey, final int from, final int to) {
        int z = to - 1;
        while (z >= from) {
            if (grey[z] >= thresholds.voidLithium()) {
                z--;
                continue;
            }
            final int last = z;
            while (z > from && (grey[z - 1] < thresholds.voidLithium() || mean(grey, Math.max(from, z - lookAhead), z) < thresholds.voidLithium())) {
                z--;
            }
            while (grey[z] >= thresholds.voidLithium()) {
                z++;
            }
            final boolean lithiumFollows = z > from + 1 && mean(grey, Math.max(from, z - lookAhead), z) < thresholds.lithiumInterphase();
            final boolean noise = last == z && z < to - contactDepth;
            if (lithiumFollows && !noise || z <= from + 1 && last >= to - contactDepth) {
                return last - z + 1;
            }
            z--;
        }
        return 0;
    }

    private static double mean(final float[] grey, final int from, final int to) {
        double sum = 0;
        for (int z = from; z < to; z++) {
            sum += grey[z];
        }
        return sum / (to - from);
    }
}
