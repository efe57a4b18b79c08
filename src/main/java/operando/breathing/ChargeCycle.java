package operando.breathing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.series.LinearInterpolation;

/**
 * One full cycle: two half cycles of opposite current, one after the other, with the charge over time as straight lines.
 *
 * @param number 1 for the first
 * @param charge passed over time in h from the beginning to the end of the cycle, mAh cm⁻², rising while the top is stripped
 */
public record ChargeCycle(int number, LinearInterpolation charge) {

    private static final int LEAST_READINGS = 3;

    public double startH() {
        return charge.from();
    }

    public double endH() {
        return charge.to();
    }

    public double lengthH() {
        return endH() - startH();
    }

    /**
     * Finds the cycles from readings taken at any times. Where the current turns between two readings, the turn is where the
     * lines of charge before and after it cross.
     *
     * @param timesH               strictly rising
     * @param currentMAPerCm2      at those times; only its sign and, at the turns, its value count
     * @param chargeMAhPerCm2      passed since some beginning
     * @return complete cycles; a half cycle that has no partner is left out
     * @throws InputException if times do not rise, or there are fewer than three readings with a current
     */
    public static List<ChargeCycle> in(final double[] timesH, final double[] currentMAPerCm2, final double[] chargeMAhPerCm2) {
        final List<double[]> knots = new ArrayList<>();
        final List<Integer> turns = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < timesH.length; i++) {
            if (i > 0 && !(timesH[i] > timesH[i - 1])) {
                throw new InputException("times", "reading " + (i + 1) + " at " + timesH[i] + " h does not follow " + timesH[i - 1] + " h", "give readings in the order of time");
            }
            if (!Double.isFinite(currentMAPerCm2[i]) || !Double.isFinite(chargeMAhPerCm2[i])) {
                continue;
            }
            final boolean flows = currentMAPerCm2[i] != 0;
            if (flows && before >= 0 && Math.signum(currentMAPerCm2[i]) != Math.signum(currentMAPerCm2[before])) {
                turns.add(knots.size());
                knots.add(turn(timesH, currentMAPerCm2, chargeMAhPerCm2, before, i));
            } else if (flows && before < 0) {
                turns.add(knots.size());
            }
            if (knots.isEmpty() || timesH[i] > knots.get(knots.size() - 1)[0]) {
                knots.add(new double[] {timesH[i], chargeMAhPerCm2[i]});
            }
            before = flows ? i : before;
        }
        if (knots.size() < LEAST_READINGS || turns.isEmpty()) {
            throw new InputException("current", "there are " + knots.size() + " readings with a charge and no cycle among them", "give a series over at least one full cycle");
        }
        turns.add(knots.size() - 1);
        final List<ChargeCycle> cycles = new ArrayList<>();
        for (int turn = 0; turn + 2 < turns.size(); turn += 2) {
            cycles.add(of(cycles.size() + 1, knots.subList(turns.get(turn), turns.get(turn + 2) + 1)));
        }
        return cycles;
    }

    private static double[] turn(final double[] t, final double[] i, final double[] q, final int before, final int after) {
        final double crossing = (q[after] - q[before] + i[before] * t[before] - i[after] * t[after]) / (i[before] - i[after]);
        final double at = Math.max(t[before], Math.min(t[after], crossing));
        return new double[] {at, q[before] + i[before] * (at - t[before])};
    }

    private static ChargeCycle of(final int number, final List<double[]> knots) {
        // A turn at the very time of a reading is that reading.
        final List<double[]> rising = IntStream.range(0, knots.size()).filter(i -> i == 0 || knots.get(i)[0] > knots.get(i - 1)[0]).mapToObj(knots::get).toList();
        return new ChargeCycle(number, new LinearInterpolation(rising.stream().mapToDouble(knot -> knot[0]).toArray(),
            rising.stream().mapToDouble(knot -> knot[1]).toArray()));
    }
}
