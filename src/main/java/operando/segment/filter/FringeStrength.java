package operando.segment.filter;

import java.util.OptionalDouble;

import operando.cell.Thresholds;
import operando.scan.Scan;

/**
 * How far grey values overshoot at the edges between current collector and lithium, the sharpest of the cell, as part of their step: what
 * phase-contrast fringes do and blur does not. From the mean profile of many columns, so that noise is small in it.
 */
public final class FringeStrength {

    /** Stronger fringes shift edges by more than their errors tell (phantoms: 0.05 µm of interphase at 0.2, more than 1 µm at 0.45). */
    public static final double HARMLESS = 0.25;

    private static final int REACH = 10;
    private static final int PLATEAU = 6;
    private static final int ROWS = 16;
    private static final int FEWEST = 50;

    private final double[] sum = new double[2 * REACH];
    private long profiles;

    private FringeStrength() {
    }

    /** The overshoot; empty where too few columns show the edge. */
    public static OptionalDouble of(final Scan scan, final Thresholds thresholds) {
        final FringeStrength strength = new FringeStrength();
        final float[] columns = new float[scan.width() * scan.depth()];
        for (int i = 0; i < ROWS && Double.isFinite(thresholds.electrolyteCollector()); i++) {
            scan.readBlock(0, (int) ((i + 0.5) * scan.height() / ROWS), 0, scan.width(), 1, scan.depth(), columns);
            for (int x = 0; x < scan.width(); x++) {
                strength.add(columns, x, scan.width(), scan.depth(), thresholds, false);
                strength.add(columns, x, scan.width(), scan.depth(), thresholds, true);
            }
        }
        return strength.overshoot();
    }

    /** Follows a column from its end inwards to where it falls from collector to lithium. */
    private void add(final float[] columns, final int x, final int width, final int depth, final Thresholds thresholds, final boolean fromBottom) {
        int bright = -1;
        for (int i = 0; i < depth; i++) {
            final float grey = columns[(fromBottom ? depth - 1 - i : i) * width + x];
            bright = grey > thresholds.electrolyteCollector() ? i : bright;
            if (bright >= 0 && grey < thresholds.lithiumInterphase()) {
                final int middle = (bright + i + 1) / 2;
                if (middle >= REACH && middle + REACH <= depth && i - bright < REACH / 2) {
                    for (int k = 0; k < 2 * REACH; k++) {
                        sum[k] += columns[(fromBottom ? depth - 1 - (middle - REACH + k) : middle - REACH + k) * width + x];
                    }
                    profiles++;
                }
                return;
            }
        }
    }

    private OptionalDouble overshoot() {
        if (profiles < FEWEST) {
            return OptionalDouble.empty();
        }
        double bright = 0;
        double dark = 0;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 2 * REACH; k++) {
            final double grey = sum[k] / profiles;
            bright += k < REACH - PLATEAU ? grey / (REACH - PLATEAU) : 0;
            dark += k >= REACH + PLATEAU ? grey / (REACH - PLATEAU) : 0;
            most = k >= REACH - PLATEAU && k < REACH ? Math.max(most, grey) : most;
            least = k >= REACH && k < REACH + PLATEAU ? Math.min(least, grey) : least;
        }
        return OptionalDouble.of((most - bright + dark - least) / 2 / (bright - dark));
    }
}
