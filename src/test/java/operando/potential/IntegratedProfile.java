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

    private final double leakageShare;

    private final double spacing;

    private final List<Point> points = new ArrayList<>();

    private IntegratedProfile(final LayerStack stack, final double leakageShare, final double spacing) {
        this.stack = stack;
        this.leakageShare = leakageShare;
        this.spacing = spacing;
    }

    /**
     * Points from {@code from} to {@code to}, integrated anew from the profile's own μ at {@code from} and at every
     * change of material, since a jump that ends at one makes the rest as uncertain as its position.
     */
    static List<Point> between(final PotentialProfile profile, final double from, final double to, final double spacing) {
        final IntegratedProfile curve = new IntegratedProfile(profile.stack(), profile.leakageShare(), spacing);
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

    /** dμ/d(x/L) over k_BT. */
    private double slope(final Section section, final double u) {
        final double lengthTimesCurrent = stack.totalThicknessUm() * 1e-6 * stack.currentDensityMAPerCm2() * 10;
        final double electronic = 2 * section.layer().electronicConstantSPerM() * Math.cosh(u);
        return lengthTimesCurrent / stack.thermalEnergyEv()
            * (leakageShare / electronic - (1 - leakageShare) / section.ionicConductivitySPerM());
    }

    private void follow(final Section section, final double begin, final double end, final double ev) {
        final double minimum = section.layer().electronicMinimumEv();
        final DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-300, spacing, TOLERANCE, TOLERANCE);
        integrator.addEventHandler(new End(end - begin), 0.01, 1e-13, 200);
        integrator.addStepHandler(new Points(begin, minimum));
        final double[] state = {0, (ev - minimum) / stack.thermalEnergyEv()};
        integrator.integrate(new Arc(section), 0, state, 1e6, state);
    }

    private final class Arc implements FirstOrderDifferentialEquations {

        private final Section section;

        Arc(final Section section) {
            this.section = section;
        }

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(final double arc, final double[] state, final double[] derivatives) {
            final double slope = slope(section, state[1]);
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

        private final double minimum;

        Points(final double begin, final double minimum) {
            this.begin = begin;
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
            final int parts = step.getInterpolatedState()[0] - from > spacing / PARTS ? PARTS : 1;
            for (int i = 1; i <= parts; i++) {
                step.setInterpolatedTime(before + length * i / parts);
                final double[] state = step.getInterpolatedState();
                points.add(new Point(begin + state[0], minimum + stack.thermalEnergyEv() * state[1]));
            }
        }
    }
}
