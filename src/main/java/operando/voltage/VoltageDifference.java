package operando.voltage;

import operando.series.LinearInterpolation;

/**
 * How far one voltage over time is from another, at the readings of the first that lie within the times of the second.
 *
 * @param rootMeanSquareV V; NaN if they have no time in common
 * @param readings        that could be compared
 */
public record VoltageDifference(double rootMeanSquareV, int readings) {

    /** The second voltage is taken as straight lines between its points. */
    public static VoltageDifference of(final double[] timesH, final double[] volts, final double[] otherTimesH, final double[] otherVolts) {
        final LinearInterpolation line = new LinearInterpolation(otherTimesH, otherVolts);
        double squares = 0;
        int count = 0;
        for (int i = 0; i < volts.length; i++) {
            final double left = line.at(timesH[i]) - volts[i];
            if (timesH[i] >= line.from() && timesH[i] <= line.to() && Double.isFinite(left)) {
                squares += left * left;
                count++;
            }
        }
        return new VoltageDifference(Math.sqrt(squares / count), count);
    }
}
