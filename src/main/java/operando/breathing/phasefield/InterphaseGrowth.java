package operando.breathing.phasefield;

/**
 * How the interphase grows (after Deal and Grove, J. Appl. Phys. 36, 3770, 1965): at the rate of the reaction on a fresh surface, and ever
 * more slowly as what reacts has to pass the layer,
 *
 * <pre>dh/dt = w(c) (f m i₋ + k) / (1 + h/h_s),   w = 1 − s (1 − c),</pre>
 *
 * with i₋ the plating current density of the contact, f the part of it that reduces electrolyte, m the thickness a charge, k the chemical
 * reaction. s = 1: only where there is contact; s = 0 leaves contact out, to see what it does. Under full contact and a constant current
 * h = h_s (√(1 + 2 g t/h_s) − 1) with g = f m i₋ + k: linear at first, then with the root of time.
 */
final class InterphaseGrowth {

    private final double perCurrent;
    private final double reaction;
    private final double slowing;
    private final double dependence;

    InterphaseGrowth(final InterfaceSettings settings) {
        perCurrent = settings.of(InterfaceParameter.REDUCTION_SHARE) * settings.of(InterfaceParameter.GROWTH_PER_CHARGE);
        reaction = settings.of(InterfaceParameter.REACTION_RATE);
        slowing = settings.of(InterfaceParameter.SLOWING_THICKNESS);
        dependence = settings.of(InterfaceParameter.CONTACT_DEPENDENCE);
    }

    /**
     * dh/dt in µm h⁻¹.
     *
     * @param currentMAPerCm2 of contact; where contact is left out of growth, the mean over the plane
     */
    double umPerH(final double contact, final double thicknessUm, final double currentMAPerCm2, final double meanMAPerCm2) {
        final double c = Math.max(0, Math.min(1, contact));
        final double plating = Math.max(0, -(dependence * currentMAPerCm2 + (1 - dependence) * meanMAPerCm2));
        return (1 - dependence * (1 - c)) * (perCurrent * plating + reaction) / (1 + thicknessUm / slowing);
    }
}
