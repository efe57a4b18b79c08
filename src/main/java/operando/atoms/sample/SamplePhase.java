package operando.atoms.sample;

import java.util.List;

import operando.atoms.crystal.Crystal;

/** The layers of the made cell, in their order along z. */
public enum SamplePhase {
    LITHIUM(Crystal.LITHIUM, "Li"),
    SULFIDE(Crystal.LITHIUM_SULFIDE, "Li2S"),
    CHLORIDE(Crystal.LITHIUM_CHLORIDE, "LiCl"),
    PHOSPHIDE(Crystal.LITHIUM_PHOSPHIDE, "Li3P"),
    /** Antifluorite as Li2S, with S, P and Cl by chance on the anions' sites, 5 : 1 : 1. */
    DISORDERED(Crystal.LITHIUM_SULFIDE, "Li2S0.71P0.14Cl0.14"),
    ELECTROLYTE(Crystal.ARGYRODITE, "Li6PS5Cl");

    /** Of the disordered phase, which is what 8 Li and one Li6PS5Cl become. */
    static final double SULFUR_SHARE = 5.0 / 7;
    static final double PHOSPHORUS_SHARE = 1.0 / 7;

    private final Crystal crystal;
    private final String formula;

    SamplePhase(final Crystal crystal, final String formula) {
        this.crystal = crystal;
        this.formula = formula;
    }

    Crystal crystal() {
        return crystal;
    }

    public String formula() {
        return formula;
    }

    static final List<String> SPECIES = List.of("Li", "P", "S", "Cl");
}
