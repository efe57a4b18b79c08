package operando.voltage;

import java.util.List;

import operando.cell.InputException;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The interphase conductivity with which {@link LumpedModel} meets a measured voltage best, by least squares. The model is
 * linear in 1/κ_int: V = V(κ_int = ∞) + I (l_int,TOP + l_int,BOTTOM) / κ_int, so the fit is a regression through the
 * origin (Lewis et al., Fig. 4d: fitted on the first half cycle, then kept).
 *
 * @param conductivityMSPerCm  κ_int, mS cm⁻¹
 * @param standardErrorMSPerCm of κ_int, from the scatter of the voltage; NaN from one reading
 * @param rootMeanSquareV      what the fit leaves, V
 * @param readings             how many were used
 */
public record InterphaseConductivityFit(double conductivityMSPerCm, double standardErrorMSPerCm, double rootMeanSquareV,
                                        int readings) {

    private static final double CM_PER_UM = 1e-4;

    /**
     * @param states     of the cell at the readings, with their currents
     * @param measuredV  the voltages read then, V
     * @param parameters all others; their interphase conductivity is not used
     * @throws InputException if no reading has a current through an interphase, or no positive conductivity fits
     */
    public static InterphaseConductivityFit of(final List<CellState> states, final double[] measuredV, final LumpedParameters parameters) {
        final LumpedModel without = new LumpedModel(parameters.withInterphaseConductivity(Double.MAX_VALUE));
        final SimpleRegression regression = new SimpleRegression(false);
        // Of one point it gives neither slope nor sum.
        double squares = 0;
        for (int i = 0; i < states.size(); i++) {
            final CellState state = states.get(i);
            final double thickness = state.interphaseThicknessTopUm() + state.interphaseThicknessBottomUm();
            final double rest = measuredV[i] - without.voltage(state).totalV();
            if (Double.isFinite(rest) && state.currentDensityMAPerCm2() * thickness != 0) {
                final double load = state.currentDensityMAPerCm2() * thickness * CM_PER_UM;
                regression.addData(load, rest);
                squares += load * load;
            }
        }
        if (regression.getN() == 0) {
            throw new InputException("interphase conductivity", "no reading has a current, contact and an interphase",
                "give interphase_conductivity_mS_cm");
        }
        final double resistivity = regression.getSumOfCrossProducts() / squares;
        if (!(resistivity > 0)) {
            throw new InputException("interphase conductivity", "kinetics and electrolyte alone already need more voltage than was"
                + " measured in the first half cycle", "give a larger exchange current density or electrolyte conductivity");
        }
        final double error = regression.getN() > 1 ? Math.sqrt(regression.getSumSquaredErrors() / (regression.getN() - 1)
            / squares) : Double.NaN;
        return new InterphaseConductivityFit(1 / resistivity, error / (resistivity * resistivity),
            Math.sqrt(regression.getSumSquaredErrors() / regression.getN()), (int) regression.getN());
    }
}
