package operando.potential;

import java.util.List;
import java.util.TreeMap;

/**
 * Points on one part of a passage, on which μ only rises or only falls: even steps in x, and even steps in μ, so that neither a
 * plateau nor a jump is drawn with fewer points than it takes.
 */
final class AdaptiveSampling {

    private final ShootingTrajectory passage;

    private final int part;

    private final double minimum;

    private final TreeMap<Double, Double> potentialAt = new TreeMap<>();

    AdaptiveSampling(final ShootingTrajectory passage, final int part) {
        this.passage = passage;
        this.part = part;
        minimum = passage.potentialOf(part, 0);
    }

    /**
     * Adds the points from the part's start up to, but not, its end.
     *
     * @param density points along x to the whole stack
     * @param stepEv  the step in μ
     */
    void addTo(final List<PotentialPoint> points, final int density, final double stepEv) {
        alongX(density);
        alongPotential(stepEv);
        potentialAt.headMap(passage.start(part + 1), false)
            .forEach((x, potential) -> points.add(new PotentialPoint(x, potential, minimum)));
    }

    private void alongX(final int density) {
        final double from = passage.start(part);
        final double to = passage.start(part + 1);
        final int steps = (int) Math.ceil((to - from) * density);
        for (int i = 0; i < steps; i++) {
            final double distance = (to - from) * i / steps;
            potentialAt.put(from + distance, i == 0 ? passage.potentialEv(part) : passage.potentialAt(part, from + distance));
        }
    }

    private void alongPotential(final double stepEv) {
        final double from = passage.potentialEv(part);
        final double to = passage.potentialEv(part + 1);
        final int steps = (int) Math.ceil(Math.abs(to - from) / stepEv);
        for (int i = 1; i < steps; i++) {
            atPotential(from + (to - from) * i / steps);
        }
        if (from < minimum && minimum < to || to < minimum && minimum < from) {
            atPotential(minimum);
        }
    }

    private void atPotential(final double ev) {
        final double x = passage.positionOf(part, ev);
        if (x > passage.start(part)) {
            potentialAt.put(x, ev);
        }
    }
}
