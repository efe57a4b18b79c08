package operando.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import operando.potential.ValidityWarning.Reason;

/**
 * A stretch in which σ_Li cannot be taken as constant, so that the profile there is only a hint.
 *
 * <p>Source: Kim and Li, section 3.1 on the edges of the window in their figure 2a.
 *
 * @param stretch where
 * @param reason  why
 */
public record ValidityWarning(PositionInterval stretch, Reason reason) {

    /** σ_e + σ_h over σ_Li from which electrons and holes are no minority any more. */
    public static final double COMPARABLE = 0.1;

    /** Why σ_Li is not constant. */
    public enum Reason {
        /** σ_e + σ_h exceeds a tenth of σ_Li, with more electrons than holes or the other way round. */
        ELECTRONIC_CONDUCTION("electrons or holes conduct more than a tenth of what Li⁺ does"),
        /** μ is above the stability window of the layer. */
        REDUCTION("μ is above the layer's stability window"),
        /** μ is below the stability window of the layer. */
        OXIDATION("μ is below the layer's stability window");

        private final String words;

        Reason(final String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** All doubtful ranges of a profile, from the cathode on; none is the rule. */
    public static List<ValidityWarning> of(final PotentialProfile profile) {
        final ShootingTrajectory passage = profile.passage();
        final List<ValidityWarning> all = new ArrayList<>();
        final IntToDoubleFunction reach = part -> reachEv(passage, part);
        add(all, Reason.ELECTRONIC_CONDUCTION,
            PositionInterval.above(passage, part -> layer(passage, part).electronicMinimumEv() + reach.applyAsDouble(part)));
        add(all, Reason.ELECTRONIC_CONDUCTION,
            PositionInterval.below(passage, part -> layer(passage, part).electronicMinimumEv() - reach.applyAsDouble(part)));
        add(all, Reason.REDUCTION, PositionInterval.above(passage, part -> layer(passage, part).stableToEv()));
        add(all, Reason.OXIDATION, PositionInterval.below(passage, part -> layer(passage, part).stableFromEv()));
        all.sort(Comparator.comparingDouble(range -> range.stretch().from()));
        return List.copyOf(all);
    }

    private static void add(final List<ValidityWarning> all, final Reason reason, final List<PositionInterval> stretches) {
        stretches.forEach(stretch -> all.add(new ValidityWarning(stretch, reason)));
    }

    private static Layer layer(final ShootingTrajectory passage, final int part) {
        return passage.section(part).layer();
    }

    /** |μ − B| at which electrons and holes become comparable; 0 where they are so at B already. */
    private static double reachEv(final ShootingTrajectory passage, final int part) {
        final double cosh = COMPARABLE * passage.section(part).latticeConductivitySPerM()
            / (2 * layer(passage, part).electronicConstantSPerM());
        return cosh > 1 ? passage.thermalEv() * Hyperbolic.arsinh(Math.sqrt((cosh - 1) * (cosh + 1))) : 0;
    }
}
