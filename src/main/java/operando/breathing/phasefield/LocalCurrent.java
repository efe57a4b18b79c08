package operando.breathing.phasefield;

import operando.cell.Constants;

/**
 * The current density of each cell's contact at one common potential V that gives the applied mean: Butler–Volmer kinetics with both
 * coefficients ½ behind the ohmic drop over the interphase,
 *
 * <pre>V = (RT/F) u + i h/κ,   i = 2 i0 sinh(u/2),   ⟨c i⟩ = I.</pre>
 *
 * All u and V are found together by Newton's method; since each u meets only V, a step costs one exponential function a cell. It starts
 * from what was found last; two steps are usual, and what remains is 1e-10 of the current.
 */
final class LocalCurrent {

    /** A step of u that is the last one; what it leaves is of its square. */
    private static final double CLOSE = 1e-5;
    private static final int MOST_STEPS = 100;
    private static final double LONGEST = 4;

    private final double thermalV;
    private final double exchange;
    private final double ohmCm2PerUm;
    private final double[] reduced;
    private final double[] current;
    private final double[] slope;
    private final double[] off;
    private final double[] stiff;
    private double potentialV;
    private double applied = Double.NaN;

    LocalCurrent(final InterfaceSettings settings) {
        thermalV = Constants.GAS_J_PER_MOL_K * settings.of(InterfaceParameter.TEMPERATURE) / Constants.FARADAY_C_PER_MOL;
        exchange = settings.of(InterfaceParameter.EXCHANGE_CURRENT);
        ohmCm2PerUm = settings.of(InterfaceParameter.INTERPHASE_FEEDBACK) * 0.1 / settings.of(InterfaceParameter.INTERPHASE_CONDUCTIVITY);
        reduced = new double[settings.plane().cells()];
        current = new double[reduced.length];
        slope = new double[reduced.length];
        off = new double[reduced.length];
        stiff = new double[reduced.length];
    }

    /**
     * @param meanMAPerCm2 over the plane; positive strips
     * @return mA per cm² of contact; an array that the next call changes
     * @throws IllegalStateException if there is no contact at all
     */
    double[] solve(final double[] contact, final double[] thicknessUm, final double meanMAPerCm2) {
        if (meanMAPerCm2 != applied) {
            start(contact, meanMAPerCm2);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            final double change = change(contact, thicknessUm, meanMAPerCm2);
            potentialV += change;
            double longest = 0;
            for (int cell = 0; cell < current.length; cell++) {
                final double move = Math.max(-LONGEST, Math.min(LONGEST, (change - off[cell]) / stiff[cell]));
                reduced[cell] += move;
                // What remains beyond the straight line is of the square of the step, and the straight lines meet the mean exactly.
                current[cell] += slope[cell] * move;
                longest = Math.max(longest, Math.abs(move));
            }
            if (longest <= CLOSE) {
                return current;
            }
        }
        throw new IllegalStateException("no common potential for " + meanMAPerCm2 + " mA cm⁻² with a contact of " + InterfaceState.mean(contact));
    }

    /** The Newton step of V, which leaves how each cell is off and how it answers. */
    private double change(final double[] contact, final double[] thicknessUm, final double meanMAPerCm2) {
        final double ohm = 1e-3 * ohmCm2PerUm;
        double sum = 0;
        double slopes = 0;
        double left = 0;
        for (int cell = 0; cell < current.length; cell++) {
            final double up = Math.exp(reduced[cell] / 2);
            final double down = 1 / up;
            final double i = exchange * (up - down);
            final double rise = exchange * (up + down) / 2;
            final double r = ohm * thicknessUm[cell];
            final double miss = thermalV * reduced[cell] + r * i - potentialV;
            final double answer = thermalV + r * rise;
            final double weight = Math.max(0, contact[cell]) * rise / answer;
            current[cell] = i;
            slope[cell] = rise;
            off[cell] = miss;
            stiff[cell] = answer;
            sum += Math.max(0, contact[cell]) * i;
            slopes += weight;
            left += weight * miss;
        }
        return (left - sum + meanMAPerCm2 * current.length) / slopes;
    }

    // Where the current has changed: as if contact were one area without interphase.
    private void start(final double[] contact, final double mean) {
        final double area = InterfaceState.mean(contact);
        if (!(area > 0)) {
            throw new IllegalStateException("there is no contact");
        }
        final double y = mean / area / (2 * exchange);
        final double u = 2 * Math.copySign(Math.log(Math.abs(y) + Math.sqrt(y * y + 1)), y);
        java.util.Arrays.fill(reduced, u);
        potentialV = thermalV * u;
        applied = mean;
    }

    /** V of the last solution; positive while stripping. */
    double potentialV() {
        return potentialV;
    }

    /** What contact everywhere would need without interphase, V. */
    double kineticV(final double meanMAPerCm2) {
        final double y = Math.abs(meanMAPerCm2) / (2 * exchange);
        return 2 * thermalV * Math.copySign(Math.log(y + Math.sqrt(y * y + 1)), meanMAPerCm2);
    }
}
