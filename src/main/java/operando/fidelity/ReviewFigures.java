package operando.fidelity;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Constants;
import operando.measure.LithiumBalance;
import operando.voltage.LumpedModel;

/** Dandena et al., the review of argyrodite interfaces: charge and thickness, elastic moduli, the share of a coating. */
final class ReviewFigures {

    private static final String SOURCE = "Dandena et al.";

    private static final double C_PER_UAH = 3.6e-3;

    /** Molar mass in g mol⁻¹ over density in g cm⁻³, of dense crystals. */
    private static final double LI2S_CM3 = 45.95 / 1.66;
    private static final double LI3P_CM3 = 51.80 / 1.43;
    private static final double LICL_CM3 = 42.39 / 2.07;

    private static final double NM_PER_CM = 1e7;

    // Coating over electrolyte, S cm⁻¹.
    private static final double ELECTRONIC_RATIO = 1e-14 / 1e-11;

    private ReviewFigures() {
    }

    static List<FidelityRow> rows() {
        final List<FidelityRow> rows = new ArrayList<>();
        rows.add(FidelityRow.of(SOURCE, "§2.1", "lithium of 1 mAh cm⁻², µm", "4.9", LithiumBalance.lithiumUm(1), 2, "0.534 g cm⁻³ and 6.941 g mol⁻¹ give 4.850, rounded up there"));
        final double mol = C_PER_UAH / Constants.FARADAY_C_PER_MOL;
        rows.add(FidelityRow.small(SOURCE, "§4.1", "lithium of 1 µAh cm⁻², mol cm⁻²", "3.7e-8", mol, "over Faraday's constant"));
        final double products = (5 * LI2S_CM3 + LI3P_CM3 + LICL_CM3) / 8;
        rows.add(FidelityRow.of(SOURCE, "§4.1", "products of 1 µAh cm⁻², nm", "9", mol * products * NM_PER_CM, 2,
            "8 Li + Li₆PS₅Cl → 5 Li₂S + Li₃P + LiCl, dense crystals of 1.66, 1.43 and 2.07 g cm⁻³"));
        rows.add(modulus("Li₆PS₅Cl", 28.7, 8.1, "22.1"));
        rows.add(modulus("Li₆PS₅Br", 29.0, 9.3, "25.3"));
        rows.add(modulus("Li₆PS₅I", 29.9, 11.3, "30.0"));
        for (final double coatingNm : new double[] {10, 50, 100}) {
            rows.add(coating("Fig. 10a", coatingNm, 100));
        }
        for (final double electrolyteUm : new double[] {50, 20}) {
            rows.add(coating("Fig. 10b", 10, electrolyteUm));
        }
        return rows;
    }

    private static FidelityRow modulus(final String name, final double bulk, final double shear, final String printed) {
        return FidelityRow.of(SOURCE, "Table 2", "Young's modulus of " + name + ", GPa", printed, 9 * bulk * shear / (3 * bulk + shear), 1,
            "E = 9BG/(3B + G) of the printed B and G, whose last digit leaves ± 0.1");
    }

    // The drop across each layer at one electronic current, each with a constant conductivity.
    private static FidelityRow coating(final String place, final double coatingNm, final double electrolyteUm) {
        final double coating = LumpedModel.ohmicDropV(1, coatingNm / 1000, ELECTRONIC_RATIO);
        final double electrolyte = LumpedModel.ohmicDropV(1, electrolyteUm, 1);
        return FidelityRow.of(SOURCE, place, "share of the coating in the drop of μ_Li, " + (int) coatingNm + " nm on " + (int) electrolyteUm + " µm", "curve",
            coating / (coating + electrolyte), 2, "1e-14 and 1e-11 S cm⁻¹ as printed, constant in each layer; the source's conductivities change with μ");
    }
}
