package operando.segment;

import java.util.Arrays;

import operando.cell.Side;
import operando.cell.Thresholds;

/**
 * The column sweep of one side over some rows of a scan: every column goes from the collector through lithium and
 * interphase into the electrolyte (docs/methods/sweep.md; Lewis et al., Segmentation Analysis). Some neighbouring columns
 * at a time are laid out along the sweep, a few slices further whenever one of them needs more.
 */
final class ElectrodeSweep {

    /** Neighbours that end together. */
    private static final int GROUP = 64;
    /** Groups beside each other, so that the processor fetches ahead what they take of a slice; less of them in very deep stacks. */
    private static final int MOST_GROUPS = 4;
    private static final int VALUES = 1 << 20;
    private static final int SLICES = 32;
    private static final int BEFORE = 0;
    private static final int COLLECTOR = 1;
    private static final int LITHIUM = 2;
    private static final int INTERPHASE = 3;
    private static final int ARRIVED = 4;

    private final GreyColumns columns;
    private final Side side;
    private final int lookAhead;
    private final int margin;
    private final boolean collectorInView;
    private final ColumnListener arrivals;
    private final float voidLithium;
    private final float lithiumInterphase;
    private final float interphaseElectrolyte;
    private final float electrolyteCollector;
    private final float collectorEdge;
    private final int stride;
    private final float[] values;
    private final GreyColumn column;
    private final int together;
    private final int[] state;
    private final int[] height;
    private final int[] lithiumFrom;
    private final int[] lithiumTo;
    private final int[] lastVoid;
    private final boolean[] more;
    private final int[] arrived;

    /**
     * @param collectorInView whether columns begin at a collector; otherwise lithium may begin at the first slice
     * @param arrivals        is told of each column that has arrived
     */
    ElectrodeSweep(final GreyColumns columns, final Side side, final SweepRule rule, final boolean collectorInView,
        final ColumnListener arrivals) {
        this.columns = columns;
        this.side = side;
        this.collectorInView = collectorInView;
        this.arrivals = arrivals;
        lookAhead = rule.lookAhead();
        margin = 2 * lookAhead + 10;
        final Thresholds thresholds = rule.thresholds();
        voidLithium = (float) thresholds.voidLithium();
        lithiumInterphase = (float) thresholds.lithiumInterphase();
        interphaseElectrolyte = (float) thresholds.interphaseElectrolyte();
        electrolyteCollector = (float) thresholds.electrolyteCollector();
        collectorEdge = (lithiumInterphase + electrolyteCollector) / 2;
        // An odd number of cache lines, so that columns do not crowd the same places of the cache.
        stride = ((columns.depth() + 31) / 32 * 2 + 1) * 16;
        together = GROUP * Math.max(1, Math.min(MOST_GROUPS, VALUES / stride / GROUP));
        more = new boolean[MOST_GROUPS];
        arrived = new int[MOST_GROUPS];
        state = new int[together];
        height = new int[together];
        lithiumFrom = new int[together];
        lithiumTo = new int[together];
        lastVoid = new int[together];
        values = new float[together * stride];
        column = new GreyColumn(values, columns.depth(), rule.ranks());
    }

    /** Sweeps until every column of the cell has arrived in the electrolyte; how many have. */
    int run() {
        int all = 0;
        for (int first = 0; first < columns.count(); first += together) {
            all += sweep(first, Math.min(together, columns.count() - first));
        }
        return all;
    }

    private int sweep(final int first, final int count) {
        Arrays.fill(state, BEFORE);
        Arrays.fill(height, 0);
        Arrays.fill(lithiumFrom, 0);
        Arrays.fill(lastVoid, -1);
        Arrays.fill(arrived, 0);
        Arrays.fill(more, true);
        int from = 0;
        int to = count;
        for (int ready = 0; from < to && ready < columns.depth();) {
            final int next = Math.min(columns.depth(), ready + SLICES);
            columns.fill(side, ready, next, first + from, to - from, values, from * stride, stride);
            ready = next;
            final int begin = from;
            final int end = to;
            from = count;
            to = 0;
            for (int i = begin; i < end; i += GROUP) {
                final int group = i / GROUP;
                more[group] = more[group] && go(first, i, Math.min(end, i + GROUP), ready, group);
                from = more[group] ? Math.min(from, i) : from;
                to = more[group] ? Math.min(count, i + GROUP) : to;
            }
        }
        for (int i = 0; i < count; i++) {
            end(column.at(columns.first() + first + i, i * stride), i);
        }
        return Arrays.stream(arrived).sum();
    }

    /** Goes on with a group of columns; whether more of it is wanted. */
    private boolean go(final int first, final int from, final int to, final int ready, final int group) {
        arrived[group] = 0;
        int underWay = 0;
        for (int i = from; i < to; i++) {
            if (state[i] != ARRIVED) {
                go(column.at(columns.first() + first + i, i * stride), i, ready == columns.depth() ? ready : ready - margin);
            }
            arrived[group] += state[i] == ARRIVED ? 1 : 0;
            underWay += state[i] != ARRIVED && state[i] != BEFORE ? 1 : 0;
        }
        // Who has met no collector in its own half of the stack is beside the cell.
        return underWay > 0 || arrived[group] == 0 && (ready < columns.depth() / 2 || !collectorInView);
    }

    private void end(final GreyColumn of, final int i) {
        if (state[i] == LITHIUM || state[i] == COLLECTOR) {
            arrivals.noInterface(of, lithiumFrom[i], state[i] == LITHIUM);
        } else if (state[i] == INTERPHASE) {
            arrivals.arrived(of, lithiumFrom[i], lithiumTo[i], columns.depth(), lastVoid[i]);
        }
    }

    /**
     * Goes on until the next voxels are wanted. This ends: of one column, (height, state) only ever grows in the order of the
     * states BEFORE, COLLECTOR, LITHIUM, INTERPHASE, ARRIVED. {@code enter}, {@code leaveCollector} and {@code crossInterphase}
     * stay in their state only at a greater height; {@code crossLithium} does, too, and returns to the collector only at a
     * greater height. So at most five steps are made at one height.
     */
    private void go(final GreyColumn of, final int i, final int limit) {
        while (height[i] < limit && state[i] != ARRIVED) {
            switch (state[i]) {
                case BEFORE -> enter(of, i, limit);
                case COLLECTOR -> leaveCollector(of, i, limit);
                case LITHIUM -> crossLithium(of, i, limit);
                default -> crossInterphase(of, i, limit);
            }
        }
    }

    private void enter(final GreyColumn of, final int i, final int limit) {
        final float least = collectorInView ? electrolyteCollector : voidLithium;
        int at = height[i];
        while (at < limit && of.grey(at) < least) {
            at++;
        }
        height[i] = at;
        if (at == limit) {
            return;
        }
        if (of.grey(at) >= electrolyteCollector) {
            state[i] = COLLECTOR;
            return;
        }
        final float next = of.together(at + 1, lookAhead);
        if (next < voidLithium || next > electrolyteCollector) {
            height[i]++;
        } else if (next < lithiumInterphase) {
            lithiumFrom[i] = at;
            state[i] = LITHIUM;
            height[i]++;
        } else {
            arriveWithoutLithium(of, i);
        }
    }

    // Blur spreads the edge of the collector over a few voxels whose grey values are those of other phases.
    private void leaveCollector(final GreyColumn of, final int i, final int limit) {
        int at = height[i];
        while (at < limit && of.grey(at) >= electrolyteCollector) {
            at++;
        }
        height[i] = at;
        if (at == limit) {
            return;
        }
        final int spread = Math.min(of.depth(), at + lookAhead + 2);
        int edge = at;
        while (edge < spread && of.grey(edge) >= collectorEdge) {
            edge++;
        }
        int dark = edge;
        while (dark < spread && of.grey(dark) >= lithiumInterphase) {
            dark++;
        }
        final float next = of.together(dark, lookAhead);
        if (dark < spread && next < lithiumInterphase) {
            lithiumFrom[i] = edge;
            state[i] = LITHIUM;
            height[i] = edge;
        } else if (next < electrolyteCollector) {
            arriveWithoutLithium(of, i);
        } else {
            height[i]++;
        }
    }

    private void arriveWithoutLithium(final GreyColumn of, final int i) {
        state[i] = ARRIVED;
        arrivals.withoutLithium(of, height[i]);
    }

    private void crossLithium(final GreyColumn of, final int i, final int limit) {
        int at = height[i];
        int dark = lastVoid[i];
        float grey = of.grey(at);
        while (grey < lithiumInterphase) {
            dark = grey < voidLithium ? at : dark;
            at++;
            if (at >= limit) {
                height[i] = at;
                lastVoid[i] = dark;
                return;
            }
            grey = of.grey(at);
        }
        height[i] = at;
        lastVoid[i] = dark;
        final float next = of.together(at + 1, lookAhead);
        if (next < lithiumInterphase) {
            height[i]++;
        } else if (next >= electrolyteCollector) {
            state[i] = COLLECTOR;
            height[i] = nextCollector(of, at + 1);
        } else {
            lithiumTo[i] = at;
            state[i] = INTERPHASE;
        }
    }

    // A mean as bright as the collector has a voxel as bright; from there on, lest the mixed voxels before it count as its edge again.
    private int nextCollector(final GreyColumn of, final int from) {
        final int last = Math.min(of.depth(), from + lookAhead) - 1;
        int at = from;
        while (at < last && of.grey(at) < electrolyteCollector) {
            at++;
        }
        return at;
    }

    private void crossInterphase(final GreyColumn of, final int i, final int limit) {
        int at = height[i];
        while (at < limit && of.grey(at) < interphaseElectrolyte) {
            at++;
        }
        height[i] = at;
        if (at == limit) {
            return;
        }
        if (of.together(at + 1, lookAhead) < interphaseElectrolyte) {
            height[i]++;
        } else {
            state[i] = ARRIVED;
            arrivals.arrived(of, lithiumFrom[i], lithiumTo[i], at, lastVoid[i]);
        }
    }
}
