package operando.fidelity;

import java.util.List;

/** Ding et al., the abstract: the disordered phase at the interface and its formula. */
final class DingFigures {

    private static final String SOURCE = "Ding et al.";

    private static final double[] PER_FORMULA = {14, 5, 1, 1};

    private static final String[] ELEMENTS = {"Li", "S", "P", "Cl"};

    private static final String[] PRINTED = {"2", "0.72", "0.14", "0.14"};

    private static final int[] CHARGES = {1, -2, -3, -1};

    private DingFigures() {
    }

    static List<FidelityRow> rows() {
        final double anions = PER_FORMULA[1] + PER_FORMULA[2] + PER_FORMULA[3];
        final FidelityRow[] rows = new FidelityRow[ELEMENTS.length + 1];
        double charge = 0;
        for (int i = 0; i < ELEMENTS.length; i++) {
            final double share = PER_FORMULA[i] / anions;
            charge += CHARGES[i] * share;
            rows[i] = FidelityRow.of(SOURCE, "abstract", ELEMENTS[i] + " per anion of Li₁₄PS₅Cl", PRINTED[i], share, 3,
                ELEMENTS[i].equals("S") ? "5/7 is 0.714; with 0.72 the rounded shares of the anions add up to 1" : "of 7 anions");
        }
        rows[ELEMENTS.length] = FidelityRow.of(SOURCE, "abstract", "charge per anion with Li⁺, S²⁻, P³⁻ and Cl⁻", "0", charge, 3, "the phase is neutral");
        return List.of(rows);
    }
}
