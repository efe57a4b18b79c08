package operando.breathing.fullcell;

import java.io.Serializable;

/**
 * A discharge at constant current: V(q) = U(q) − I (l/κ + R) − η(q), until all of the capacity is taken, the voltage falls to the cut-off or
 * contact is lost.
 *
 * @param deliveredMAhPerCm2 charge
 * @param meanVoltageV       energy over charge; NaN where nothing is delivered
 * @param energyMWhPerCm2    of the cell's area
 */
public record Discharge(double deliveredMAhPerCm2, double meanVoltageV, double energyMWhPerCm2) implements Serializable {

    private static final int STEPS = 2000;

    static Discharge of(final FullCell cell, final AnodeDischarge anode) {
        final double drop = 1e-3 * anode.currentMAPerCm2() * cell.seriesOhmCm2();
        double energy = 0;
        double delivered = 0;
        double before = voltage(cell, anode, 0, drop);
        for (int step = 1; step <= STEPS && before > cell.cutOffV(); step++) {
            final double charge = cell.capacityMAhPerCm2() * step / STEPS;
            final double now = voltage(cell, anode, charge, drop);
            if (Double.isNaN(now)) {
                break;
            }
            final double part = now >= cell.cutOffV() ? 1 : (before - cell.cutOffV()) / (before - now);
            final double length = part * cell.capacityMAhPerCm2() / STEPS;
            energy += length * (before + Math.max(now, cell.cutOffV())) / 2;
            delivered += length;
            before = now;
        }
        return new Discharge(delivered, delivered > 0 ? energy / delivered : Double.NaN, energy);
    }

    private static double voltage(final FullCell cell, final AnodeDischarge anode, final double charge, final double drop) {
        return CathodePotential.voltsAfter(charge / cell.capacityMAhPerCm2()) - drop - anode.at(charge);
    }
}
