package operando.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of the Li⁰ potential μ through a stack at steady state, as {@link PotentialSolver} finds it. Positions x
 * are over the total thickness, from the cathode (0) to the anode (1); energies are in eV.
 */
public final class PotentialProfile {

    private static final int POINTS_ALONG_X = 400;

    private static final double POINTS_PER_THERMAL_ENERGY = 2;

    private static final int MOST_POINTS_IN_JUMPS = 20_000;

    private final LayerStack stack;

    private final CurrentShares shares;

    private final ShootingTrajectory passage;

    private final double[] drops;

    PotentialProfile(final LayerStack stack, final CurrentShares shares, final ShootingTrajectory passage) {
        this.stack = stack;
        this.shares = shares;
        this.passage = passage;
        drops = electrostaticDrops();
    }

    public LayerStack stack() {
        return stack;
    }

    /** t: the share of the current that Li⁺ carries; above 1 where electrons flow against the current, below 0 where ions do. */
    public double transferenceNumber() {
        return shares.ionic();
    }

    /** 1 − t, which keeps its digits where t is 1 but for the eleventh decimal. */
    public double leakageShare() {
        return shares.electronic();
    }

    /** (1 − t) j: the current density of electrons and holes, positive from the cathode to the anode, mA cm⁻². */
    public double leakageCurrentMAPerCm2() {
        return shares.electronic() * stack.currentDensityMAPerCm2();
    }

    /** μ at {@code x}, eV. */
    public double potentialEv(final double x) {
        if (x >= 1) {
            return stack.anodePotentialEv();
        }
        final int part = passage.partAt(x);
        return passage.potentialAt(part, x);
    }

    /**
     * eφ at {@code x}, 0 at the anode, eV: ∇eφ = −t j/σ_Li, for μ(Li⁺) the same everywhere (equation 11).
     */
    public double electrostaticPotentialEv(final double x) {
        final int part = passage.partAt(x);
        return drops[part] - passage.ionicSlopeEv(part) * (x - passage.start(part));
    }

    /**
     * The electrochemical potential of electrons at {@code x}, eV: μ − eφ, so that it is μ at the anode. Its difference
     * between anode and cathode is the cell voltage, without the electrodes' own overpotentials.
     */
    public double electronPotentialEv(final double x) {
        return potentialEv(x) - electrostaticPotentialEv(x);
    }

    /** μ at the boundaries between layers, from the cathode on, eV. */
    public List<Double> boundaryPotentialsEv() {
        return stack.boundaries().stream().map(this::potentialEv).toList();
    }

    /**
     * Points that draw the whole curve: at least 400 over the thickness, one at every change of material and at every
     * μ = B, and in a jump one for at most every half k_BT, unless μ rises and falls so often that those were more than 20,000.
     */
    public List<PotentialPoint> points() {
        double variation = 0;
        for (int part = 0; part < passage.parts(); part++) {
            variation += Math.abs(passage.potentialEv(part + 1) - passage.potentialEv(part));
        }
        final double stepEv = Math.max(passage.thermalEv() / POINTS_PER_THERMAL_ENERGY, variation / MOST_POINTS_IN_JUMPS);
        final List<PotentialPoint> points = new ArrayList<>();
        for (int part = 0; part < passage.parts(); part++) {
            new AdaptiveSampling(passage, part).addTo(points, POINTS_ALONG_X, stepEv);
        }
        final int last = passage.parts() - 1;
        points.add(new PotentialPoint(1, stack.anodePotentialEv(), passage.potentialOf(last, 0)));
        return points;
    }

    ShootingTrajectory passage() {
        return passage;
    }

    private double[] electrostaticDrops() {
        final double[] at = new double[passage.parts() + 1];
        for (int part = passage.parts() - 1; part >= 0; part--) {
            at[part] = at[part + 1] + passage.ionicSlopeEv(part) * (passage.start(part + 1) - passage.start(part));
        }
        return at;
    }
}
