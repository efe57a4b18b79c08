package operando.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import operando.cycler.CyclingRecord;
import operando.experiment.NumberedNames;
import operando.scan.ScanFile;
import operando.scan.TimeSeriesFile;

/**
 * When the scans were taken, as far as their files tell. Nothing of it is certain: whoever set the clocks knows.
 *
 * @param files  the scans in the order of their times
 * @param timesH rising, on the cycler's clock where there is a cycler
 * @param from   what they are taken from, in words
 */
public record ScanTimes(List<Path> files, List<Double> timesH, String from) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MINUTES_PER_HOUR = 60;
    /** Files that follow each other faster were copied or reconstructed, not taken. */
    private static final double SHORTEST_STEP_H = 0.5 / MINUTES_PER_HOUR;
    private static final String STATED = "what was given";
    private static final double BEYOND_RECORD = 1.05;
    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)[T_ .-]+(\\d\\d)[-_.:hH]?(\\d\\d)(?:[-_.:mM]?(\\d\\d))?(?!\\d)");
    private static final Pattern HOURS = Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)[ _-]?(h|hr|hrs|hours|min|mins|minutes)(?![A-Za-z])", Pattern.CASE_INSENSITIVE);

    public ScanTimes {
        files = List.copyOf(files);
        timesH = List.copyOf(timesH);
    }

    /** @param scans in the order of their names */
    public static ScanTimes of(final List<Path> scans, final Optional<CyclingRecord> record) {
        final double startH = record.map(CyclingRecord::startH).orElse(0.0);
        final double endH = record.map(CyclingRecord::endH).orElse(Double.POSITIVE_INFINITY);
        return stated(scans, startH).filter(times -> times.shortestStep() >= SHORTEST_STEP_H && times.last() <= startH + BEYOND_RECORD * (endH - startH))
            .or(() -> sorted(scans, file -> hoursInName(file.getFileName().toString()), "the hours in the names of the scans")
            .filter(times -> times.last() <= startH + BEYOND_RECORD * (endH - startH)))
            .or(() -> sorted(scans, file -> dateInName(file.getFileName().toString()), "the dates in the names of the scans").map(times -> times.from(startH)))
            .or(() -> sorted(scans, ScanTimes::fileDate, "the dates of the files").filter(times -> times.files.equals(scans) && times.shortestStep() >= SHORTEST_STEP_H)
                .map(times -> times.from(startH)).filter(times -> times.last() <= startH + BEYOND_RECORD * (endH - startH)))
            .orElseGet(() -> evenly(scans, record));
    }

    /** Times that somebody states: the first, and the step from each to the next. */
    public static ScanTimes every(final List<Path> scans, final double startH, final double stepH) {
        return new ScanTimes(scans, IntStream.range(0, scans.size()).mapToObj(i -> startH + i * stepH).toList(), STATED);
    }

    /** The same steps from another time of the first scan on. */
    public ScanTimes beginningAt(final double startH) {
        return new ScanTimes(files, timesH.stream().map(time -> startH + time - timesH.get(0)).toList(), from + "; the first as given");
    }

    /** Whether somebody states them all. */
    boolean isStated() {
        return from.equals(STATED);
    }

    private double last() {
        return timesH.get(timesH.size() - 1);
    }

    private double shortestStep() {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < timesH.size(); i++) {
            shortest = Math.min(shortest, timesH.get(i) - timesH.get(i - 1));
        }
        return shortest;
    }

    private ScanTimes from(final double startH) {
        return new ScanTimes(files, timesH.stream().map(time -> startH + time - timesH.get(0)).toList(), from + "; the first is put at " + startH + " h");
    }

    /** What one file says of all the stacks in it. */
    private static Optional<ScanTimes> stated(final List<Path> scans, final double startH) {
        final Path file = TimeSeriesFile.file(scans.get(0));
        return ScanFile.series(file).filter(series -> series.stepH().isPresent() && series.stacks().equals(scans))
            .map(series -> new ScanTimes(scans, every(scans, startH, series.stepH().getAsDouble()).timesH,
                "the interval that " + file.getFileName() + " states between its time points; the first is put at " + startH + " h"));
    }

    /** All scans in the order of their times; empty if one has none, or two have the same. */
    private static Optional<ScanTimes> sorted(final List<Path> scans, final Function<Path, OptionalDouble> time, final String from) {
        record Timed(Path file, double timeH) { }
        final List<Timed> timed = new ArrayList<>();
        for (final Path scan : scans) {
            time.apply(scan).ifPresent(hours -> timed.add(new Timed(scan, hours)));
        }
        timed.sort(Comparator.comparingDouble(Timed::timeH).thenComparing(Timed::file, NumberedNames.ORDER));
        boolean rising = timed.size() == scans.size() && scans.size() > 1;
        for (int i = 1; i < timed.size(); i++) {
            rising &= timed.get(i).timeH > timed.get(i - 1).timeH;
        }
        return rising ? Optional.of(new ScanTimes(timed.stream().map(Timed::file).toList(), timed.stream().map(Timed::timeH).toList(), from)) : Optional.empty();
    }

    private static OptionalDouble hoursInName(final String name) {
        final Matcher found = HOURS.matcher(name);
        if (!found.find()) {
            return OptionalDouble.empty();
        }
        final double number = Double.parseDouble(found.group(1));
        return OptionalDouble.of(found.group(2).toLowerCase(Locale.ROOT).startsWith("h") ? number : number / MINUTES_PER_HOUR);
    }

    private static OptionalDouble dateInName(final String name) {
        final Matcher found = DATE.matcher(name);
        try {
            return found.find() ? OptionalDouble.of(LocalDateTime.of(number(found, 1), number(found, 2), number(found, 3), number(found, 4), number(found, 5),
                found.group(6) == null ? 0 : number(found, 6)).toEpochSecond(ZoneOffset.UTC) / SECONDS_PER_HOUR) : OptionalDouble.empty();
        } catch (final DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    private static int number(final Matcher found, final int group) {
        return Integer.parseInt(found.group(group));
    }

    private static OptionalDouble fileDate(final Path scan) {
        try {
            return OptionalDouble.of(Files.getLastModifiedTime(scan).toMillis() / 1000.0 / SECONDS_PER_HOUR);
        } catch (final IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static ScanTimes evenly(final List<Path> scans, final Optional<CyclingRecord> record) {
        final double startH = record.map(CyclingRecord::startH).orElse(0.0);
        final double stepH = scans.size() < 2 ? 0 : record.map(of -> (of.endH() - of.startH()) / (scans.size() - 1)).orElse(1.0);
        return new ScanTimes(scans, every(scans, startH, stepH).timesH, record.isPresent() ? "nothing but the order of their names, evenly from the first to the last reading of the cycler"
            : "nothing but the order of their names, an hour apart");
    }
}
