package operando.cycler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as cycler files write them, gathered cell by cell and given in h: numbers in the column's unit, a clock
 * (144:02:18), or dates with a clock, which are counted from the first. A date such as 02/03/2021 is month first,
 * unless that is impossible or lets time run backwards somewhere in the column; with points it is day first.
 */
final class TimeColumn {

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+)[d.]\\s*)?(\\d+):(\\d{1,2}):(\\d{1,2}(?:[.,]\\d+)?)");

    private static final Pattern DATE = Pattern.compile(
        "(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?");

    private static final double NANOSECONDS_PER_H = 3.6e12;

    private static final double SECONDS_PER_H = 3600;

    /** No time of day with its date is longer. */
    private static final int LONGEST = 64;

    private final double factor;

    private double[] hours = new double[1024];

    // The same cells read with the day first; only filled once a cell is a date.
    private double[] dayFirst;

    private Optional<LocalDateTime> zeroMonthFirst;

    private Optional<LocalDateTime> zeroDayFirst;

    private boolean pointsSeparate;

    private int size;

    /** @param factor from the unit of plain numbers to h; NaN if the heading has no unit */
    TimeColumn(final double factor) {
        this.factor = factor;
    }

    /** Takes the next cell; false if it is no time that can be read. */
    boolean add(final String cell) {
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, 2 * size);
            dayFirst = dayFirst == null ? null : Arrays.copyOf(dayFirst, 2 * size);
        }
        final double number = NumberParser.parse(cell);
        if (!Double.isNaN(number)) {
            hours[size++] = number * factor;
            return !Double.isNaN(factor);
        }
        return cell.length() <= LONGEST && (addClock(cell) || addDate(cell));
    }

    private boolean addClock(final String cell) {
        final Matcher clock = CLOCK.matcher(cell);
        if (!clock.matches()) {
            return false;
        }
        final double days = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
        hours[size++] = days * 24 + Double.parseDouble(clock.group(2)) + Double.parseDouble(clock.group(3)) / 60
            + NumberParser.parse(clock.group(4)) / 3600;
        return true;
    }

    private boolean addDate(final String cell) {
        final Matcher date = DATE.matcher(cell);
        if (!date.matches()) {
            return false;
        }
        final Optional<LocalDateTime> month = dateTime(date, 1, 3);
        final Optional<LocalDateTime> day = dateTime(date, 3, 1);
        if (month.isEmpty() && day.isEmpty()) {
            return false;
        }
        if (dayFirst == null) {
            dayFirst = new double[hours.length];
            Arrays.fill(dayFirst, 0, size, Double.NaN);
            zeroMonthFirst = month;
            zeroDayFirst = day;
            pointsSeparate = date.group(2).equals(".");
        }
        dayFirst[size] = since(zeroDayFirst, day);
        hours[size++] = since(zeroMonthFirst, month);
        return true;
    }

    private static double since(final Optional<LocalDateTime> zero, final Optional<LocalDateTime> time) {
        if (zero.isEmpty() || time.isEmpty()) {
            return Double.NaN;
        }
        // Nanoseconds alone overflow after 292 years.
        final Duration since = Duration.between(zero.get(), time.get());
        return since.getSeconds() / SECONDS_PER_H + since.getNano() / NANOSECONDS_PER_H;
    }

    // These digits may be no date in this order, but one in the other.
    private static Optional<LocalDateTime> dateTime(final Matcher date, final int monthGroup, final int dayGroup) {
        final boolean yearFirst = date.group(1).length() == 4;
        final int year = Integer.parseInt(date.group(yearFirst ? 1 : 4));
        final int month = Integer.parseInt(date.group(yearFirst ? 3 : monthGroup));
        final int day = Integer.parseInt(date.group(yearFirst ? 4 : dayGroup));
        final int hour = Integer.parseInt(date.group(5));
        final int half = date.group(9) == null ? hour
            : hour % 12 + (date.group(9).equalsIgnoreCase("pm") ? 12 : 0);
        final int second = date.group(7) == null ? 0 : Integer.parseInt(date.group(7));
        final String fraction = date.group(8) == null ? "" : date.group(8);
        try {
            return Optional.of(LocalDateTime.of(year < 100 ? 2000 + year : year, month, day, half, Integer.parseInt(date.group(6)),
                second, Integer.parseInt((fraction + "000000000").substring(0, 9))));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }

    /** All times so far, h. */
    double[] hours() {
        final double[] monthFirst = Arrays.copyOf(hours, size);
        if (dayFirst == null) {
            return monthFirst;
        }
        final double[] other = Arrays.copyOf(dayFirst, size);
        return pointsSeparate && rises(other) || !rises(monthFirst) && rises(other) ? other : monthFirst;
    }

    private static boolean rises(final double[] times) {
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(times[i]) || i > 0 && times[i] < times[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
