package operando.cell;

/** Physical constants (CODATA 2018, exact by the definition of the SI) and properties of lithium metal. */
public final class Constants {

    /** Charge of one mole of electrons, C mol⁻¹. */
    public static final double FARADAY_C_PER_MOL = 96485.33212331;

    /** Molar gas constant, J mol⁻¹ K⁻¹. */
    public static final double GAS_J_PER_MOL_K = 8.31446261815324;

    /** Boltzmann constant, eV K⁻¹. */
    public static final double BOLTZMANN_EV_PER_K = 8.617333262145e-5;

    /** Molar volume of lithium metal, cm³ mol⁻¹: 6.941 g mol⁻¹ over 0.534 g cm⁻³. */
    public static final double LITHIUM_CM3_PER_MOL = 6.941 / 0.534;

    private Constants() {
    }
}
