package operando.voltage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The voltage in the scans of a half cycle against the effective current density at the stripped side, the current over the contact
 * fraction there, and the range in which one is linear in the other (Lewis et al., Fig. S11: below about 0.8 V). The range is found by
 * a line with one bend: the bend x* for which V = a + b x + c max(0, x − x*) leaves least is taken if this is better than a straight line
 * by the F-test at 1 % over the number of bends tried (Bonferroni); otherwise everything is linear. Slope and error are those
 * of the straight line through the points up to the bend.
 *
 * @param halfCycle      1 for the first
 * @param strippedSide   whose contact counts
 * @param points         in the order of their current density
 * @param slopeOhmCm2    dV/d(I/contact) in the linear range, Ω cm²
 * @param interceptV     of the line; NaN without one
 * @param linearPoints   points in the linear range
 */
public record EffectiveCurrentLine(int halfCycle, Side strippedSide, List<Point> points, Measured slopeOhmCm2, double interceptV, int linearPoints) {

    /** A bend needs two points more than its four numbers. */
    private static final int FEWEST_FOR_A_BEND = 6;
    private static final int FEWEST = 3;
    private static final double SIGNIFICANCE = 0.01;
    private static final double OHM_CM2_PER_V_CM2_MA = 1000;
    /** What a line leaves below this part of the variance is rounding. */
    private static final double ROUNDING = 1e-20;

    /** A scan: its effective current density, mA cm⁻², and voltage, V, both without their sign. */
    public record Point(double currentDensityMAPerCm2, double voltageV) {
    }

    public EffectiveCurrentLine {
        points = List.copyOf(points);
    }

    /** The line of one half cycle, from those scans inside it that have a contact and a voltage. */
    public static EffectiveCurrentLine of(final HalfCycleBalance half, final TimeSeries series) {
        final List<Point> points = new ArrayList<>();
        final double sign = half.strippedSide() == Side.TOP ? 1 : -1;
        for (final int row : half.rows()) {
            final double density = sign * series.value(row, Quantity.EFFECTIVE_CURRENT_DENSITY.at(half.strippedSide()));
            final double volts = sign * series.value(row, Quantity.VOLTAGE_MEASURED);
            if (density > 0 && Double.isFinite(density + volts)) {
                points.add(new Point(density, volts));
            }
        }
        return of(half.number(), half.strippedSide(), points);
    }

    static EffectiveCurrentLine of(final int halfCycle, final Side stripped, final List<Point> given) {
        final List<Point> points = given.stream().sorted(Comparator.comparingDouble(Point::currentDensityMAPerCm2)).toList();
        if (points.size() < FEWEST) {
            return new EffectiveCurrentLine(halfCycle, stripped, points, Measured.missing("fewer than three scans inside the half cycle have a contact and a voltage"),
                Double.NaN, 0);
        }
        if (points.get(0).currentDensityMAPerCm2() == points.get(points.size() - 1).currentDensityMAPerCm2()) {
            return new EffectiveCurrentLine(halfCycle, stripped, points, Measured.missing("the effective current density does not change"), Double.NaN, 0);
        }
        final int linear = linearPoints(points);
        final SimpleRegression line = line(points, linear);
        return new EffectiveCurrentLine(halfCycle, stripped, points, Measured.of(OHM_CM2_PER_V_CM2_MA * line.getSlope(),
            OHM_CM2_PER_V_CM2_MA * line.getSlopeStdErr()), line.getIntercept(), linear);
    }

    /** The end of the linear range, mA cm⁻²; NaN without one. */
    public double linearToMAPerCm2() {
        return linearPoints == 0 ? Double.NaN : points.get(linearPoints - 1).currentDensityMAPerCm2();
    }

    /** The voltage of the line at the end of the linear range, V. */
    public double linearToV() {
        return interceptV + slopeOhmCm2.value() / OHM_CM2_PER_V_CM2_MA * linearToMAPerCm2();
    }

    private static SimpleRegression line(final List<Point> points, final int count) {
        final SimpleRegression line = new SimpleRegression();
        points.subList(0, count).forEach(point -> line.addData(point.currentDensityMAPerCm2(), point.voltageV()));
        return line;
    }

    /** How many points, from the smallest current density on, lie before the bend; all of them if there is none. */
    private static int linearPoints(final List<Point> points) {
        final int count = points.size();
        final SimpleRegression straight = line(points, count);
        if (count < FEWEST_FOR_A_BEND || straight.getSumSquaredErrors() <= ROUNDING * straight.getTotalSumSquares()) {
            return count;
        }
        int best = count;
        double least = straight.getSumSquaredErrors();
        int tried = 0;
        for (int bend = FEWEST; bend <= count - 2; bend++) {
            // Points at one current density cannot be told apart by a bend between them.
            if (points.get(bend - 1).currentDensityMAPerCm2() > points.get(0).currentDensityMAPerCm2()
                && points.get(bend).currentDensityMAPerCm2() > points.get(bend - 1).currentDensityMAPerCm2()) {
                tried++;
                final double left = leftByBend(points, points.get(bend - 1).currentDensityMAPerCm2());
                if (left < least) {
                    least = left;
                    best = bend;
                }
            }
        }
        return best < count && isBetter(straight.getSumSquaredErrors(), least, count - 4, tried) ? best : count;
    }

    private static boolean isBetter(final double straight, final double bent, final int freedom, final int tried) {
        final double f = (straight - bent) / 2 / (Math.max(bent, ROUNDING * straight) / freedom);
        return 1 - new FDistribution(2, freedom).cumulativeProbability(f) < SIGNIFICANCE / tried;
    }

    private static double leftByBend(final List<Point> points, final double bend) {
        final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.newSampleData(points.stream().mapToDouble(Point::voltageV).toArray(), points.stream().map(point -> new double[] {point.currentDensityMAPerCm2(),
            Math.max(0, point.currentDensityMAPerCm2() - bend)}).toArray(double[][]::new));
        return fit.calculateResidualSumOfSquares();
    }
}
