package operando.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where μ changes steeply: over a stretch it changes more than three times as fast as evenly from electrode to
 * electrode, and by at least a twentieth of the difference between them.
 *
 * @param position x/L: where μ = B, or, where the jump does not cross B, where half of it is done
 * @param width    over L, between 10 % and 90 % of the height
 * @param heightEv change of μ from its cathode's side to its anode's side, eV; negative where μ falls
 * @param atLeastConducting whether μ crosses B, the electronic bottleneck
 */
public record PotentialJump(double position, double width, double heightEv, boolean atLeastConducting) {

    /** How many times steeper than evenly. */
    public static final double STEEP = 3;

    /** The least height over the difference of the boundary potentials. */
    public static final double LEAST_SHARE = 0.05;

    /** The jumps of a profile, from the cathode on. */
    public static List<PotentialJump> of(final PotentialProfile profile) {
        final List<PotentialPoint> points = profile.points();
        final double whole = Math.abs(profile.stack().anodePotentialEv() - profile.stack().cathodePotentialEv());
        final List<PotentialJump> jumps = new ArrayList<>();
        int i = 0;
        while (i + 1 < points.size()) {
            int end = i;
            while (end + 1 < points.size() && slope(points, end) * Math.signum(slope(points, i)) >= STEEP * whole) {
                end++;
            }
            if (Math.abs(points.get(end).potentialEv() - points.get(i).potentialEv()) >= LEAST_SHARE * whole) {
                jumps.add(jump(points.subList(i, end + 1)));
            }
            i = Math.max(end, i + 1);
        }
        return List.copyOf(jumps);
    }

    private static double slope(final List<PotentialPoint> points, final int i) {
        final PotentialPoint from = points.get(i);
        final PotentialPoint to = points.get(i + 1);
        return (to.potentialEv() - from.potentialEv()) / (to.x() - from.x());
    }

    private static PotentialJump jump(final List<PotentialPoint> points) {
        final double from = points.get(0).potentialEv();
        final double height = points.get(points.size() - 1).potentialEv() - from;
        final double width = positionOf(points, from + 0.9 * height) - positionOf(points, from + 0.1 * height);
        for (final PotentialPoint point : points) {
            if (point.potentialEv() == point.minimumEv()) {
                return new PotentialJump(point.x(), width, height, true);
            }
        }
        return new PotentialJump(positionOf(points, from + 0.5 * height), width, height, false);
    }

    private static double positionOf(final List<PotentialPoint> points, final double ev) {
        int i = 0;
        while (i + 2 < points.size() && (points.get(i + 1).potentialEv() < ev) == (points.get(0).potentialEv() < ev)) {
            i++;
        }
        return points.get(i).x() + (ev - points.get(i).potentialEv()) / slope(points, i);
    }
}
