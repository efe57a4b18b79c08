package operando.series;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When the beam was on the cell.
 *
 * @param scanDurationH how long a scan takes, h, the time of a scan being its middle; empty if it is not known
 * @param given         the times that were stated, which then hold; empty to take those of the scans
 */
public record BeamTimes(OptionalDouble scanDurationH, List<TimeSpan> given) {

    /** A span of time, h. */
    public record TimeSpan(double fromH, double toH) {
    }

    public BeamTimes {
        given = List.copyOf(given);
    }

    public static BeamTimes unknown() {
        return new BeamTimes(OptionalDouble.empty(), List.of());
    }

    /** The times with beam of a series; none if nothing is known. */
    public List<TimeSpan> of(final TimeSeries series) {
        if (!given.isEmpty() || scanDurationH.isEmpty()) {
            return given;
        }
        final double half = scanDurationH.getAsDouble() / 2;
        return Arrays.stream(series.timesH()).mapToObj(time -> new TimeSpan(time - half, time + half)).toList();
    }
}
