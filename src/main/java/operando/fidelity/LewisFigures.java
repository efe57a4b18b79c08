package operando.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.VoxelSize;
import operando.measure.ContactChange;
import operando.measure.LithiumBalance;
import operando.voltage.ButlerVolmer;
import operando.voltage.CellState;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;

/** Lewis et al.: what follows from the numbers that the text prints, without its scans. */
final class LewisFigures {

    private static final String SOURCE = "Lewis et al.";

    private static final double PELLET_UM = 1000;

    // Of the first half cycle: 5 h at 1 mA cm⁻².
    private static final double CHARGE_MAH_PER_CM2 = 5;

    private LewisFigures() {
    }

    static List<FidelityRow> rows() {
        final List<FidelityRow> rows = new ArrayList<>(contactSteps());
        for (final double contact : new double[] {0.25, 0.20}) {
            rows.add(FidelityRow.of(SOURCE, "page on Fig. 4", "effective over nominal current density at t = 0 for a contact of " + contact, "4–5",
                LithiumBalance.effectiveCurrentDensityMAPerCm2(1, contact), 2, "I over the contact fraction: 4 to 5 times means a contact of 0.25 to 0.20"));
        }
        rows.add(FidelityRow.of(SOURCE, "Methods", "lithium of 4 mAh cm⁻², µm", "no number", LithiumBalance.lithiumUm(4), 2,
            "0.534 g cm⁻³, 6.941 g mol⁻¹: the length against which thinning is judged"));
        rows.add(FidelityRow.of(SOURCE, "Methods", "ohmic drop of 1 mm of electrolyte at 1 mA cm⁻², mV", "no number",
            1000 * LumpedModel.ohmicDropV(1, PELLET_UM, LumpedParameters.defaults().electrolyteConductivityMSPerCm()), 1, "2.1 mS cm⁻¹ as printed"));
        rows.add(thinning());
        rows.add(kinetics());
        rows.addAll(impliedContact());
        return rows;
    }

    // The three projections of one side as maps with the stated areas, through the measure that the report uses.
    private static List<FidelityRow> contactSteps() {
        final int first = 1_000_000;
        final int second = (int) Math.round(first * (1 - 0.089));
        final int last = (int) Math.round(first * (1 - 0.52));
        final int third = (int) Math.round(last / (1 - 0.471));
        return List.of(
            FidelityRow.of(SOURCE, "Fig. 4c", "change of contact at the bottom over the first 4 h, %", "−8.9", change(first, second), 1, "maps made with the printed steps"),
            FidelityRow.of(SOURCE, "Fig. 4c", "change in the last step, %", "−47.1", change(third, last), 1, "likewise"),
            FidelityRow.of(SOURCE, "Fig. 4c", "change between those two steps, %", "no number", change(second, third), 2,
                "what −8.9 %, −47.1 % and −52 % in all leave; so contact was nearly unchanged between 4 and 9 h"));
    }

    private static double change(final int before, final int after) {
        final byte[] earlier = new byte[1_000_000];
        final byte[] later = new byte[earlier.length];
        Arrays.fill(earlier, 0, before, (byte) 1);
        Arrays.fill(later, 0, after, (byte) 1);
        return ContactChange.between(earlier, later, VoxelSize.cubic(1.7)).changePercent();
    }

    private static FidelityRow thinning() {
        return FidelityRow.of(SOURCE, "Fig. 5a", "thinning of the electrode over the first half cycle, µm", "37",
            LithiumBalance.lithiumUm(CHARGE_MAH_PER_CM2), 2, "17 µm of the interface and 20 µm of the collector are printed; all 5 mAh cm⁻² taken from lithium "
                + "metal give less, so lithium has crept as well, or the positions are of one place and not the mean");
    }

    private static FidelityRow kinetics() {
        final LumpedModel model = new LumpedModel(LumpedParameters.defaults());
        final double before = kineticV(model, 0.225);
        final double after = kineticV(model, 0.48 * 0.225);
        return FidelityRow.of(SOURCE, "Fig. 4d, red", "rise of the overpotential when contact falls by 52 %, mV", "no number", 1000 * (after - before), 1,
            "contact 0.225 at the start, i0 = 0.8 mA cm⁻²: the kinetics of the lost contact alone cannot give the volts that were measured, as the paper says");
    }

    private static double kineticV(final LumpedModel model, final double contact) {
        return -model.voltage(new CellState(-1, PELLET_UM, 1, contact, 0, 0)).kineticBottomV();
    }

    private static List<FidelityRow> impliedContact() {
        final ButlerVolmer kinetics = LumpedParameters.defaults().kinetics();
        final List<FidelityRow> rows = new ArrayList<>();
        for (final double overpotential : new double[] {0.8, 1, 4}) {
            rows.add(FidelityRow.small(SOURCE, "Fig. S12", String.format(Locale.ROOT, "contact that gives an overpotential of %.1f V at 1 mA cm⁻²", overpotential),
                "extremely low", 1 / kinetics.currentDensityMAPerCm2(overpotential),
                "no contact of this size could be seen or conduct: kinetics with a continuous contact is not what raises the voltage"));
        }
        return rows;
    }
}
