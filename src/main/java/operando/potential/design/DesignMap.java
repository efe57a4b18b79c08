package operando.potential.design;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The designs of a sweep: rows are values of its second parameter, columns of its first. */
public final class DesignMap {

    private final DesignSweep sweep;

    private final DesignPoint[][] points;

    DesignMap(final DesignSweep sweep, final DesignPoint[][] points) {
        this.sweep = sweep;
        this.points = points;
    }

    public DesignSweep sweep() {
        return sweep;
    }

    /** The design of the first parameter's value number {@code column} and the second's number {@code row}. */
    public DesignPoint point(final int column, final int row) {
        return points[row][column];
    }

    /** One quantity of all designs, as {@code [row][column]}. */
    public double[][] values(final ToDoubleFunction<DesignPoint> quantity) {
        final double[][] values = new double[points.length][];
        for (int row = 0; row < points.length; row++) {
            values[row] = Arrays.stream(points[row]).mapToDouble(quantity).toArray();
        }
        return values;
    }
}
