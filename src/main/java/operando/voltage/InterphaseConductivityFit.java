package operando.voltage;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The interphase conductivity with which {@link LumpedModel} meets a measured voltage best, by least squares. The model is
 * linear in 1/κ_int: V = V(κ_int = ∞) + I (l_int,TOP + l_int,BOTTOM) / κ_int, so the fit is a regression through the
 * origin (Lewis et al., Fig. 4d: fitted on the first half cycle, then kept).
 *
 * @param conductivityMSPerCm  κ_int, mS cm⁻¹
 * @param standardErrorMSPerCm of κ_int, by leaving out one block of readings after the other (jackknife), since what the
 *                             fit leaves is alike in neighbouring readings; NaN from one reading
 * @param rootMeanSquareV      what the fit leaves, V
 * @param readings             how many were used
 */
public record InterphaseConductivityFit(double conductivityMSPerCm, double standardErrorMSPerCm, double rootMeanSquareV,
                                        int readings) {

    private static final double CM_PER_UM = 1e-4;
    /** Few, so that a block is longer than the memory of what the fit leaves. */
    private static final int BLOCKS = 10;

    /**
     * @param states     of the cell at the readings, with their currents
     * @param measuredV  the voltages read then, V
     * @param parameters all others; their interphase conductivity is not used
     * @throws InputException if no reading has a current through an interphase, or no positive conductivity fits
     */
    public static InterphaseConductivityFit of(final List<CellState> states, final double[] measuredV, final LumpedParameters parameters) {
        final LumpedModel without = new LumpedModel(parameters.withInterphaseConductivity(Double.MAX_VALUE));
        final List<double[]> points = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            final CellState state = states.get(i);
            final double thickness = state.interphaseThicknessTopUm() + state.interphaseThicknessBottomUm();
            final double rest = measuredV[i] - without.voltage(state).totalV();
            if (Double.isFinite(rest) && state.currentDensityMAPerCm2() * thickness != 0) {
                points.add(new double[] {state.currentDensityMAPerCm2() * thickness * CM_PER_UM, rest});
            }
        }
        if (points.isEmpty()) {
            throw new InputException("interphase conductivity", "no reading has a current, contact and an interphase",
                "give interphase_conductivity_mS_cm");
        }
        final double resistivity = slope(points, 0, 0);
        if (!(resistivity > 0)) {
            throw new InputException("interphase conductivity", "kinetics and electrolyte alone already need more voltage than was"
                + " measured in the first half cycle", "give a larger exchange current density or electrolyte conductivity");
        }
        return new InterphaseConductivityFit(1 / resistivity, resistivityError(points) / (resistivity * resistivity),
            Math.sqrt(points.stream().mapToDouble(point -> Math.pow(point[1] - resistivity * point[0], 2)).average().orElse(Double.NaN)), points.size());
    }

    /** Delete-a-block jackknife (Künsch, Annals of Statistics 17, 1217 (1989)): the error that scatter with a memory leaves. */
    private static double resistivityError(final List<double[]> points) {
        final int blocks = Math.min(BLOCKS, points.size());
        if (blocks < 2) {
            return Double.NaN;
        }
        final SummaryStatistics without = new SummaryStatistics();
        for (int block = 0; block < blocks; block++) {
            without.addValue(slope(points, points.size() * block / blocks, points.size() * (block + 1) / blocks));
        }
        return (blocks - 1) * Math.sqrt(without.getVariance() / blocks);
    }

    /** Of the line through the origin and all points but those from {@code from} to before {@code to}. */
    private static double slope(final List<double[]> points, final int from, final int to) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < points.size(); i++) {
            if (i < from || i >= to) {
                products += points.get(i)[0] * points.get(i)[1];
                squares += points.get(i)[0] * points.get(i)[0];
            }
        }
        return products / squares;
    }
}
