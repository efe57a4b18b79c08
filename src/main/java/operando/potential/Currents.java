package operando.potential;

/**
 * The two currents that share a stack, positive from the cathode to the anode.
 *
 * @param electronicAPerM2 i_e = (1 − t) j, of electrons and holes, A m⁻²
 * @param ionicAPerM2      i_Li = t j, of Li⁺, A m⁻²
 * @param lengthM          L, m
 * @param thermalEv        k_BT, eV
 */
record Currents(double electronicAPerM2, double ionicAPerM2, double lengthM, double thermalEv) {

    private static final double M_PER_UM = 1e-6;

    private static final double A_PER_M2_PER_MA_PER_CM2 = 10;

    static Currents in(final LayerStack stack, final CurrentShares shares) {
        final double whole = stack.currentDensityMAPerCm2() * A_PER_M2_PER_MA_PER_CM2;
        return new Currents(shares.electronic() * whole, shares.ionic() * whole, stack.totalThicknessUm() * M_PER_UM,
            stack.thermalEnergyEv());
    }

    SectionSolution course(final Section section) {
        return new SectionSolution(
            lengthM * electronicAPerM2 / (2 * section.layer().electronicConstantSPerM() * thermalEv),
            ionicSlopeEv(section) / thermalEv);
    }

    /** L i_Li / σ_Li: by how much the ions alone would lower μ over the whole thickness, eV. */
    double ionicSlopeEv(final Section section) {
        return lengthM * ionicAPerM2 / section.ionicConductivitySPerM();
    }
}
