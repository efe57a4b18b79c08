package operando.potential;

import java.util.List;
import java.util.TreeMap;

/** Points on one part of a passage, on which μ only rises or only falls: even steps in x and even steps in μ. */
final class AdaptiveSampling {

    private static final double STEPS_PER_THERMAL_ENERGY = 2;

    private final ShootingTrajectory passage;

    private final int part;

    private final double minimum;

    private final TreeMap<Double, Double> potentialAt = new TreeMap<>();

    AdaptiveSampling(final ShootingTrajectory passage, final int part) {
        this.passage = passage;
        this.part = part;
        minimum = passage.potentialOf(part, 0);
    }

    /** Adds the points from the part's start up to, but not, its end; {@code density} of them to the whole stack. */
    void addTo(final List<PotentialPoint> points, final int density) {
        alongX(density);
        alongPotential();
        potentialAt.headMap(passage.start(part + 1), false)
            .forEach((x, potential) -> points.add(new PotentialPoint(x, potential, minimum)));
    }

    private void alongX(final int density) {
        final double from = passage.start(part);
        final double to = passage.start(part + 1);
        final int steps = (int) Math.ceil((to - from) * density);
        for (int i = 0; i < steps; i++) {
            final double distance = (to - from) * i / steps;
            potentialAt.put(from + distance,
                passage.potentialOf(part, passage.course(part).after(passage.before(part), distance)));
        }
    }

    private void alongPotential() {
        final double from = passage.potentialEv(part);
        final double to = passage.potentialEv(part + 1);
        final int steps = (int) Math.ceil(Math.abs(to - from) / passage.thermalEv() * STEPS_PER_THERMAL_ENERGY);
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
