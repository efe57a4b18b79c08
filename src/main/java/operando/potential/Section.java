package operando.potential;

/**
 * A part of the stack in which nothing changes with position.
 *
 * @param from                    x/L where it begins
 * @param to                      x/L where it ends
 * @param layer                   the layer that it is part of
 * @param ionicConductivityMSPerCm its σ_Li, in an ionic bottleneck other than the layer's, mS cm⁻¹
 */
record Section(double from, double to, Layer layer, double ionicConductivityMSPerCm) {

    private static final double S_PER_M_PER_MS_PER_CM = 0.1;

    double ionicConductivitySPerM() {
        return ionicConductivityMSPerCm * S_PER_M_PER_MS_PER_CM;
    }

    /** σ_Li of the layer around an ionic bottleneck. */
    double latticeConductivitySPerM() {
        return layer.ionicConductivityMSPerCm() * S_PER_M_PER_MS_PER_CM;
    }
}
