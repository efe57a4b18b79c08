package operando.motion;

import java.util.Arrays;
import java.util.Optional;

import operando.cell.InputException;
import operando.scan.Scan;

/**
 * The strain at the points of a displacement field, from the displacement gradient H of a polynomial fitted by least squares
 * to each component over a cube of neighbouring points (B. Pan et al., Measurement Science and Technology 20, 062001, 2009,
 * section 4); of second degree, of third, or of third over a smaller cube, whichever {@link LocalStrain} expects to be nearest to the truth,
 * or of first where neighbours are few: the small strain (H + Hᵀ)/2 and the Green–Lagrange strain (H + Hᵀ + HᵀH)/2. Components are in the order of
 * {@link Component}; not a number where too few neighbours have a displacement.
 *
 * @param smallStrain [component][point]
 * @param greenLagrange [component][point]
 * @param error         standard deviation of the small strain, by noise and by what the polynomial does not follow, [component][point]
 */
public record StrainField(float[][] smallStrain, float[][] greenLagrange, float[][] error) {

    /** The components of a symmetric strain. */
    public enum Component {
        XX(0, 0), YY(1, 1), ZZ(2, 2), XY(0, 1), XZ(0, 2), YZ(1, 2);

        final int row;
        final int column;

        Component(final int row, final int column) {
            this.row = row;
            this.column = column;
        }

        /** Such as xy. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * That the points of a field over a scan will have strain, before they are followed.
     *
     * @throws InputException if the grid has a single layer of points
     */
    public static void check(final Scan scan, final CorrelationSettings settings) {
        check(PointGrid.over(scan, settings));
    }

    private static void check(final PointGrid grid) {
        if (Math.min(grid.countX(), Math.min(grid.countY(), grid.countZ())) < 2) {
            throw new InputException("displacement field", grid.countX() + " x " + grid.countY() + " x " + grid.countZ()
                + " points have no strain along every axis", "give a smaller spacing or a smaller subvolume");
        }
    }

    /**
     * @param window points from the middle to the face of the widest cube of neighbours, 1 or more; a wider cube is less noisy and
     *               blurs the strain more
     * @throws InputException if the window is below 1, or the grid has a single layer of points
     */
    public static StrainField of(final DisplacementField field, final int window) {
        if (window < 1) {
            throw new InputException("strain window", window + " points reach no neighbour", "give 1 or more");
        }
        final PointGrid grid = field.grid();
        check(grid);
        final float[][] small = new float[Component.values().length][field.size()];
        final float[][] green = new float[Component.values().length][field.size()];
        final float[][] error = new float[Component.values().length][field.size()];
        for (int point = 0; point < field.size(); point++) {
            final Optional<LocalStrain> local = LocalStrain.at(field, point, window);
            for (final Component component : Component.values()) {
                final int of = component.ordinal();
                small[of][point] = local.isPresent() ? (float) small(local.get().gradient(), component) : Float.NaN;
                green[of][point] = local.isPresent() ? (float) (small(local.get().gradient(), component) + quadratic(local.get().gradient(), component)) : Float.NaN;
                error[of][point] = local.isPresent() ? (float) local.get().error()[of] : Float.NaN;
            }
        }
        return new StrainField(small, green, error);
    }

    static double small(final double[][] h, final Component component) {
        return (h[component.row][component.column] + h[component.column][component.row]) / 2;
    }

    private static double quadratic(final double[][] h, final Component component) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += h[k][component.row] * h[k][component.column];
        }
        return sum / 2;
    }

    /** The trace of the small strain: the relative change of volume, to first order. */
    public float volumetric(final int point) {
        return smallStrain[0][point] + smallStrain[1][point] + smallStrain[2][point];
    }

    /** The equivalent shear strain √(2/3 e : e) of the small strain's deviator e (von Mises). */
    public float equivalentShear(final int point) {
        final double mean = volumetric(point) / 3.0;
        double sum = 0;
        for (final Component component : Component.values()) {
            final double value = smallStrain[component.ordinal()][point] - (component.row == component.column ? mean : 0);
            sum += (component.row == component.column ? 1 : 2) * value * value;
        }
        return (float) Math.sqrt(2 * sum / 3);
    }

    /** One component of the Green–Lagrange strain at all points. */
    public float[] greenLagrange(final Component component) {
        return greenLagrange[component.ordinal()];
    }

    /** Points that have a strain. */
    public int known() {
        int count = 0;
        for (final float value : smallStrain[0]) {
            count += Float.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    /** The median of a component of the small strain over all points that have one; not a number if none has. */
    public double median(final Component component) {
        final float[] values = smallStrain[component.ordinal()].clone();
        Arrays.sort(values);
        final int count = known();
        return count == 0 ? Double.NaN : (values[(count - 1) / 2] + values[count / 2]) / 2.0;
    }
}
