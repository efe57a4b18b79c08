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
    private static final List<Quantity> CURRENTS = List.of(Quantity.CURRENT_DENSITY, Quantity.CURRENT,
        Quantity.CHARGE_STEP, Quantity.CHARGE, Quantity.SET_CURRENT, Quantity.SET_VALUE);

    private final String where;

    private final Map<Quantity, Column> best = new EnumMap<>(Quantity.class);

    private final Map<Quantity, Column> unreadable = new EnumMap<>(Quantity.class);

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
        return name.unitIsRead() || name.quantity() == Quantity.TIME && name.unit().isEmpty();
    }

    /** How many kinds of column were recognised, for telling a line of headings from any other line. */
    int recognised() {
        return best.size() + unreadable.size();
    }

    boolean has(final Quantity quantity) {
        return best.containsKey(quantity);
    }

    Optional<Column> column(final Quantity quantity) {
        return Optional.ofNullable(best.get(quantity));
    }

    /** The quantity that the current is read or derived from; empty if there is none, as in a file of rest only. */
    Optional<Quantity> currentSource() {
        return CURRENTS.stream().filter(best::containsKey).findFirst();
    }

    /** Whether the voltage is the difference of the two electrodes' potentials, each a column of its own. */
    boolean voltageIsDifference() {
        return best.get(Quantity.VOLTAGE).name().rank() >= ColumnName.WORKING && has(Quantity.COUNTER_POTENTIAL);
    }

    /**
     * @throws InputException if time, voltage or current is missing or in a unit that cannot be converted
     */
    void check(final boolean restOnly) {
        final List<Quantity> needed = List.of(Quantity.TIME, Quantity.VOLTAGE);
        for (final Quantity quantity : needed) {
            if (!has(quantity) && !unreadable.containsKey(quantity)) {
                throw missing(quantity);
            }
        }
        for (final Quantity quantity : needed) {
            if (!has(quantity)) {
                throw inNoUnit(unreadable.get(quantity));
            }
        }
        if (currentSource().isEmpty() && !restOnly) {
            final Optional<Column> current = CURRENTS.stream().map(unreadable::get).filter(c -> c != null).findFirst();
            throw current.map(this::inNoUnit).orElseGet(() -> missing(Quantity.CURRENT_DENSITY));
        }
    }

    private InputException missing(final Quantity quantity) {
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
        return inNoUnit(best.get(Quantity.TIME));
    }

    /** Says which columns were taken, for the record's notes. */
    String note() {
        final String columns = Arrays.stream(Quantity.values()).filter(this::isTaken)
            .map(quantity -> quantity.words() + " from '" + best.get(quantity).name().heading() + "'")
            .collect(Collectors.joining(", "));
        return "Read " + columns + ".";
    }

    boolean isTaken(final Quantity quantity) {
        return has(quantity) && (quantity == Quantity.TIME || quantity == Quantity.VOLTAGE
            || quantity == Quantity.COUNTER_POTENTIAL && voltageIsDifference()
            || currentSource().filter(quantity::equals).isPresent());
    }
}
