package operando.potential;

import java.util.List;

/**
 * How μ inside leaves the range between the two boundary potentials. Above it (overshoot) lithium can precipitate
 * inside, below it (undershoot) the electrolyte is oxidized beyond what the cathode does.
 *
 * @param amountEv  by how much at most, eV; 0 where it does not
 * @param position  x/L where it is most; not a number where it does not
 * @param share     the share of the thickness that is exposed, 0 to 1
 * @param stretches where it is exposed, from the cathode on
 */
public record Excursion(double amountEv, double position, double share, List<PositionInterval> stretches) {

    /** Less than this is rounding, eV. */
    private static final double NOTHING_EV = 1e-9;

    /** How μ rises above the higher boundary potential. */
    public static Excursion overshoot(final PotentialProfile profile) {
        final double limit = Math.max(profile.stack().cathodePotentialEv(), profile.stack().anodePotentialEv());
        return beyond(profile, limit, 1);
    }

    /** How μ falls below the lower boundary potential. */
    public static Excursion undershoot(final PotentialProfile profile) {
        final double limit = Math.min(profile.stack().cathodePotentialEv(), profile.stack().anodePotentialEv());
        return beyond(profile, limit, -1);
    }

    private static Excursion beyond(final PotentialProfile profile, final double limit, final int side) {
        final ShootingTrajectory passage = profile.passage();
        int farthest = 0;
        for (int part = 1; part < passage.parts(); part++) {
            if (side * (passage.potentialEv(part) - passage.potentialEv(farthest)) > 0) {
                farthest = part;
            }
        }
        final double amount = side * (passage.potentialEv(farthest) - limit);
        if (!(amount > NOTHING_EV)) {
            return new Excursion(0, Double.NaN, 0, List.of());
        }
        final double beyondRounding = limit + side * NOTHING_EV;
        final List<PositionInterval> stretches = side > 0 ? PositionInterval.above(passage, part -> beyondRounding)
            : PositionInterval.below(passage, part -> beyondRounding);
        return new Excursion(amount, passage.start(farthest), PositionInterval.share(stretches), stretches);
    }
}
