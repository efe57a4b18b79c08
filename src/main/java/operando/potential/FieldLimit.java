package operando.potential;

import java.util.Locale;

import operando.cell.InputException;

/**
 * The electric field up to which σ_Li is a constant. An ion that jumps over {@value #JUMP_M} m, about what lies between two sites of
 * lithium in a solid, moves faster than in proportion to the field E where that tilts its barrier by more than k_BT: conductivity grows
 * by sinh(s)/s with s = e E a / (2 k_BT), 18 % at s = 1, which is 1.7 × 10⁸ V m⁻¹ at 298 K and the strength of good insulators. A
 * profile beyond it states electrostatic potentials, and a share of the current, that no electrolyte has.
 *
 * <p>Source: N. F. Mott and R. W. Gurney, Electronic Processes in Ionic Crystals, 1940, on conduction in strong fields.
 */
public final class FieldLimit {

    private static final double JUMP_M = 0.3e-9;

    private static final double M_PER_UM = 1e-6;

    private FieldLimit() {
    }

    /** V m⁻¹. */
    public static double voltsPerMetre(final double thermalEnergyEv) {
        return 2 * thermalEnergyEv / JUMP_M;
    }

    /**
     * @return the same profile
     * @throws InputException if the field exceeds the limit anywhere; it names the place and its σ_Li
     */
    public static PotentialProfile require(final PotentialProfile profile) {
        final ShootingTrajectory passage = profile.passage();
        final double limit = voltsPerMetre(passage.thermalEv());
        for (int part = 0; part < passage.parts(); part++) {
            final double field = Math.abs(passage.ionicSlopeEv(part)) / (profile.stack().totalThicknessUm() * M_PER_UM);
            if (!(field <= limit)) {
                final Section section = passage.section(part);
                final boolean bottleneck = section.ionicConductivityMSPerCm() != section.layer().ionicConductivityMSPerCm();
                throw new InputException((bottleneck ? "bottleneck in " : "layer ") + section.layer().name(), "Li⁺ would need a field of " + text(field)
                    + " V/m to carry its share through " + (float) section.ionicConductivityMSPerCm() + " mS/cm, and no electrolyte bears more than "
                    + text(limit) + " V/m with a constant conductivity", "check ionic_conductivity_mS_cm and its unit: it is too low for this current");
            }
        }
        return profile;
    }

    private static String text(final double field) {
        return String.format(Locale.ROOT, "%.1e", field);
    }
}
