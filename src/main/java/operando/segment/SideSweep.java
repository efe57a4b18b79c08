package operando.segment;

import java.util.Arrays;

import operando.cell.Thresholds;

/**
 * The column sweep of one side over some rows of a scan: every column goes from the collector through lithium and
 * interphase into the electrolyte, one slice after the other, until all columns have arrived (SCIENCE.md, section 2;
 * Lewis et al., Segmentation Analysis). Most voxels change nothing and are passed over a tile at a time.
 */
final class SideSweep {

    private static final int TILE = 64;
    private static final byte BEFORE = 0;
    private static final byte COLLECTOR = 1;
    private static final byte LITHIUM = 2;
    private static final byte INTERPHASE = 3;
    private static final byte ARRIVED = 4;
    private static final byte MIXED = 5;

    private final GreyColumns.View columns;
    private final Thresholds thresholds;
    private final int lookAhead;
    private final boolean collectorInView;
    private final double collectorEdge;
    private final Arrivals arrivals;
    private final QuietRange[] quiet;
    private final byte[] states;
    private final byte[] tileStates;
    private final int[] lastVoid;
    private final int[] lithiumFrom;
    private final int[] lithiumTo;
    private int underWay;
    private int arrived;

    /**
     * @param collectorInView whether columns begin at a collector; otherwise lithium may begin at the first slice
     * @param arrivals        is told of each column that has arrived
     */
    SideSweep(final GreyColumns.View columns, final Thresholds thresholds, final SweepSettings settings,
        final boolean collectorInView, final Arrivals arrivals) {
        this.columns = columns;
        this.thresholds = thresholds;
        this.lookAhead = settings.lookAhead();
        this.collectorInView = collectorInView;
        this.arrivals = arrivals;
        collectorEdge = (thresholds.lithiumInterphase() + thresholds.electrolyteCollector()) / 2;
        final double top = collectorInView ? thresholds.electrolyteCollector() : thresholds.voidLithium();
        quiet = new QuietRange[] {
            QuietRange.of(Double.NEGATIVE_INFINITY, top),
            QuietRange.of(thresholds.electrolyteCollector(), Double.POSITIVE_INFINITY),
            QuietRange.of(thresholds.voidLithium(), thresholds.lithiumInterphase()),
            QuietRange.of(Double.NEGATIVE_INFINITY, thresholds.interphaseElectrolyte())};
        states = new byte[columns.count()];
        tileStates = new byte[(columns.count() + TILE - 1) / TILE];
        lastVoid = new int[columns.count()];
        lithiumFrom = new int[columns.count()];
        lithiumTo = new int[columns.count()];
        Arrays.fill(lastVoid, -1);
    }

    /** Sweeps until every column of the cell has arrived in the electrolyte, or to the end of the stack; how many have. */
    int run() {
        int height = 0;
        while (height < columns.depth() && (underWay > 0 || arrived == 0)) {
            final Object slice = columns.at(height);
            for (int tile = 0; tile < tileStates.length; tile++) {
                final int start = tile * TILE;
                final int end = Math.min(start + TILE, states.length);
                final byte state = tileStates[tile];
                if (state == MIXED) {
                    tileStates[tile] = sweepTile(start, end, height);
                } else if (state != ARRIVED && !quiet[state].holdsAll(slice, start, end)) {
                    tileStates[tile] = sweepTile(start, end, height);
                }
            }
            height++;
        }
        for (int column = 0; column < states.length; column++) {
            if (states[column] == LITHIUM || states[column] == COLLECTOR) {
                arrivals.noInterface(column, lithiumFrom[column], states[column] == LITHIUM);
            } else if (states[column] == INTERPHASE) {
                arrivals.arrived(column, lithiumFrom[column], lithiumTo[column], columns.depth(), lastVoid[column]);
            }
        }
        return arrived;
    }

    private byte sweepTile(final int start, final int end, final int height) {
        byte common = -1;
        for (int column = start; column < end; column++) {
            byte state = states[column];
            if (state != ARRIVED) {
                final float grey = columns.grey(height, column);
                if (!quiet[state].holds(grey)) {
                    state = meet(state, column, height, grey);
                    states[column] = state;
                }
            }
            common = common == -1 || common == state ? state : MIXED;
        }
        return common;
    }

    private byte meet(final byte state, final int column, final int height, final float grey) {
        return switch (state) {
            case BEFORE -> enter(column, height, grey);
            case COLLECTOR -> leaveCollector(column, height);
            case LITHIUM -> meetInLithium(column, height, grey);
            default -> meetInInterphase(column, height);
        };
    }

    private byte enter(final int column, final int height, final float grey) {
        if (grey >= thresholds.electrolyteCollector()) {
            underWay++;
            return COLLECTOR;
        }
        final float next = columns.mean(height + 1, lookAhead, column);
        if (next < thresholds.voidLithium() || next > thresholds.electrolyteCollector()) {
            return BEFORE;
        }
        underWay++;
        lithiumFrom[column] = height;
        return next < thresholds.lithiumInterphase() ? LITHIUM : arriveWithoutLithium(column, height);
    }

    // Blur spreads the edge of the collector over a few voxels whose grey values are those of other phases.
    private byte leaveCollector(final int column, final int height) {
        final int spread = Math.min(columns.depth(), height + lookAhead + 2);
        int edge = height;
        while (edge < spread && columns.grey(edge, column) >= collectorEdge) {
            edge++;
        }
        int dark = edge;
        while (dark < spread && columns.grey(dark, column) >= thresholds.lithiumInterphase()) {
            dark++;
        }
        final float next = columns.mean(dark, lookAhead, column);
        if (dark < spread && next < thresholds.lithiumInterphase()) {
            lithiumFrom[column] = edge;
            return edge > height ? COLLECTOR : LITHIUM;
        }
        return next < thresholds.electrolyteCollector() ? arriveWithoutLithium(column, height) : COLLECTOR;
    }

    private byte arriveWithoutLithium(final int column, final int height) {
        underWay--;
        arrived++;
        arrivals.withoutLithium(column, height);
        return ARRIVED;
    }

    private byte meetInLithium(final int column, final int height, final float grey) {
        if (grey < thresholds.voidLithium()) {
            lastVoid[column] = height;
            return LITHIUM;
        }
        final float next = columns.mean(height + 1, lookAhead, column);
        if (next < thresholds.lithiumInterphase()) {
            return LITHIUM;
        }
        if (next >= thresholds.electrolyteCollector()) {
            return COLLECTOR;
        }
        lithiumTo[column] = height;
        return grey < thresholds.interphaseElectrolyte() ? INTERPHASE : meetInInterphase(column, height);
    }

    private byte meetInInterphase(final int column, final int height) {
        if (columns.mean(height + 1, lookAhead, column) < thresholds.interphaseElectrolyte()) {
            return INTERPHASE;
        }
        underWay--;
        arrived++;
        arrivals.arrived(column, lithiumFrom[column], lithiumTo[column], height, lastVoid[column]);
        return ARRIVED;
    }
}
