package operando.potential.published;

import java.util.List;

import operando.potential.PotentialJump;
import operando.potential.PotentialProfile;
import operando.potential.VulnerableFraction;

/** What a printed value of a profile is about. */
public enum PublishedQuantity {
    TRANSFERENCE_NUMBER("t", 4),
    FIRST_JUMP("x/L of the first jump", 4),
    LAST_JUMP("x/L of the last jump", 4),
    MIDDLE_POTENTIAL_EV("μ at x/L = 0.5, eV", 4),
    /** Where the stretch at the anode begins that is within 0.1 eV of overshoot, the size of a jump at a bottleneck. */
    EXPOSED_FROM("x/L exposed from", 3);

    private final String words;

    private final int decimals;

    PublishedQuantity(final String words, final int decimals) {
        this.words = words;
        this.decimals = decimals;
    }

    public String words() {
        return words;
    }

    /** How many decimals it is worth printing. */
    public int decimals() {
        return decimals;
    }

    /** The value of a profile; not a number where it has none. */
    public double of(final PotentialProfile profile) {
        final List<PotentialJump> jumps = jumps(profile);
        return switch (this) {
            case TRANSFERENCE_NUMBER -> profile.transferenceNumber();
            case FIRST_JUMP -> jumps.isEmpty() ? Double.NaN : jumps.get(0).position();
            case LAST_JUMP -> jumps.isEmpty() ? Double.NaN : jumps.get(jumps.size() - 1).position();
            case MIDDLE_POTENTIAL_EV -> profile.potentialEv(0.5);
            case EXPOSED_FROM -> 1 - VulnerableFraction.of(profile, VulnerableFraction.DEFAULT_MARGIN_EV).overshootShare();
        };
    }

    /** The jumps across μ = B; where μ does not reach B at all, those that there are. */
    private static List<PotentialJump> jumps(final PotentialProfile profile) {
        final List<PotentialJump> all = PotentialJump.of(profile);
        final List<PotentialJump> across = all.stream().filter(PotentialJump::atLeastConducting).toList();
        return across.isEmpty() ? all : across;
    }
}
