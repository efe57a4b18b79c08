package operando.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

import operando.cell.InputException;

/**
 * The columns of one cycler file, each already in the unit used here, on their way to a {@link CyclingRecord}: the
 * same way for text and binary files, so that both give the same record.
 */
final class Readings {

    private static final int HOLDS_CURRENT = 1;

    private static final int HOLDS_VOLTAGE = 2;

    private static final int RESTS = 3;

    private static final double HOURS_PER_YEAR = 8766;

    private static final double LONGEST_PAUSE_H = 20 * HOURS_PER_YEAR;

    private final String file;

    private final ColumnChoice choice;

    private final IntFunction<String> place;

    private final Map<RecordedQuantity, double[]> columns = new EnumMap<>(RecordedQuantity.class);

    private final List<String> notes = new ArrayList<>();

    /** @param place names the line or number of a reading, for messages */
    Readings(final String file, final ColumnChoice choice, final IntFunction<String> place) {
        this.file = file;
        this.choice = choice;
        this.place = place;
        notes.add(choice.note());
    }

    void put(final RecordedQuantity quantity, final double[] values) {
        columns.put(quantity, values);
    }

    void note(final String sentence) {
        notes.add(sentence);
    }

    /**
     * @param restOnly whether a file without any current is one of rest
     * @throws InputException if the readings are no cycling: impedance, a voltage sweep, no reading at all, times that
     *                        do not rise, a number missing, a current without the area
     */
    CyclingRecord record(final Strictness strictness, final OptionalDouble areaCm2) {
        refuseSweep();
        final double[] current = current(areaCm2);
        final double[] voltage = voltage();
        final int[] kept = kept(strictness);
        if (kept.length == 0) {
            throw new InputException(file, "has no readings", "give a file with at least one");
        }
        final double[] time = columns.get(RecordedQuantity.TIME);
        for (final int reading : kept) {
            checkFinite(reading, "time", time[reading]);
            checkFinite(reading, "voltage", voltage[reading]);
            checkFinite(reading, "current", current[reading]);
        }
        return new CyclingRecord(taken(time, kept), taken(voltage, kept), taken(current, kept), notes);
    }

    /** Whether two readings may share one time: instruments do so where a step ends and the next begins. */
    enum Strictness {
        /** Times rise from line to line. */
        RISING,
        /** Of readings with one time the last counts. */
        STEPS
    }

    private static double[] taken(final double[] column, final int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> column[i]).toArray();
    }

    private void checkFinite(final int reading, final String what, final double value) {
        if (!Double.isFinite(value)) {
            throw new InputException(file + ", " + place.apply(reading), "the " + what + " is not a finite number",
                "mend or remove that reading");
        }
    }

    private int[] kept(final Strictness strictness) {
        final double[] time = columns.get(RecordedQuantity.TIME);
        final double[] frequency = columns.get(RecordedQuantity.FREQUENCY);
        final int[] kept = new int[time.length];
        int count = 0;
        int replaced = 0;
        int impedance = 0;
        for (int i = 0; i < time.length; i++) {
            if (frequency != null && frequency[i] > 0) {
                impedance++;
                continue;
            }
            final double before = count == 0 ? Double.NEGATIVE_INFINITY : time[kept[count - 1]];
            if (time[i] < before || time[i] == before && strictness == Strictness.RISING) {
                throw new InputException(file + ", " + place.apply(i), "the time " + time[i]
                    + " h is not after the one before, " + before + " h", "sort the readings by time");
            }
            if (count > 0 && time[i] - before > LONGEST_PAUSE_H) {
                throw new InputException(file + ", " + place.apply(i), "the time jumps by " + Math.round((time[i] - before) / HOURS_PER_YEAR)
                    + " years, so a clock was not set", "mend the time of the readings before or behind");
            }
            if (time[i] == before) {
                count--;
                replaced++;
            }
            kept[count++] = i;
        }
        refuseImpedance(impedance, count);
        noteLeftOut(replaced, "that share their time with the next one");
        noteLeftOut(impedance, "of impedance");
        return Arrays.copyOf(kept, count);
    }

    private void refuseImpedance(final int impedance, final int others) {
        if (impedance > others) {
            throw Technique.IMPEDANCE.refused(file);
        }
    }

    private void noteLeftOut(final int count, final String which) {
        if (count > 0) {
            notes.add(count + " readings " + which + " are left out.");
        }
    }

    // The voltage that a sweep asks for is another one at nearly every reading; a held one stays.
    private void refuseSweep() {
        final double[] set = columns.get(RecordedQuantity.SET_VOLTAGE);
        final double[] mode = columns.get(RecordedQuantity.MODE);
        if (set == null || mode == null) {
            return;
        }
        int held = 0;
        int moved = 0;
        for (int i = 1; i < set.length; i++) {
            if (mode[i] == HOLDS_VOLTAGE && mode[i - 1] == HOLDS_VOLTAGE) {
                held++;
                moved += set[i] != set[i - 1] ? 1 : 0;
            }
        }
        if (held > 2 && 2 * moved > held) {
            throw Technique.SWEEP.refused(file);
        }
    }

    private double[] voltage() {
        final double[] voltage = columns.get(RecordedQuantity.VOLTAGE);
        if (!choice.voltageIsDifference()) {
            return voltage;
        }
        final double[] counter = columns.get(RecordedQuantity.COUNTER_POTENTIAL);
        final double[] difference = new double[voltage.length];
        Arrays.setAll(difference, i -> voltage[i] - counter[i]);
        return difference;
    }

    private double[] current(final OptionalDouble areaCm2) {
        final RecordedQuantity source = choice.currentSource().orElse(null);
        if (source == RecordedQuantity.CURRENT_DENSITY) {
            return columns.get(source);
        }
        final double[] current = source == null ? rest() : switch (source) {
            case CHARGE_STEP -> fromCharge(columns.get(source), false);
            case CHARGE -> fromCharge(columns.get(source), true);
            case SET_VALUE -> fromSetValue(columns.get(source));
            case SET_CURRENT -> setCurrent(columns.get(source));
            default -> columns.get(source).clone();
        };
        final boolean flows = Arrays.stream(current).anyMatch(i -> i != 0);
        if (flows && areaCm2.isEmpty()) {
            throw new InputException(file, "has a current in '" + choice.column(source).orElseThrow().name().heading()
                + "' and no area to divide it by", "give area_cm2, the area of the cell's cross-section in cm²");
        }
        final double area = areaCm2.orElse(1);
        return Arrays.stream(current).map(i -> i / area).toArray();
    }

    private double[] rest() {
        final double[] mode = columns.get(RecordedQuantity.MODE);
        if (mode != null && Arrays.stream(mode).anyMatch(m -> m != RESTS)) {
            throw new InputException(file, "has no column from which the current follows", "export the file with <I>/mA");
        }
        notes.add("The file has no current: the cell rested, I = 0.");
        return new double[columns.get(RecordedQuantity.TIME).length];
    }

    // EC-Lab keeps the charge since the reading before and shows charge over time as the mean current <I>.
    private double[] fromCharge(final double[] charge, final boolean total) {
        final double[] time = columns.get(RecordedQuantity.TIME);
        final double[] current = new double[time.length];
        for (int i = 1; i < time.length; i++) {
            final double step = total ? charge[i] - charge[i - 1] : charge[i];
            final double hours = time[i] - time[i - 1];
            current[i] = step == 0 ? 0 : hours == 0 ? current[i - 1] : step / hours;
        }
        notes.add("The current is the charge between two readings over the time between them, 0 at the first.");
        return current;
    }

    private double[] setCurrent(final double[] set) {
        notes.add("The current is the one that was set, as none was measured.");
        return set.clone();
    }

    private double[] fromSetValue(final double[] set) {
        final double[] mode = columns.get(RecordedQuantity.MODE);
        final double[] current = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            if (mode == null || mode[i] != HOLDS_CURRENT && mode[i] != RESTS) {
                throw new InputException(file + ", " + place.apply(i), "held a voltage, and no column has its current",
                    "export the file with <I>/mA");
            }
            current[i] = mode[i] == RESTS ? 0 : set[i];
        }
        notes.add("The current is the one that was set, as none was measured.");
        return current;
    }
}
