package operando.breathing.fullcell;

import java.io.Serializable;
import java.util.List;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.cell.InputException;
import operando.engine.Progress;

/**
 * The overpotential of the lithium anode while it is stripped, from the interface model. Since the current is given, it does not depend on
 * what lies in series with it.
 *
 * @param currentMAPerCm2  of the discharge
 * @param chargeMAhPerCm2  from the beginning of the discharge
 * @param overpotentialV   at these charges
 * @param leastContact     during the discharge
 */
public record AnodeDischarge(double currentMAPerCm2, double[] chargeMAhPerCm2, double[] overpotentialV, double leastContact) implements Serializable {

    /**
     * The stripping of the last cycle of the settings; contact that is lost altogether ends it before.
     *
     * @param capacityMAhPerCm2 of a half cycle
     */
    static AnodeDischarge simulated(final InterfaceSettings settings, final double currentMAPerCm2, final double capacityMAhPerCm2) {
        final java.util.ArrayList<InterfaceReading> all = new java.util.ArrayList<>();
        final InterfaceSimulation simulation = new InterfaceSimulation(settings.with(InterfaceParameter.CURRENT_DENSITY, currentMAPerCm2).with(InterfaceParameter.AREAL_CAPACITY, capacityMAhPerCm2));
        try {
            simulation.run(simulation.beginning(), 0, (reading, state) -> all.add(reading), Progress.SILENT);
        } catch (final InputException lost) {
            // As far as there is contact; the discharge ends there.
        }
        final int last = all.stream().filter(reading -> reading.currentMAPerCm2() > 0).mapToInt(InterfaceReading::cycle).max().orElse(1);
        final List<InterfaceReading> stripping = all.stream().filter(reading -> reading.cycle() == last && reading.currentMAPerCm2() > 0).toList();
        return new AnodeDischarge(currentMAPerCm2, stripping.stream().mapToDouble(InterfaceReading::chargeMAhPerCm2).toArray(),
            stripping.stream().mapToDouble(InterfaceReading::overpotentialV).toArray(), stripping.stream().mapToDouble(InterfaceReading::contactFraction).min().orElse(0));
    }

    /** The kinetics of full contact alone: what there would be without voids and interphase. */
    AnodeDischarge without(final double kineticV) {
        final double[] flat = new double[overpotentialV.length];
        java.util.Arrays.fill(flat, kineticV);
        return new AnodeDischarge(currentMAPerCm2, chargeMAhPerCm2, flat, 1);
    }

    /** Between the readings straight lines, before the first its value; NaN beyond the last. */
    double at(final double charge) {
        int above = 0;
        while (above < chargeMAhPerCm2.length && chargeMAhPerCm2[above] < charge) {
            above++;
        }
        if (above == chargeMAhPerCm2.length) {
            return above > 0 && charge <= chargeMAhPerCm2[above - 1] * (1 + 1e-9) ? overpotentialV[above - 1] : Double.NaN;
        }
        if (above == 0) {
            return overpotentialV[0];
        }
        final double share = (charge - chargeMAhPerCm2[above - 1]) / (chargeMAhPerCm2[above] - chargeMAhPerCm2[above - 1]);
        return overpotentialV[above - 1] + share * (overpotentialV[above] - overpotentialV[above - 1]);
    }
}
