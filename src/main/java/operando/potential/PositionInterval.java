package operando.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A stretch of the stack.
 *
 * @param from x/L where it begins
 * @param to   x/L where it ends
 */
public record PositionInterval(double from, double to) {

    public double length() {
        return to - from;
    }

    static double share(final List<PositionInterval> stretches) {
        return stretches.stream().mapToDouble(PositionInterval::length).sum();
    }

    /** Where μ is above a limit that may differ from part to part. */
    static List<PositionInterval> above(final ShootingTrajectory passage, final IntToDoubleFunction limitEv) {
        return beyond(passage, limitEv, 1);
    }

    /** Where μ is below a limit that may differ from part to part. */
    static List<PositionInterval> below(final ShootingTrajectory passage, final IntToDoubleFunction limitEv) {
        return beyond(passage, limitEv, -1);
    }

    private static List<PositionInterval> beyond(final ShootingTrajectory passage, final IntToDoubleFunction limitEv, final int side) {
        final List<PositionInterval> all = new ArrayList<>();
        for (int part = 0; part < passage.parts(); part++) {
            final double limit = limitEv.applyAsDouble(part);
            final boolean first = side * (passage.potentialEv(part) - limit) > 0;
            final boolean last = side * (passage.potentialEv(part + 1) - limit) > 0;
            final double crossing = first == last ? Double.NaN : passage.positionOf(part, limit);
            if (first || last) {
                append(all, new PositionInterval(first ? passage.start(part) : crossing, last ? passage.start(part + 1) : crossing));
            }
        }
        return all.stream().filter(stretch -> stretch.length() > 0).toList();
    }

    private static void append(final List<PositionInterval> all, final PositionInterval next) {
        final int last = all.size() - 1;
        if (last >= 0 && all.get(last).to() == next.from()) {
            all.set(last, new PositionInterval(all.get(last).from(), next.to()));
        } else {
            all.add(next);
        }
    }
}
