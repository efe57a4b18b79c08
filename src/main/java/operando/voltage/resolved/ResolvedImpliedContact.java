package operando.voltage.resolved;

import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.voltage.LumpedParameters;

/**
 * The part of each contact pixel at the stripped side that would have to touch for the resolved model to meet a measured voltage: how much contact finer
 * than pixels must be missing, if nothing else is. The voltage is all but linear in its logarithm, so that a secant finds it in a few solutions.
 *
 * @param met       whether some part from 0 to 1 meets it; if not, even all of the contact needs more voltage than was measured
 * @param part      of each pixel in contact; NaN if none meets it
 * @param fraction  contact fraction of that side, with the part; NaN likewise
 * @param solutions of the resolved model
 */
public record ResolvedImpliedContact(boolean met, double part, double fraction, int solutions) {

    private static final double TOLERANCE = 1e-6;
    private static final int MOST = 30;
    private static final double LEAST_LOGARITHM = -300;

    /**
     * @param currentDensityMAPerCm2 per area of the cross-section
     * @param measuredV              V, of the sign of the current
     */
    public static ResolvedImpliedContact of(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings, final double currentDensityMAPerCm2,
        final double measuredV, final Cores cores, final Progress progress) {
        final Side stripped = currentDensityMAPerCm2 > 0 ? Side.TOP : Side.BOTTOM;
        final double wanted = measuredV * Math.signum(currentDensityMAPerCm2);
        double before = 0;
        double voltsBefore = volts(parameters, geometry, settings, currentDensityMAPerCm2, stripped, before, cores);
        if (!(wanted >= voltsBefore)) {
            return new ResolvedImpliedContact(false, Double.NaN, Double.NaN, 1);
        }
        // At a large overpotential each RT/αF of voltage takes a factor of e from the contact.
        double logarithm = Math.max(LEAST_LOGARITHM, -(wanted - voltsBefore) * parameters.alphaAnodic() / parameters.kinetics().thermalVoltageV());
        int solutions = 1;
        while (solutions < MOST && Math.abs(wanted - voltsBefore) > TOLERANCE * wanted) {
            progress.report(Math.min(0.9, solutions / 6.0), "Contact that meets the voltage");
            final double volts = volts(parameters, geometry, settings, currentDensityMAPerCm2, stripped, logarithm, cores);
            solutions++;
            final double slope = (volts - voltsBefore) / (logarithm - before);
            before = logarithm;
            voltsBefore = volts;
            logarithm = Math.max(LEAST_LOGARITHM, Math.min(0, logarithm + (wanted - volts) / slope));
        }
        return new ResolvedImpliedContact(true, Math.exp(before), Math.exp(before) * geometry.contactFraction(stripped), solutions);
    }

    private static double volts(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings, final double current, final Side stripped,
        final double logarithm, final Cores cores) {
        return Math.signum(current) * new ResolvedModel(parameters, geometry, settings, cores, stripped, Math.exp(logarithm)).solve(current, Progress.SILENT).totalV();
    }
}
