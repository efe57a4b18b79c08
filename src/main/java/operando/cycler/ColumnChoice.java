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

    private final Optional<String> statedVoltage;

    private final List<Column> columns;

    private final Map<RecordedQuantity, Column> best = new EnumMap<>(RecordedQuantity.class);

    private final Map<RecordedQuantity, Column> unreadable = new EnumMap<>(RecordedQuantity.class);

    /**
     * @param where    the file and line of the headings, for messages
     * @param headings as the file has them
     * @param voltage  the heading of the cell's voltage where the user states it
     */
    ColumnChoice(final String where, final List<String> headings, final Optional<String> voltage) {
        this.where = where;
        statedVoltage = voltage.map(String::strip);
        columns = IntStream.range(0, headings.size())
            .mapToObj(i -> ColumnName.of(headings.get(i)).map(name -> new Column(i, name)))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(column -> column.name.rank()))
            .toList();
        columns.stream()
            .filter(column -> column.name.quantity() != RecordedQuantity.VOLTAGE || isStatedVoltage(column))
            .forEach(column -> (isReadable(column.name) ? best : unreadable)
                .putIfAbsent(column.name.quantity(), column));
    }

    private boolean isStatedVoltage(final Column column) {
        return statedVoltage.map(column.name.heading().strip()::equalsIgnoreCase).orElse(true);
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
        return statedVoltage.isEmpty() && best.get(RecordedQuantity.VOLTAGE).name().rank() >= ColumnName.WORKING && has(RecordedQuantity.COUNTER_POTENTIAL);
    }

    /**
     * @throws InputException if time, voltage or current is missing or in a unit that cannot be converted
     */
    void check(final boolean restOnly) {
        final List<RecordedQuantity> needed = List.of(RecordedQuantity.TIME, RecordedQuantity.VOLTAGE);
        final List<String> voltages = columns.stream().filter(column -> column.name.quantity() == RecordedQuantity.VOLTAGE)
            .map(column -> column.name.heading().strip()).toList();
        if (statedVoltage.isPresent() && columns.stream().noneMatch(column -> column.name.quantity() == RecordedQuantity.VOLTAGE
            && isStatedVoltage(column))) {
            throw new InputException(where, "there is no voltage in a column '" + statedVoltage.get() + "'",
                voltages.isEmpty() ? "add one, named " + RecordedQuantity.VOLTAGE.example() : "use one of " + String.join(", ", voltages));
        }
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
        refuseTwins();
    }

    /**
     * Refuses a voltage that may be one electrode's only.
     *
     * @param referenceElectrode the one that the file's settings name
     * @param unknown            the numbers of columns of which nobody knows what they hold, as text
     * @throws InputException if the voltage is the working electrode's against a named reference, or the counter
     *                        electrode's potential may be in a column that is not known, and the user has not stated it
     */
    void checkVoltage(final Optional<String> referenceElectrode, final String unknown) {
        if (!voltageIsOneElectrode() || statedVoltage.isPresent()) {
            return;
        }
        final String heading = best.get(RecordedQuantity.VOLTAGE).name().heading().strip();
        final String mend = "export Ewe-Ece/V or Ece/V with it, or, if " + heading
            + " is the voltage of the cell, say so: voltage: " + heading + " beside the file under cycler: in experiment.yml";
        if (referenceElectrode.isPresent()) {
            throw new InputException(where, "the cell's voltage is not certain: the only potential is '" + heading
                + "', the working electrode's, and the settings name a reference electrode (" + referenceElectrode.get() + ")", mend);
        }
        if (!unknown.isEmpty()) {
            throw new InputException(where, "the cell's voltage is not certain: '" + heading + "' is the working electrode's "
                + "potential, and the counter electrode's may be in a column that is not known (" + unknown + ")", mend);
        }
    }

    /** Whether the voltage is the potential of one electrode, with no other to take from it. */
    boolean voltageIsOneElectrode() {
        return best.get(RecordedQuantity.VOLTAGE).name().rank() >= ColumnName.WORKING && !has(RecordedQuantity.COUNTER_POTENTIAL);
    }

    // Which of two columns of one name is meant, nobody can tell.
    private void refuseTwins() {
        best.values().stream().filter(column -> isTaken(column.name.quantity())).forEach(column -> {
            if (columns.stream().filter(other -> other.name.heading().equals(column.name.heading())).count() > 1) {
                throw new InputException(where, "there are two columns '" + column.name.heading() + "'", "leave one of them out");
            }
        });
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
        final String read = Arrays.stream(RecordedQuantity.values()).filter(this::isTaken)
            .map(quantity -> quantity.words() + " from '" + best.get(quantity).name().heading() + "'")
            .collect(Collectors.joining(", "));
        return "Read " + read + "." + (voltageIsOneElectrode() ? " The voltage is the working electrode's potential, taken as "
            + (statedVoltage.isPresent() ? "the cell's as stated." : "the cell's since no counter or reference electrode is named.") : "");
    }

    boolean isTaken(final RecordedQuantity quantity) {
        return has(quantity) && (quantity == RecordedQuantity.TIME || quantity == RecordedQuantity.VOLTAGE
            || quantity == RecordedQuantity.COUNTER_POTENTIAL && voltageIsDifference()
            || currentSource().filter(quantity::equals).isPresent());
    }
}
