package operando.segment;

import operando.cell.Thresholds;

/** The column sweep as SCIENCE.md, section 2, says it, for one column and without any thought of speed. */
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
    record Found(boolean contact, int lithiumFrom, int lithiumTo, int interphaseTo, int voidVoxels) { }

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
        return new Found(contact, from, to, end, contact ? 0 : voidVoxels(grey, from, to));
    }

    // Counted to the electrolyte: the voxels between the run and the electrolyte are no lithium.
    private int voidVoxels(final float[] grey, final int from, final int to) {
        int last = to - 1;
        while (grey[last] >= thresholds.voidLithium()) {
            last--;
        }
        int first = last;
        while (first > from && mean(grey, Math.max(from, first - lookAhead), first) < thresholds.voidLithium()
            || first > from && grey[first - 1] < thresholds.voidLithium()) {
            first--;
            while (first > from && grey[first] >= thresholds.voidLithium()) {
                first--;
            }
        }
        return to - first;
    }

    private static double mean(final float[] grey, final int from, final int to) {
        double sum = 0;
        for (int z = from; z < to; z++) {
            sum += grey[z];
        }
        return sum / (to - from);
    }
}
