package operando.cycler;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import operando.cell.InputException;

/**
 * Which columns of a cycler file are read, and what for: of several voltages the one between the electrodes, of
 * several currents the measured one.
 */
final class ColumnChoice {

    /** A column that is read: where it stands, and what its heading says. */
    record Column(int index, ColumnName name) {
    }

    // From the best to the last that a current can be had from.
    private static final List<RecordedQuantity> CURRENTS = List.of(RecordedQuantity.CURRENT_DENSITY, RecordedQuantity.CURRENT,
        RecordedQuantity.CHARGE_STEP, RecordedQuantity.CHARGE, RecordedQuantity.SET_CURRENT, RecordedQuantity.SET_VALUE);

    private final String where;

    private final Map<RecordedQuantity, Column> best = new EnumMap<>(RecordedQuantity.class);

    private final Map<RecordedQuantity, Column> unreadable = new EnumMap<>(RecordedQuantity.class);

    /**
     * @param where    the file and line of the headings, for messages
     * @param headings as the file has them
     */
    ColumnChoice(final String where, final List<String> headings) {
        this.where = where;
        IntStream.range(0, headings.size())
            .mapToObj(i -> ColumnName.of(headings.get(i)).map(name -> new Column(i, name)))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(column -> column.name.rank()))
            .forEach(column -> (isReadable(column.name) ? best : unreadable)
                .putIfAbsent(column.name.quantity(), column));
    }

    // A time without a unit may be a clock's, which the cells tell.
    private static boolean isReadable(final ColumnName name) {
        return name.unitIsRead() || name.quantity() == RecordedQuantity.TIME && name.unit().isEmpty();
    }

    /** How many kinds of column were recognised, for telling a line of headings from any other line. */
    int recognised() {
        return best.size() + unreadable.size();
    }

    boolean has(final RecordedQuantity quantity) {
        return best.containsKey(quantity);
    }

    Optional<Column> column(final RecordedQuantity quantity) {
        return Optional.ofNullable(best.get(quantity));
    }

    /** The quantity that the current is read or derived from; empty if there is none, as in a file of rest only. */
    Optional<RecordedQuantity> currentSource() {
        return CURRENTS.stream().filter(best::containsKey).findFirst();
    }

    /** Whether the voltage is the difference of the two electrodes' potentials, each a column of its own. */
    boolean voltageIsDifference() {
        return best.get(RecordedQuantity.VOLTAGE).name().rank() >= ColumnName.WORKING && has(RecordedQuantity.COUNTER_POTENTIAL);
    }

    /**
     * @throws InputException if time, voltage or current is missing or in a unit that cannot be converted
     */
    void check(final boolean restOnly) {
        final List<RecordedQuantity> needed = List.of(RecordedQuantity.TIME, RecordedQuantity.VOLTAGE);
        for (final RecordedQuantity quantity : needed) {
            if (!has(quantity) && !unreadable.containsKey(quantity)) {
                throw missing(quantity);
            }
        }
        for (final RecordedQuantity quantity : needed) {
            if (!has(quantity)) {
                throw inNoUnit(unreadable.get(quantity));
            }
        }
        if (currentSource().isEmpty() && !restOnly) {
            final Optional<Column> current = CURRENTS.stream().map(unreadable::get).filter(c -> c != null).findFirst();
            throw current.map(this::inNoUnit).orElseGet(() -> missing(RecordedQuantity.CURRENT_DENSITY));
        }
    }

    private InputException missing(final RecordedQuantity quantity) {
        return new InputException(where, "there is no column for the " + quantity.words(),
            "add one, named " + quantity.example() + " for instance");
    }

    private InputException inNoUnit(final Column column) {
        final ColumnName name = column.name();
        return new InputException(where, name.unit().isEmpty()
            ? "the column '" + name.heading() + "' does not say its unit"
            : "the column '" + name.heading() + "' is in a unit that is not read",
            "name it with its unit, " + name.quantity().example() + " for instance");
    }

    /** Refuses a time without a unit whose cells are not those of a clock. */
    InputException timeWithoutUnit() {
        return inNoUnit(best.get(RecordedQuantity.TIME));
    }

    /** Says which columns were taken, for the record's notes. */
    String note() {
        final String columns = Arrays.stream(RecordedQuantity.values()).filter(this::isTaken)
            .map(quantity -> quantity.words() + " from '" + best.get(quantity).name().heading() + "'")
            .collect(Collectors.joining(", "));
        return "Read " + columns + ".";
    }

    boolean isTaken(final RecordedQuantity quantity) {
        return has(quantity) && (quantity == RecordedQuantity.TIME || quantity == RecordedQuantity.VOLTAGE
            || quantity == RecordedQuantity.COUNTER_POTENTIAL && voltageIsDifference()
            || currentSource().filter(quantity::equals).isPresent());
    }
}
