package operando.potential;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * The course of μ by adaptive integration of equation 13 as it stands, knowing nothing of the closed form. Position and
 * potential are both followed along the arc of the curve, so that a jump is as easy to follow as a plateau.
 */
final class IntegratedProfile {

    /** A point of the curve: x/L and μ in eV. */
    record Point(double x, double ev) {
    }

    private static final double TOLERANCE = 1e-13;

    /** Points for a step that goes far in x. */
    private static final int PARTS = 10;

    private final LayerStack stack;

    private final double electrons;

    private final double ions;

    private int evaluations = Integer.MAX_VALUE;

    private final double spacing;

    private final List<Point> points = new ArrayList<>();

    private IntegratedProfile(final PotentialProfile profile, final double spacing) {
        stack = profile.stack();
        electrons = profile.leakageShare();
        ions = profile.transferenceNumber();
        this.spacing = spacing;
    }

    /**
     * Points from {@code from} to {@code to}, integrated anew from the profile's own μ at {@code from} and at every
     * change of material, since a jump that ends at one makes the rest as uncertain as its position.
     */
    static List<Point> between(final PotentialProfile profile, final double from, final double to, final double spacing) {
        final IntegratedProfile curve = new IntegratedProfile(profile, spacing);
        for (final Section section : profile.stack().sections()) {
            final double begin = Math.max(from, section.from());
            final double end = Math.min(to, section.to());
            if (end > begin) {
                curve.follow(section, begin, end,
                    begin == 0 ? profile.stack().cathodePotentialEv() : profile.potentialEv(begin));
            }
        }
        return curve.points;
    }

    /**
     * Points from {@code from} to {@code to} in one section, in steps of a hundredth of that or less.
     *
     * @throws org.apache.commons.math3.exception.MaxCountExceededException if that takes more evaluations than given
     */
    static List<Point> within(final PotentialProfile profile, final Section section, final double from, final double to,
        final int evaluations) {
        final IntegratedProfile curve = new IntegratedProfile(profile, (to - from) / 100);
        curve.evaluations = evaluations;
        curve.follow(section, from, to, profile.potentialEv(from));
        return curve.points;
    }

    /** By how many k_BT ions alone change μ over the whole thickness. */
    static double ionicDrive(final PotentialProfile profile, final Section section) {
        return Math.abs(profile.transferenceNumber() * lengthTimesCurrent(profile.stack()) / profile.stack().thermalEnergyEv()
            / section.ionicConductivitySPerM());
    }

    private static double lengthTimesCurrent(final LayerStack stack) {
        return stack.totalThicknessUm() * 1e-6 * stack.currentDensityMAPerCm2() * 10;
    }

    /** dμ/d(x/L) over k_BT. */
    private double slope(final Section section, final double u) {
        final double electronic = 2 * section.layer().electronicConstantSPerM() * Math.cosh(u);
        return lengthTimesCurrent(stack) / stack.thermalEnergyEv()
            * (electrons / electronic - ions / section.ionicConductivitySPerM());
    }

    private void follow(final Section section, final double begin, final double end, final double ev) {
        final double minimum = section.layer().electronicMinimumEv();
        final double length = end - begin;
        final DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-300, spacing / length, TOLERANCE, TOLERANCE);
        integrator.setMaxEvaluations(evaluations);
        integrator.addEventHandler(new End(1), 0.01, 1e-13, 200);
        integrator.addStepHandler(new Points(begin, length, minimum));
        final double[] state = {0, (ev - minimum) / stack.thermalEnergyEv()};
        integrator.integrate(new Arc(section, length), 0, state, 1e6, state);
    }

    private final class Arc implements FirstOrderDifferentialEquations {

        private final Section section;

        private final double unit;

        /** Positions are in the unit of x/L that is given. */
        Arc(final Section section, final double unit) {
            this.section = section;
            this.unit = unit;
        }

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(final double arc, final double[] state, final double[] derivatives) {
            final double slope = unit * slope(section, state[1]);
            final double length = Math.hypot(1, slope);
            derivatives[0] = 1 / length;
            derivatives[1] = slope / length;
        }
    }

    private record End(double x) implements EventHandler {

        @Override
        public void init(final double start, final double[] state, final double end) {
            // Nothing to prepare.
        }

        @Override
        public double g(final double arc, final double[] state) {
            return state[0] - x;
        }

        @Override
        public Action eventOccurred(final double arc, final double[] state, final boolean increasing) {
            return Action.STOP;
        }

        @Override
        public void resetState(final double arc, final double[] state) {
            // Nothing to reset.
        }
    }

    private final class Points implements StepHandler {

        private final double begin;

        private final double unit;

        private final double minimum;

        Points(final double begin, final double unit, final double minimum) {
            this.begin = begin;
            this.unit = unit;
            this.minimum = minimum;
        }

        @Override
        public void init(final double start, final double[] state, final double end) {
            // Nothing to prepare.
        }

        @Override
        public void handleStep(final StepInterpolator step, final boolean last) {
            final double before = step.getPreviousTime();
            final double length = step.getCurrentTime() - before;
            step.setInterpolatedTime(before);
            final double from = step.getInterpolatedState()[0];
            step.setInterpolatedTime(before + length);
            final int parts = (step.getInterpolatedState()[0] - from) * unit > spacing / PARTS ? PARTS : 1;
            for (int i = 1; i <= parts; i++) {
                step.setInterpolatedTime(before + length * i / parts);
                final double[] state = step.getInterpolatedState();
                points.add(new Point(begin + unit * state[0], minimum + stack.thermalEnergyEv() * state[1]));
            }
        }
    }
}
