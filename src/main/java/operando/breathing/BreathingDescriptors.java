package operando.breathing;

import java.util.stream.IntStream;

import operando.cell.Measured;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How the contact of one side breathes over one cycle of length T: contact c(t) is fitted by a level, a linear drift, and the
 * first harmonics of 1/T, by least squares, so that readings may come at any times. Errors follow from the covariance of that
 * fit; with the t distribution of {@link #freedom} degrees they give intervals.
 *
 * <p>Source: Bae for amplitude and phase lag; mean level, irreversibility and loop area are ours. Not for series whose contact
 * jumps within a cycle: a few harmonics cannot follow it, which shows in the errors. Where the harmonics are not told from
 * scatter (F test, 5 %), only the level is given: the highest less the lowest point of scatter is no amplitude.
 *
 * @param cycle             its number
 * @param mean              level in the middle of the cycle
 * @param amplitude         half of peak to peak, without the drift
 * @param phaseLagDeg       of the fundamental of contact behind that of the charge passed, −180 to 180°
 * @param phaseLagH         the same in h
 * @param irreversibility   contact not recovered at the end of the cycle over the amplitude
 * @param loopAreaMAhPerCm2 of contact against charge, without the drift: contact fraction times mAh cm⁻²; positive
 * @param freedom           readings less fitted numbers
 */
public record BreathingDescriptors(int cycle, Measured mean, Measured amplitude, Measured phaseLagDeg, Measured phaseLagH, Measured irreversibility,
                                   Measured loopAreaMAhPerCm2, int freedom) {

    private static final int MOST_HARMONICS = 3;
    private static final int CURVE = 720;
    /** Below this probability of scatter alone a swing is told from none. */
    private static final double CHANCE = 0.05;
    private static final double ROUNDING = 1e-12;

    /**
     * @param timesH  of the readings, h; those outside of the cycle are passed over
     * @param contact fraction at those times, NaN where it is not known
     */
    public static BreathingDescriptors of(final double[] timesH, final double[] contact, final ChargeCycle cycle) {
        final int[] inside = IntStream.range(0, timesH.length)
            .filter(i -> timesH[i] >= cycle.startH() && timesH[i] <= cycle.endH() && Double.isFinite(contact[i])).toArray();
        final int harmonics = Math.min(MOST_HARMONICS, (inside.length / 2 - 2) / 2);
        if (harmonics < 1) {
            return missing(cycle, inside.length + " scans in the cycle, and at least 8 are needed");
        }
        final double turned = turned(timesH, inside);
        if (turned < 0.75 * cycle.lengthH()) {
            return missing(cycle, "the scans cover less than three quarters of the cycle");
        }
        final RealMatrix basis = new Array2DRowRealMatrix(inside.length, 2 + 2 * harmonics);
        final RealVector values = new ArrayRealVector(inside.length);
        for (int row = 0; row < inside.length; row++) {
            basis.setRow(row, basis(place(timesH[inside[row]], cycle), harmonics));
            values.setEntry(row, contact[inside[row]]);
        }
        final QRDecomposition decomposition = new QRDecomposition(basis, 1e-10);
        if (!decomposition.getSolver().isNonSingular()) {
            return missing(cycle, "the scans lie at too few places of the cycle");
        }
        final RealVector fit = decomposition.getSolver().solve(values);
        final RealVector left = values.subtract(basis.operate(fit));
        final int freedom = inside.length - basis.getColumnDimension();
        final RealMatrix covariance = new QRDecomposition(basis.transpose().multiply(basis)).getSolver().getInverse()
            .scalarMultiply(left.dotProduct(left) / freedom);
        return new Evaluation(fit, covariance, cycle, harmonics).descriptors(freedom);
    }

    private static double turned(final double[] timesH, final int[] inside) {
        return timesH[inside[inside.length - 1]] - timesH[inside[0]];
    }

    private static BreathingDescriptors missing(final ChargeCycle cycle, final String why) {
        final Measured none = Measured.missing(why);
        return new BreathingDescriptors(cycle.number(), none, none, none, none, none, none, 0);
    }

    /** From 0 at the start to 1 at the end of the cycle. */
    private static double place(final double timeH, final ChargeCycle cycle) {
        return (timeH - cycle.startH()) / cycle.lengthH();
    }

    /** Level, drift over the cycle, and pairs of cosine and sine. */
    private static double[] basis(final double place, final int harmonics) {
        final double[] basis = new double[2 + 2 * harmonics];
        basis[0] = 1;
        basis[1] = place - 0.5;
        for (int k = 1; k <= harmonics; k++) {
            basis[2 * k] = Math.cos(2 * Math.PI * k * place);
            basis[2 * k + 1] = Math.sin(2 * Math.PI * k * place);
        }
        return basis;
    }

    /** What a fit says, each number with its slope along the fitted ones, along which errors are carried on. */
    private record Evaluation(RealVector fit, RealMatrix covariance, ChargeCycle cycle, int harmonics) {

        BreathingDescriptors descriptors(final int freedom) {
            final RealVector level = new ArrayRealVector(fit.getDimension());
            level.setEntry(0, 1);
            final Measured mean = measured(fit.getEntry(0), level);
            if (!isTold(2 * harmonics, freedom)) {
                final Measured none = Measured.missing("the contact does not swing beyond the scatter of the scans");
                return new BreathingDescriptors(cycle.number(), mean, none, none, none, none, none, freedom);
            }
            final RealVector swing = swing();
            final double amplitude = swing.dotProduct(fit);
            final RealVector drift = new ArrayRealVector(fit.getDimension());
            drift.setEntry(1, -1);
            final double lost = drift.dotProduct(fit);
            final RealVector irreversibility = drift.mapDivide(amplitude).subtract(swing.mapMultiply(lost / (amplitude * amplitude)));
            final Measured degrees = isTold(2, freedom) ? phaseLag() : Measured.missing("the fundamental of the contact is not told from scatter");
            final double hours = cycle.lengthH() / 360;
            final RealVector loop = loop();
            final double area = loop.dotProduct(fit);
            return new BreathingDescriptors(cycle.number(), mean, measured(amplitude, swing), degrees,
                degrees.isPresent() ? Measured.of(degrees.value() * hours, degrees.standardError() * hours) : degrees,
                measured(lost / amplitude, irreversibility), measured(Math.abs(area), loop), freedom);
        }

        /** Whether the first {@code count} numbers of the harmonics are not all 0: Wald's statistic over their number is distributed as F. */
        private boolean isTold(final int count, final int freedom) {
            final RealVector waves = fit.getSubVector(2, count);
            if (waves.getNorm() <= ROUNDING * fit.getNorm()) {
                return false;
            }
            final DecompositionSolver solver = new LUDecomposition(covariance.getSubMatrix(2, 1 + count, 2, 1 + count), 0).getSolver();
            return !solver.isNonSingular()
                || 1 - new FDistribution(count, freedom).cumulativeProbability(waves.dotProduct(solver.solve(waves)) / count) < CHANCE;
        }

        private Measured measured(final double value, final RealVector slope) {
            return Measured.of(value, Math.sqrt(Math.max(0, slope.dotProduct(covariance.operate(slope)))));
        }

        /** Half of the basis at the highest less that at the lowest point of the harmonics. */
        private RealVector swing() {
            double[] highest = null;
            double[] lowest = null;
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < CURVE; i++) {
                final double[] basis = periodic((double) i / CURVE);
                final double value = fit.dotProduct(new ArrayRealVector(basis, false));
                highest = value > most ? basis : highest;
                lowest = value < least ? basis : lowest;
                most = Math.max(most, value);
                least = Math.min(least, value);
            }
            return new ArrayRealVector(highest).subtract(new ArrayRealVector(lowest)).mapDivide(2);
        }

        private double[] periodic(final double place) {
            final double[] basis = basis(place, harmonics);
            basis[0] = 0;
            basis[1] = 0;
            return basis;
        }

        private Measured phaseLag() {
            final double cosine = fit.getEntry(2);
            final double sine = fit.getEntry(3);
            final double square = cosine * cosine + sine * sine;
            final double[] charge = fundamentalOfCharge();
            if (square == 0 || charge[0] == 0 && charge[1] == 0) {
                return Measured.missing("contact or charge does not swing with the cycle");
            }
            final double lag = Math.toDegrees(Math.atan2(sine, cosine) - Math.atan2(charge[1], charge[0]));
            final RealVector slope = new ArrayRealVector(fit.getDimension());
            slope.setEntry(2, Math.toDegrees(-sine / square));
            slope.setEntry(3, Math.toDegrees(cosine / square));
            return measured(lag - 360 * Math.rint(lag / 360), slope);
        }

        /** Cosine and sine of 1/T in the charge, less the line through its ends. */
        private double[] fundamentalOfCharge() {
            final double first = cycle.charge().at(cycle.startH());
            final double last = cycle.charge().at(cycle.endH());
            final double[] sums = new double[2];
            for (int i = 0; i < CURVE; i++) {
                final double place = (i + 0.5) / CURVE;
                final double charge = cycle.charge().at(cycle.startH() + place * cycle.lengthH()) - first - place * (last - first);
                sums[0] += charge * Math.cos(2 * Math.PI * place);
                sums[1] += charge * Math.sin(2 * Math.PI * place);
            }
            return sums;
        }

        /** ∮ c dQ of each periodic basis; the sign is that of the fitted loop. */
        private RealVector loop() {
            final RealVector loop = new ArrayRealVector(fit.getDimension());
            for (int i = 0; i < CURVE; i++) {
                final double step = cycle.charge().at(cycle.startH() + (i + 1.0) / CURVE * cycle.lengthH())
                    - cycle.charge().at(cycle.startH() + (double) i / CURVE * cycle.lengthH());
                final double[] basis = periodic((i + 0.5) / CURVE);
                for (int j = 2; j < basis.length; j++) {
                    loop.addToEntry(j, step * basis[j]);
                }
            }
            return loop;
        }
    }
}
