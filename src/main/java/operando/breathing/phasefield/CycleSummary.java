package operando.breathing.phasefield;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One cycle of a simulated interface in numbers. They come from the readings themselves, which have no scatter, so that an amplitude of 0 is
 * one; {@link operando.breathing.BreathingDescriptors} says the same of any series, with errors.
 *
 * @param cycle           1 for the first
 * @param meanContact     over the time of the cycle
 * @param leastContact    of all readings
 * @param lastContact     at the end of the cycle
 * @param amplitude       half of peak to peak of the contact, less the straight line through the ends of the cycle
 * @param irreversibility contact not recovered at the end of the cycle, over the amplitude; NaN without amplitude
 * @param memoryUm        mean interphase thickness at the end of the cycle, µm
 * @param stripped        the reading at the end of stripping
 */
public record CycleSummary(int cycle, double meanContact, double leastContact, double lastContact, double amplitude, double irreversibility, double memoryUm,
                           InterfaceReading stripped) implements Serializable {

    /** Below this a swing is rounding. */
    private static final double LEAST_AMPLITUDE = 1e-9;

    /** @param readings of whole cycles, beginning with the one before the first */
    public static List<CycleSummary> of(final List<InterfaceReading> readings) {
        final List<CycleSummary> cycles = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < readings.size(); to++) {
            if (to + 1 == readings.size() || readings.get(to + 1).cycle() != readings.get(to).cycle()) {
                cycles.add(of(readings.get(to).cycle(), readings.subList(from, to + 1)));
                from = to;
            }
        }
        return cycles;
    }

    private static CycleSummary of(final int cycle, final List<InterfaceReading> readings) {
        final InterfaceReading first = readings.get(0);
        final InterfaceReading last = readings.get(readings.size() - 1);
        final double drift = (last.contactFraction() - first.contactFraction()) / (last.timeH() - first.timeH());
        final double[] level = readings.stream().mapToDouble(one -> one.contactFraction() - drift * (one.timeH() - first.timeH())).toArray();
        final double amplitude = (max(level) - min(level)) / 2;
        double area = 0;
        InterfaceReading stripped = readings.get(1);
        for (int i = 1; i < level.length; i++) {
            area += (readings.get(i).contactFraction() + readings.get(i - 1).contactFraction()) / 2 * (readings.get(i).timeH() - readings.get(i - 1).timeH());
            stripped = readings.get(i).currentMAPerCm2() > 0 ? readings.get(i) : stripped;
        }
        return new CycleSummary(cycle, area / (last.timeH() - first.timeH()), readings.stream().mapToDouble(InterfaceReading::contactFraction).min().getAsDouble(),
            last.contactFraction(), amplitude, amplitude > LEAST_AMPLITUDE ? (first.contactFraction() - last.contactFraction()) / amplitude : Double.NaN,
            last.thicknessUm(), stripped);
    }

    private static double max(final double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().getAsDouble();
    }

    private static double min(final double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().getAsDouble();
    }
}
