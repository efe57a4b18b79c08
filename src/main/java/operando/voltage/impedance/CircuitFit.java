package operando.voltage.impedance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cycler.ImpedanceSpectrum;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;

/**
 * The equivalent circuit that meets a spectrum best, by least squares of the residuals over |Z|, with the errors of its
 * parameters from the covariance of the fit. The number of arcs, and whether there is diffusion, is the choice with the
 * lowest Bayesian information criterion (G. Schwarz, Ann. Stat. 6, 461, 1978) among those whose resistances are all known
 * better than by their own size. The search starts from several places, all from one seed.
 *
 * @param circuit      with arcs from the fastest to the slowest
 * @param bulk         resistance of the series resistor and of the arcs with Q below {@link EquivalentCircuit#INTERFACE_Q}, Ω
 * @param interfaces   R_int = R_SEI + R_CT: of the arcs with Q above it, Ω; the sum is known better than its parts
 * @param residual     root mean square of the residuals over |Z|
 * @param pointsLeftOut with an inductance greater than the capacitance
 * @param remarks      a line for each thing that the spectrum cannot tell
 */
public record CircuitFit(EquivalentCircuit circuit, Resistance bulk, Resistance interfaces, List<Resistance> arcs, double residual, int pointsLeftOut,
                         List<String> remarks) {

    private static final double CONFIDENCE = 0.975;
    private static final int MOST_STEPS = 300;
    private static final double STEP = 1e-6;
    /** An arc whose Q is within this factor of the bound between bulk and interface may be either. */
    private static final double BETWEEN = 3;
    /** Exponents of constant-phase elements lie between these. */
    private static final double[] EXPONENT = {0.4, 1};

    /**
     * @param ohm       NaN where the spectrum has none
     * @param error     standard error, Ω
     * @param interval  half the 95 % confidence interval, Ω
     */
    public record Resistance(double ohm, double error, double interval) {

        static final Resistance NONE = new Resistance(Double.NaN, Double.NaN, Double.NaN);
    }

    public CircuitFit {
        arcs = List.copyOf(arcs);
        remarks = List.copyOf(remarks);
    }

    /** @throws InputException if the spectrum has too few points for the circuit, or none fits */
    public static CircuitFit of(final ImpedanceSpectrum given, final CircuitSettings settings) {
        final ImpedanceSpectrum spectrum = given.capacitive();
        final List<Candidate> fitted = new ArrayList<>();
        for (int arcs = settings.arcs().orElse(1); arcs <= settings.arcs().orElse(CircuitSettings.MOST_ARCS); arcs++) {
            for (final boolean warburg : settings.warburg().map(List::of).orElse(List.of(false, true))) {
                if (2 * spectrum.size() > parameters(arcs, warburg) + 2) {
                    best(spectrum, arcs, warburg, settings).ifPresent(fitted::add);
                }
            }
        }
        if (fitted.isEmpty()) {
            throw new InputException(given.name(), spectrum.size() + " points without inductance do not determine the circuit",
                "give a spectrum over more frequencies, or fewer arcs");
        }
        final List<Candidate> known = fitted.stream().filter(Candidate::isKnown).toList();
        final Candidate chosen = (known.isEmpty() ? fitted : known).stream().min(Comparator.comparingDouble(Candidate::criterion)).orElseThrow();
        return chosen.result(given.size() - spectrum.size());
    }

    private static int parameters(final int arcs, final boolean warburg) {
        return 1 + 3 * arcs + (warburg ? 2 : 0);
    }

    private static Optional<Candidate> best(final ImpedanceSpectrum spectrum, final int arcs, final boolean warburg, final CircuitSettings settings) {
        final Random random = new Random(settings.seed());
        Optional<Candidate> best = Optional.empty();
        for (int start = 0; start < settings.starts(); start++) {
            final Optional<Candidate> one = from(spectrum, start(spectrum, arcs, warburg, start == 0 ? null : random), arcs, warburg);
            if (one.isPresent() && (best.isEmpty() || one.get().cost < best.get().cost)) {
                best = one;
            }
        }
        return best;
    }

    /** Logarithms of R, Q and τ, and exponents stretched from their range over all numbers. */
    private static double[] start(final ImpedanceSpectrum spectrum, final int arcs, final boolean warburg, final Random random) {
        final double high = spectrum.frequencyHz()[0];
        final double low = spectrum.frequencyHz()[spectrum.size() - 1];
        final double series = Math.max(spectrum.realOhm()[0], 1e-9);
        final double rest = Math.max(spectrum.realOhm()[spectrum.size() - 1] - series, 0.1 * series);
        final double[] start = new double[parameters(arcs, warburg)];
        start[0] = Math.log(series / 2) + (random == null ? 0 : random.nextGaussian() / 2);
        for (int arc = 0; arc < arcs; arc++) {
            final double place = random == null ? (arc + 0.5) / arcs : random.nextDouble();
            final double frequency = high * Math.pow(low / high, place);
            final double ohm = rest / arcs * (random == null ? 1 : Math.exp(random.nextGaussian()));
            final double exponent = 0.85;
            start[1 + 3 * arc] = Math.log(ohm);
            start[2 + 3 * arc] = Math.log(Math.pow(2 * Math.PI * frequency, -exponent) / ohm);
            start[3 + 3 * arc] = Math.log((exponent - EXPONENT[0]) / (EXPONENT[1] - exponent));
        }
        if (warburg) {
            start[start.length - 2] = Math.log(rest / 2) + (random == null ? 0 : random.nextGaussian());
            start[start.length - 1] = -Math.log(low) + (random == null ? 0 : random.nextGaussian());
        }
        return start;
    }

    private static EquivalentCircuit circuit(final double[] p, final int arcs, final boolean warburg) {
        final List<EquivalentCircuit.Arc> list = new ArrayList<>();
        for (int arc = 0; arc < arcs; arc++) {
            final double exponent = EXPONENT[0] + (EXPONENT[1] - EXPONENT[0]) / (1 + Math.exp(-p[3 + 3 * arc]));
            list.add(new EquivalentCircuit.Arc(Math.exp(p[1 + 3 * arc]), Math.exp(p[2 + 3 * arc]), exponent));
        }
        return new EquivalentCircuit(Math.exp(p[0]), list,
            warburg ? Optional.of(new EquivalentCircuit.Warburg(Math.exp(p[p.length - 2]), Math.exp(p[p.length - 1]))) : Optional.empty());
    }

    private static double[] residuals(final ImpedanceSpectrum spectrum, final EquivalentCircuit circuit) {
        final double[] residuals = new double[2 * spectrum.size()];
        for (int i = 0; i < spectrum.size(); i++) {
            final Complex z = circuit.impedance(spectrum.frequencyHz()[i]);
            final double size = Math.hypot(spectrum.realOhm()[i], spectrum.imaginaryOhm()[i]);
            residuals[2 * i] = (z.getReal() - spectrum.realOhm()[i]) / size;
            residuals[2 * i + 1] = (z.getImaginary() - spectrum.imaginaryOhm()[i]) / size;
        }
        return residuals;
    }

    private static Optional<Candidate> from(final ImpedanceSpectrum spectrum, final double[] start, final int arcs, final boolean warburg) {
        try {
            final LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder()
                .model(point -> valueAndSlopes(spectrum, point.toArray(), arcs, warburg)).start(start).target(new double[2 * spectrum.size()])
                .maxEvaluations(MOST_STEPS).maxIterations(MOST_STEPS).build());
            final double[] found = optimum.getPoint().toArray();
            final double cost = optimum.getResiduals().dotProduct(optimum.getResiduals());
            if (!Double.isFinite(cost)) {
                return Optional.empty();
            }
            return Optional.of(new Candidate(circuit(found, arcs, warburg), cost, covariance(optimum, cost, found.length), 2 * spectrum.size(), found.length));
        } catch (final MathIllegalStateException | MathIllegalArgumentException e) {
            // No way down from this start; others are tried.
            return Optional.empty();
        }
    }

    private static Optional<RealMatrix> covariance(final LeastSquaresOptimizer.Optimum optimum, final double cost, final int parameters) {
        try {
            return Optional.of(optimum.getCovariances(1e-14).scalarMultiply(cost / Math.max(1, optimum.getResiduals().getDimension() - parameters)));
        } catch (final SingularMatrixException e) {
            return Optional.empty();
        }
    }

    private static Pair<org.apache.commons.math3.linear.RealVector, RealMatrix> valueAndSlopes(final ImpedanceSpectrum spectrum, final double[] p, final int arcs,
        final boolean warburg) {
        final RealMatrix slopes = new Array2DRowRealMatrix(2 * spectrum.size(), p.length);
        for (int k = 0; k < p.length; k++) {
            final double[] up = p.clone();
            final double[] down = p.clone();
            up[k] += STEP;
            down[k] -= STEP;
            final double[] above = residuals(spectrum, circuit(up, arcs, warburg));
            final double[] below = residuals(spectrum, circuit(down, arcs, warburg));
            for (int i = 0; i < above.length; i++) {
                slopes.setEntry(i, k, (above[i] - below[i]) / (2 * STEP));
            }
        }
        return new Pair<>(new ArrayRealVector(residuals(spectrum, circuit(p, arcs, warburg))), slopes);
    }

    /** A circuit at its best. Parameters are logarithms, so that the slope of a resistance is itself. */
    private record Candidate(EquivalentCircuit circuit, double cost, Optional<RealMatrix> covariance, int values, int parameters) {

        double criterion() {
            return values * Math.log(cost / values) + parameters * Math.log(values);
        }

        /** Whether every resistance is known better than by its own size. */
        boolean isKnown() {
            return covariance.isPresent() && IntStream.range(0, circuit.arcs().size()).allMatch(arc -> covariance.get().getEntry(1 + 3 * arc, 1 + 3 * arc) < 1)
                && (circuit.warburg().isEmpty() || covariance.get().getEntry(parameters - 2, parameters - 2) < 1);
        }

        CircuitFit result(final int leftOut) {
            final List<Integer> order = IntStream.range(0, circuit.arcs().size()).boxed()
                .sorted(Comparator.comparingDouble(arc -> circuit.arcs().get(arc).timeConstantS())).toList();
            final List<EquivalentCircuit.Arc> sorted = order.stream().map(circuit.arcs()::get).toList();
            final double[] bulk = new double[parameters];
            final double[] interfaces = new double[parameters];
            bulk[0] = circuit.seriesOhm();
            boolean any = false;
            for (int arc = 0; arc < circuit.arcs().size(); arc++) {
                final EquivalentCircuit.Arc one = circuit.arcs().get(arc);
                (one.isInterface() ? interfaces : bulk)[1 + 3 * arc] = one.ohm();
                any |= one.isInterface();
            }
            return new CircuitFit(new EquivalentCircuit(circuit.seriesOhm(), sorted, circuit.warburg()), sum(bulk), any ? sum(interfaces) : Resistance.NONE,
                order.stream().map(arc -> sum(only(arc))).toList(), Math.sqrt(cost / values), leftOut, remarks(any, leftOut));
        }

        private double[] only(final int arc) {
            final double[] slopes = new double[parameters];
            slopes[1 + 3 * arc] = circuit.arcs().get(arc).ohm();
            return slopes;
        }

        private Resistance sum(final double[] slopes) {
            double ohm = 0;
            for (final double slope : slopes) {
                ohm += slope;
            }
            if (covariance.isEmpty()) {
                return new Resistance(ohm, Double.NaN, Double.NaN);
            }
            final double error = Math.sqrt(Math.max(0, new ArrayRealVector(slopes).dotProduct(new ArrayRealVector(covariance.get().operate(slopes)))));
            return new Resistance(ohm, error, error * new TDistribution(Math.max(1, values - parameters)).inverseCumulativeProbability(CONFIDENCE));
        }

        private static boolean isBetween(final EquivalentCircuit.Arc arc) {
            return Math.abs(Math.log(arc.q() / EquivalentCircuit.INTERFACE_Q)) < Math.log(BETWEEN);
        }

        private List<String> remarks(final boolean any, final int leftOut) {
            final List<String> remarks = new ArrayList<>();
            if (!isKnown()) {
                remarks.add("the spectrum does not tell its arcs apart: only the sum of the resistances is to be trusted");
            }
            if (!any) {
                remarks.add("no arc has the capacitance of an interface (Q of 1e-5 F s^(a-1) or more): R_int is not known");
            }
            circuit.arcs().stream().filter(Candidate::isBetween).forEach(arc -> remarks.add(String.format(Locale.ROOT,
                "an arc of %.3g ohm with Q = %.2g F s^(a-1) stands between bulk and interfaces: whether it belongs to R_int is not certain", arc.ohm(), arc.q())));
            if (leftOut > 0) {
                remarks.add(leftOut + " inductive points were left out");
            }
            return remarks;
        }
    }
}
