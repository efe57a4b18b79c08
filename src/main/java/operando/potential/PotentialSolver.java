package operando.potential;

import java.util.List;

import operando.cell.InputException;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the share of the current that electrons and holes carry, 1 − t, and with it the course of μ through a stack.
 *
 * <p>μ at the anode grows steadily with the electronic current i_e = (1 − t) j, so there is one solution. It is sought
 * on a logarithmic scale, since i_e may be 10⁻¹¹ of j or less; its sign is known from the course with i_e = 0.
 * Where ions drive μ by many k_BT, the last digit of i_e does not yet fix μ at the anode: the courses just below and
 * just above the solution then agree up to some point and part there, and the search is taken up anew from that point,
 * for μ there. Takes about 0.1 ms for three layers.
 *
 * <p>Source: Kim and Li, equations 12 to 17.
 */
public final class PotentialSolver {

    /** μ that differs by no more counts as equal, eV. */
    private static final double AGREE_EV = 1e-10;

    private static final double OUT_OF_SIGHT_EV = 1e3;

    private static final int MOST_EVALUATIONS = 2000;

    private static final double MOST_DECADES = 290;

    private final LayerStack stack;

    private final List<Section> sections;

    private PotentialSolver(final LayerStack stack) {
        this.stack = stack;
        sections = stack.sections();
        checkReach();
    }

    /**
     * @throws InputException if potentials lie so far from B that conductivities there are no numbers, or the ions'
     *     drive is beyond reach
     */
    public static PotentialProfile solve(final LayerStack stack) {
        return new PotentialSolver(stack).profile();
    }

    private PotentialProfile profile() {
        final double whole = Currents.wholeAPerM2(stack);
        final ShootingTrajectory ionsOnly = passage(0);
        final double missing = stack.anodePotentialEv() - ionsOnly.endPotentialEv();
        if (Math.abs(missing) <= 1e-14 * Math.abs(stack.anodePotentialEv())) {
            return new PotentialProfile(stack, 0, ionsOnly);
        }
        final double sign = Math.signum(missing);
        final double electronic = sign * electronicSize(sign, Math.abs(whole));
        return new PotentialProfile(stack, electronic / whole, joined(electronic).endingAt(stack.anodePotentialEv()));
    }

    private ShootingTrajectory passage(final double electronic) {
        return new ShootingTrajectory(sections, Currents.in(stack, electronic), stack.cathodePotentialEv());
    }

    private double excess(final ShootingTrajectory passage) {
        final double excess = passage.endPotentialEv() - stack.anodePotentialEv();
        return Math.max(-OUT_OF_SIGHT_EV, Math.min(OUT_OF_SIGHT_EV, excess));
    }

    private double electronicSize(final double sign, final double whole) {
        final UnivariateFunction miss = size -> sign * excess(passage(sign * size));
        double above = whole;
        while (miss.value(above) < 0) {
            above = next(above, 10, whole);
        }
        double factor = 10;
        double below = above / factor;
        while (miss.value(below) > 0) {
            above = below;
            factor *= 10;
            below = next(below, 1 / factor, whole);
        }
        final UnivariateFunction onLogScale = log -> miss.value(Math.exp(log));
        final double log = root(1e-3, onLogScale, Math.log(below), Math.log(above));
        return root(1e-300, miss, Math.max(below, Math.exp(log - 2e-3)), Math.min(above, Math.exp(log + 2e-3)));
    }

    private double next(final double size, final double factor, final double whole) {
        final double next = size * factor;
        if (Math.abs(Math.log10(next / whole)) > MOST_DECADES) {
            throw new InputException("Li⁰ potential", "no share of the current takes it from "
                + stack.cathodePotentialEv() + " eV at the cathode to " + stack.anodePotentialEv() + " eV at the anode",
                "bring the boundary potentials (eV) nearer to B of the layers");
        }
        return next;
    }

    private static double root(final double accuracy, final UnivariateFunction f, final double from, final double to) {
        if (f.value(from) >= 0) {
            return from;
        }
        return f.value(to) <= 0 ? to : new BrentSolver(2e-16, accuracy, 0).solve(MOST_EVALUATIONS, f, from, to);
    }

    private ShootingTrajectory joined(final double electronic) {
        ShootingTrajectory best = passage(electronic);
        if (Math.abs(excess(best)) <= AGREE_EV) {
            return best;
        }
        final double sign = excess(best) > 0 ? -1 : 1;
        ShootingTrajectory other = best;
        for (double step = 2e-16; sign * excess(other) < 0; step *= 2) {
            other = passage(electronic + sign * step * Math.abs(electronic));
        }
        return joined(sign > 0 ? best : other, sign > 0 ? other : best);
    }

    /**
     * Joins the courses that end below and above the anode's potential to one that ends at it. Where the anode lies in
     * the midst of a jump no course hits its potential to the last digit, though the jump's position is known to it.
     */
    private ShootingTrajectory joined(final ShootingTrajectory tooLow, final ShootingTrajectory tooHigh) {
        ShootingTrajectory low = tooLow;
        ShootingTrajectory high = tooHigh;
        int before = -1;
        for (int part = lastAgreeing(low, high); part > before; part = lastAgreeing(low, high)) {
            final ShootingTrajectory base = low;
            double lowEv = Math.min(low.potentialEv(part), high.potentialEv(part)) - AGREE_EV;
            double highEv = Math.max(low.potentialEv(part), high.potentialEv(part)) + AGREE_EV;
            for (double middle = (lowEv + highEv) / 2; middle > lowEv && middle < highEv; middle = (lowEv + highEv) / 2) {
                if (excess(base.restarted(part, middle)) < 0) {
                    lowEv = middle;
                } else {
                    highEv = middle;
                }
            }
            low = base.restarted(part, lowEv);
            high = base.restarted(part, highEv);
            before = part;
        }
        return low;
    }

    private static int lastAgreeing(final ShootingTrajectory low, final ShootingTrajectory high) {
        int part = low.parts();
        while (part > 0 && !(Math.abs(high.potentialEv(part) - low.potentialEv(part)) <= AGREE_EV)) {
            part--;
        }
        return part == low.parts() ? -1 : part;
    }

    private void checkReach() {
        final double farthest = ShootingTrajectory.FARTHEST * stack.thermalEnergyEv();
        for (final Layer layer : stack.layers()) {
            for (final double ev : new double[] {stack.cathodePotentialEv(), stack.anodePotentialEv()}) {
                if (Math.abs(ev - layer.electronicMinimumEv()) > farthest) {
                    throw new InputException(layer.name() + ": B", layer.electronicMinimumEv() + " eV is too far from "
                        + "the boundary potential " + ev + " eV", "give Li⁰ potentials that differ by less than "
                        + Math.round(farthest) + " eV");
                }
            }
        }
    }
}
