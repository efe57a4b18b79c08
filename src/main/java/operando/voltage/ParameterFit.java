package operando.voltage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.Measured;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.Pair;

/**
 * Parameters with which {@link LumpedModel} meets measured voltages best, by least squares over their logarithms
 * (Levenberg–Marquardt), all others being kept.
 *
 * <p>What a fit leaves is alike in neighbouring readings, so standard errors come from leaving out one block of readings after the
 * other (delete-a-block jackknife, Künsch, Annals of Statistics 17, 1217 (1989)); intervals are of 95 %, even on a logarithmic scale.
 * How far parameters stand in for one another is told by the correlation of their errors, from the slopes of the model. A parameter
 * that the readings do not determine to within a factor of e is missing.
 *
 * @param estimates       one a parameter, in the order asked for
 * @param correlation     of the errors of two parameters, −1 to 1
 * @param rootMeanSquareV what the fit leaves, V
 * @param timesH          of the readings that were fitted, h
 * @param residualsV      measured less fitted, V
 * @param remarks         what the readings cannot tell, a sentence each
 */
public record ParameterFit(List<Estimate> estimates, double[][] correlation, double rootMeanSquareV, double[] timesH, double[] residualsV, List<String> remarks) {

    /** More than this correlated, two parameters stand in for one another. */
    private static final double INSEPARABLE = 0.98;
    /** Of the logarithm: a factor of e either way. */
    private static final double MOST_ERROR = 1;
    /** Smallest over largest singular value of the slopes below which some parameters cannot be told apart at all. */
    private static final double SINGULAR = 1e-6;
    private static final double STEP = 1e-5;
    private static final int BLOCKS = 10;
    private static final int MOST_READINGS = 4000;
    private static final int MOST_STEPS = 400;
    private static final double CONFIDENCE = 0.975;

    /**
     * A parameter that was fitted.
     *
     * @param best    with which, together with the best of the others, the model meets the readings, told or not
     * @param value   the same with its standard error; missing, with the reason, where the readings do not tell it
     * @param lowest  end of the 95 % interval; NaN where the value is missing
     * @param highest its other end
     */
    public record Estimate(FitParameter parameter, double best, Measured value, double lowest, double highest) {
    }

    public ParameterFit {
        estimates = List.copyOf(estimates);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param states     of the cell at the readings, with their currents
     * @param measuredV  the voltages read then, V
     * @param timesH     of the readings, h, rising
     * @param start      where the search begins, and what is kept
     * @throws InputException if there are fewer readings with a current and a voltage than twice the parameters, or no parameters fit
     */
    public static ParameterFit of(final List<FitParameter> parameters, final List<CellState> states, final double[] measuredV, final double[] timesH,
        final LumpedParameters start) {
        final Readings readings = Readings.of(states, measuredV, timesH, start);
        if (readings.count() < 2 * parameters.size()) {
            throw new InputException("fit", readings.count() + " readings with a current, contact and a voltage are too few for " + parameters.size() + " parameters",
                "choose another half cycle or range, or fewer parameters");
        }
        final double[] from = parameters.stream().mapToDouble(parameter -> Math.log(parameter.in(start))).toArray();
        final double[] best = search(parameters, readings, start, from);
        final double[] residuals = readings.residuals(parameters(parameters, start, best));
        final double[][] correlation = correlation(slopes(parameters, readings, start, best));
        final double[] errors = errors(parameters, readings, start, best);
        final List<String> remarks = new ArrayList<>();
        final List<Estimate> estimates = IntStream.range(0, best.length).mapToObj(i -> estimate(parameters.get(i), best[i], inseparable(correlation, i) ? Double.NaN : errors[i],
            Math.min(BLOCKS, readings.count()) - 1)).toList();
        remark(parameters, correlation, estimates, remarks);
        return new ParameterFit(estimates, correlation, Math.sqrt(Arrays.stream(residuals).map(left -> left * left).average().orElse(Double.NaN)), readings.timesH, residuals, remarks);
    }

    /** The model's parameters with the best of those that were fitted. */
    public LumpedParameters in(final LumpedParameters start) {
        LumpedParameters found = start;
        for (final Estimate estimate : estimates) {
            found = estimate.parameter.with(found, estimate.best);
        }
        return found;
    }

    /** Whether every parameter is told by the readings. */
    public boolean isComplete() {
        return estimates.stream().allMatch(estimate -> estimate.value.isPresent());
    }

    private static LumpedParameters parameters(final List<FitParameter> which, final LumpedParameters start, final double[] logarithms) {
        LumpedParameters parameters = start;
        for (int i = 0; i < logarithms.length; i++) {
            parameters = which.get(i).with(parameters, Math.exp(logarithms[i]));
        }
        return parameters;
    }

    private static double[] search(final List<FitParameter> which, final Readings readings, final LumpedParameters start, final double[] from) {
        try {
            return new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().start(from).target(new double[readings.count()])
                .model(point -> new Pair<>(new ArrayRealVector(readings.residuals(parameters(which, start, point.toArray())), false), slopes(which, readings, start, point.toArray())))
                .maxEvaluations(MOST_STEPS).maxIterations(MOST_STEPS).build()).getPoint().toArray();
        } catch (final MathIllegalStateException | InputException e) {
            throw new InputException("fit", "no values of " + String.join(", ", which.stream().map(FitParameter::key).toList()) + " meet the readings",
                "fit fewer parameters, or begin nearer to what is expected");
        }
    }

    private static RealMatrix slopes(final List<FitParameter> which, final Readings readings, final LumpedParameters start, final double[] at) {
        final RealMatrix slopes = new Array2DRowRealMatrix(readings.count(), at.length);
        for (int k = 0; k < at.length; k++) {
            final double[] above = at.clone();
            final double[] below = at.clone();
            above[k] += STEP;
            below[k] -= STEP;
            final double[] high = readings.residuals(parameters(which, start, above));
            final double[] low = readings.residuals(parameters(which, start, below));
            for (int i = 0; i < high.length; i++) {
                slopes.setEntry(i, k, (high[i] - low[i]) / (2 * STEP));
            }
        }
        return slopes;
    }

    /** Of the errors: the inverse of the slopes' products, to a diagonal of 1; where it has none, 1 of all that are mixed. */
    private static double[][] correlation(final RealMatrix slopes) {
        final int count = slopes.getColumnDimension();
        final double[] scale = IntStream.range(0, count).mapToDouble(k -> slopes.getColumnVector(k).getNorm()).toArray();
        final RealMatrix scaled = slopes.copy();
        for (int k = 0; k < count; k++) {
            scaled.setColumnVector(k, slopes.getColumnVector(k).mapMultiply(scale[k] == 0 ? 0 : 1 / scale[k]));
        }
        final SingularValueDecomposition parts = new SingularValueDecomposition(scaled);
        final double[] singular = parts.getSingularValues();
        final RealMatrix directions = parts.getV();
        final double[][] correlation = new double[count][count];
        final double least = SINGULAR * singular[0];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                for (int k = 0; k < singular.length; k++) {
                    correlation[i][j] += directions.getEntry(i, k) * directions.getEntry(j, k) / Math.pow(Math.max(singular[k], least), 2);
                }
            }
        }
        final double[] sizes = IntStream.range(0, count).mapToDouble(i -> Math.sqrt(correlation[i][i])).toArray();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                correlation[i][j] = scale[i] == 0 ? i == j ? Double.NaN : 0 : correlation[i][j] / sizes[i] / sizes[j];
            }
        }
        return correlation;
    }

    /** So correlated that only rounding tells it from another, or without any effect. */
    private static boolean inseparable(final double[][] correlation, final int i) {
        return Double.isNaN(correlation[i][i]) || IntStream.range(0, correlation.length).anyMatch(j -> j != i && Math.abs(correlation[i][j]) > 1 - SINGULAR);
    }

    /** Standard errors of the logarithms, by the jackknife; infinite where a part of the readings cannot be fitted. */
    private static double[] errors(final List<FitParameter> which, final Readings readings, final LumpedParameters start, final double[] best) {
        final int blocks = Math.min(BLOCKS, readings.count());
        final double[][] without = new double[blocks][];
        final double[] errors = new double[best.length];
        try {
            for (int block = 0; block < blocks; block++) {
                without[block] = search(which, readings.without(readings.count() * block / blocks, readings.count() * (block + 1) / blocks), start, best);
            }
        } catch (final InputException e) {
            Arrays.fill(errors, Double.POSITIVE_INFINITY);
            return errors;
        }
        for (int k = 0; k < errors.length; k++) {
            final int parameter = k;
            final double mean = Arrays.stream(without).mapToDouble(one -> one[parameter]).average().orElse(Double.NaN);
            errors[k] = Math.sqrt((blocks - 1.0) / blocks * Arrays.stream(without).mapToDouble(one -> (one[parameter] - mean) * (one[parameter] - mean)).sum());
        }
        return errors;
    }

    private static Estimate estimate(final FitParameter parameter, final double logarithm, final double error, final int freedom) {
        if (!(error <= MOST_ERROR)) {
            return new Estimate(parameter, Math.exp(logarithm), Measured.missing("the readings do not tell it"), Double.NaN, Double.NaN);
        }
        final double value = Math.exp(logarithm);
        final double reach = error * new TDistribution(freedom).inverseCumulativeProbability(CONFIDENCE);
        return new Estimate(parameter, value, Measured.of(value, value * error), value * Math.exp(-reach), value * Math.exp(reach));
    }

    private static void remark(final List<FitParameter> which, final double[][] correlation, final List<Estimate> estimates, final List<String> remarks) {
        for (int i = 0; i < correlation.length; i++) {
            for (int j = i + 1; j < correlation.length; j++) {
                if (Math.abs(correlation[i][j]) > INSEPARABLE) {
                    remarks.add(String.format(Locale.ROOT, "these readings cannot tell the %s from the %s (correlation of their errors %.4f): one of them must come from elsewhere",
                        which.get(i).label(), which.get(j).label(), correlation[i][j]));
                }
            }
        }
        estimates.stream().filter(estimate -> !estimate.value.isPresent()).forEach(estimate -> remarks.add("the " + estimate.parameter.label()
            + " is not told by these readings, not even to within a factor of 2.7"));
    }

    /** States and voltages that say something; of many, some that are spread evenly, since neighbours say the same. */
    private record Readings(List<CellState> states, double[] measuredV, double[] timesH) {

        static Readings of(final List<CellState> states, final double[] measuredV, final double[] timesH, final LumpedParameters start) {
            final LumpedModel model = new LumpedModel(start);
            final int[] told = IntStream.range(0, states.size()).filter(i -> states.get(i).currentDensityMAPerCm2() != 0
                && Double.isFinite(measuredV[i]) && Double.isFinite(model.voltage(states.get(i)).totalV())).toArray();
            final int count = Math.min(MOST_READINGS, told.length);
            final int[] taken = IntStream.range(0, count).map(i -> told[(int) ((long) i * told.length / count)]).toArray();
            return new Readings(Arrays.stream(taken).mapToObj(states::get).toList(), Arrays.stream(taken).mapToDouble(i -> measuredV[i]).toArray(),
                Arrays.stream(taken).mapToDouble(i -> timesH[i]).toArray());
        }

        int count() {
            return measuredV.length;
        }

        double[] residuals(final LumpedParameters parameters) {
            final LumpedModel model = new LumpedModel(parameters);
            return IntStream.range(0, count()).mapToDouble(i -> measuredV[i] - model.voltage(states.get(i)).totalV()).toArray();
        }

        Readings without(final int from, final int to) {
            final int[] rest = IntStream.range(0, count()).filter(i -> i < from || i >= to).toArray();
            return new Readings(Arrays.stream(rest).mapToObj(states::get).toList(), Arrays.stream(rest).mapToDouble(i -> measuredV[i]).toArray(), new double[0]);
        }
    }
}
