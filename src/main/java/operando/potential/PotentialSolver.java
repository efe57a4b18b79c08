package operando.potential;

import java.util.List;
import java.util.function.DoublePredicate;

import operando.cell.InputException;
import operando.potential.CurrentShares.Kind;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the share of the current that electrons and holes carry, 1 − t, and with it the course of μ through a stack.
 *
 * <p>μ at the anode grows steadily with the electronic current i_e = (1 − t) j, so there is one solution. It is sought on a
 * logarithmic scale of the smaller share, since that may be 10⁻¹¹ of j or less; which one is the smaller, and whether it flows
 * against the current, is known from the courses with ions only, electrons only, and half of each.
 *
 * <p>Where ions drive μ by many k_BT, the last digit of i_e does not yet fix μ at the anode: the courses just below and just
 * above the solution then agree up to some point and part there, and the search is taken up anew from that point, for μ there.
 * Where they part within one part of a section, the course through it is told from its end.
 *
 * <p>Takes about 0.1 ms for three layers; at worst, with the strongest drive in every layer of thirty, some seconds.
 *
 * <p>Source: Kim and Li, equations 12 to 17.
 */
public final class PotentialSolver {

    /** μ that differs by no more counts as equal, eV. */
    private static final double AGREE_EV = 1e-10;

    private static final double OUT_OF_SIGHT_EV = 1e3;

    private static final int MOST_EVALUATIONS = 2000;

    private static final double LEAST_SHARE = 1e-280;

    private static final double LARGEST_SHARE = 1e200;

    /** Drives beyond this over- or underflow somewhere. */
    private static final double STRONGEST_DRIVE = 1e100;

    private final LayerStack stack;

    private final List<Section> sections;

    private PotentialSolver(final LayerStack stack) {
        this.stack = stack;
        sections = stack.sections();
        checkReach();
        checkDrives();
    }

    /**
     * @throws InputException if potentials lie so far from B that conductivities there are no numbers, or the ions'
     *     drive is beyond reach
     */
    public static PotentialProfile solve(final LayerStack stack) {
        return new PotentialSolver(stack).profile();
    }

    private PotentialProfile profile() {
        final ShootingTrajectory ionsOnly = passage(CurrentShares.ONLY_IONS);
        if (Math.abs(excess(ionsOnly)) <= 1e-14 * Math.abs(stack.anodePotentialEv())) {
            return new PotentialProfile(stack, CurrentShares.ONLY_IONS, ionsOnly);
        }
        final Kind kind = kind(ionsOnly);
        final double size = size(kind);
        final ShootingTrajectory joined = joined(kind, size).endingAt(stack.anodePotentialEv());
        if (!joined.isFinite()) {
            throw outOfReach();
        }
        return new PotentialProfile(stack, kind.of(size), joined);
    }

    private ShootingTrajectory passage(final CurrentShares shares) {
        return new ShootingTrajectory(sections, Currents.in(stack, shares), stack.cathodePotentialEv());
    }

    private double excess(final ShootingTrajectory passage) {
        final double excess = passage.endPotentialEv() - stack.anodePotentialEv();
        return Math.max(-OUT_OF_SIGHT_EV, Math.min(OUT_OF_SIGHT_EV, excess));
    }

    /** The excess of a course, in the direction in which it grows with the electrons' share. */
    private double towardsElectrons(final ShootingTrajectory passage) {
        return Math.signum(stack.currentDensityMAPerCm2()) * excess(passage);
    }

    private Kind kind(final ShootingTrajectory ionsOnly) {
        if (towardsElectrons(ionsOnly) > 0) {
            return Kind.ELECTRONS_AGAINST;
        }
        if (towardsElectrons(passage(CurrentShares.EQUAL)) >= 0) {
            return Kind.FEW_ELECTRONS;
        }
        return towardsElectrons(passage(CurrentShares.ONLY_ELECTRONS)) >= 0 ? Kind.FEW_IONS : Kind.IONS_AGAINST;
    }

    private double size(final Kind kind) {
        final UnivariateFunction miss = size -> kind.sign() * towardsElectrons(passage(kind.of(size)));
        double above = 0.5;
        while (!kind.isBounded() && miss.value(above) < 0) {
            above = next(above, 10);
        }
        double factor = 10;
        double below = above / factor;
        while (miss.value(below) > 0) {
            above = below;
            factor *= 10;
            below = next(below, 1 / factor);
        }
        final UnivariateFunction onLogScale = log -> miss.value(Math.exp(log));
        final double log = root(1e-3, onLogScale, Math.log(below), Math.log(above));
        return root(1e-300, miss, Math.max(below, Math.exp(log - 2e-3)), Math.min(above, Math.exp(log + 2e-3)));
    }

    private double next(final double size, final double factor) {
        final double next = size * factor;
        if (next < LEAST_SHARE || next > LARGEST_SHARE) {
            throw outOfReach();
        }
        return next;
    }

    private InputException outOfReach() {
        return new InputException("Li⁰ potential", "no share of the current takes it from " + stack.cathodePotentialEv()
            + " eV at the cathode to " + stack.anodePotentialEv() + " eV at the anode",
            "bring the boundary potentials (eV) nearer to B of the layers");
    }

    private static double root(final double accuracy, final UnivariateFunction f, final double from, final double to) {
        if (f.value(from) >= 0) {
            return from;
        }
        return f.value(to) <= 0 ? to : new BrentSolver(2e-16, accuracy, 0).solve(MOST_EVALUATIONS, f, from, to);
    }

    private ShootingTrajectory joined(final Kind kind, final double size) {
        final ShootingTrajectory best = passage(kind.of(size));
        if (Math.abs(excess(best)) <= AGREE_EV) {
            return best;
        }
        final double missing = -Math.signum(excess(best));
        final double sign = missing * kind.sign() * Math.signum(stack.currentDensityMAPerCm2());
        ShootingTrajectory other = best;
        for (double step = 2e-16; missing * excess(other) < 0; step *= 2) {
            if (step > 0.5) {
                throw outOfReach();
            }
            other = passage(kind.of(size * (1 + sign * step)));
        }
        return missing > 0 ? joined(best, other) : joined(other, best);
    }

    /** Joins the courses that end below and above the anode's potential to one that ends at it. */
    private ShootingTrajectory joined(final ShootingTrajectory tooLow, final ShootingTrajectory tooHigh) {
        ShootingTrajectory low = tooLow;
        ShootingTrajectory high = tooHigh;
        int done = -1;
        for (int part = lastAgreeing(low, high); part >= 0; part = lastAgreeing(low, high)) {
            ShootingTrajectory[] parted = 2 * part > done ? restarted(low, high, part) : null;
            final boolean within = parted == null;
            if (2 * part + 1 <= done) {
                throw new InputException("Li⁰ potential", "rounding decides where it jumps at x/L " + low.start(part),
                    "change a boundary potential, B or the current by a little");
            }
            if (within) {
                parted = endingAt(low, low, high, part);
                if (!bracket(parted)) {
                    parted = endingAt(high, low, high, part);
                }
            }
            low = parted[0];
            high = parted[1];
            if (within && part + 1 == low.parts()) {
                return low;
            }
            done = 2 * part + (within ? 1 : 0);
        }
        return low;
    }

    /** The courses that part from μ at the start of a part; null if they all run the same way, so that currents part them. */
    private ShootingTrajectory[] restarted(final ShootingTrajectory low, final ShootingTrajectory high, final int part) {
        final double[] ends = parting(ev -> low.endsBelow(stack.anodePotentialEv(), part, ev, low, high),
            Math.min(low.potentialEv(part), high.potentialEv(part)) - AGREE_EV,
            Math.max(low.potentialEv(part), high.potentialEv(part)) + AGREE_EV);
        final ShootingTrajectory[] parted = {low.restarted(part, ends[0]), low.restarted(part, ends[1])};
        return bracket(parted) ? parted : null;
    }

    /** The courses with the currents of one that part from μ at the end of a part. */
    private ShootingTrajectory[] endingAt(final ShootingTrajectory base, final ShootingTrajectory low, final ShootingTrajectory high, final int part) {
        final double[] ends = parting(ev -> base.endsBelow(stack.anodePotentialEv(), part + 1, ev, low, high),
            low.withinReachEv(part, low.potentialEv(part + 1)), high.withinReachEv(part, high.potentialEv(part + 1)));
        return new ShootingTrajectory[] {base.endingPartAt(part, ends[0]), base.endingPartAt(part, ends[1])};
    }

    private boolean bracket(final ShootingTrajectory[] parted) {
        return excess(parted[0]) < 0 && excess(parted[1]) >= 0;
    }

    /** The two neighbouring numbers at which it ceases that a course from there ends below the anode's potential. */
    private static double[] parting(final DoublePredicate endsBelow, final double fromEv, final double toEv) {
        double low = fromEv;
        double high = toEv;
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (endsBelow.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new double[] {low, high};
    }

    /** The last part at whose start the two agree; −1 where they do so at the anode. */
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

    private void checkDrives() {
        for (final Section section : sections) {
            final double ionic = Math.abs(Currents.in(stack, CurrentShares.ONLY_IONS).ionicSlopeEv(section)) / stack.thermalEnergyEv();
            final double electronic = ionic * section.ionicConductivitySPerM() / section.layer().electronicConstantSPerM();
            for (final double drive : new double[] {ionic, electronic}) {
                if (!(drive < STRONGEST_DRIVE && drive > 1 / STRONGEST_DRIVE)) {
                    throw new InputException(section.layer().name(), "its conductivities, the current and the thickness differ by too "
                        + "many powers of ten to be reckoned with", "check their units: µm, mS cm⁻¹, S m⁻¹ and mA cm⁻²");
                }
            }
        }
    }
}
