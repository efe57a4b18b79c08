package operando.cycler;

import java.util.Map;

/**
 * What a column of a cycler file may hold, and the units it may come in: each with its factor to the unit used here.
 */
enum RecordedQuantity {
    /** To h. */
    TIME("time", "time_h", Map.ofEntries(
        Map.entry("h", 1.0), Map.entry("hr", 1.0), Map.entry("hrs", 1.0), Map.entry("hour", 1.0),
        Map.entry("hours", 1.0), Map.entry("min", 1 / 60.0), Map.entry("mins", 1 / 60.0),
        Map.entry("minute", 1 / 60.0), Map.entry("minutes", 1 / 60.0), Map.entry("s", 1 / 3600.0),
        Map.entry("sec", 1 / 3600.0), Map.entry("secs", 1 / 3600.0), Map.entry("second", 1 / 3600.0),
        Map.entry("seconds", 1 / 3600.0), Map.entry("ms", 1 / 3.6e6), Map.entry("d", 24.0), Map.entry("day", 24.0),
        Map.entry("days", 24.0))),
    /** To V. */
    VOLTAGE("voltage", "voltage_V", Map.of("v", 1.0, "mv", 1e-3, "uv", 1e-6)),
    /** The potential of the counter electrode, to V. */
    COUNTER_POTENTIAL("counter electrode", "Ece/V", VOLTAGE.units),
    /** To mA cm⁻². */
    CURRENT_DENSITY("current density", "current_density_mA_cm2",
        Map.of("macm2", 1.0, "acm2", 1e3, "uacm2", 1e-3, "nacm2", 1e-6, "am2", 0.1, "mam2", 1e-4)),
    /** To mA. */
    CURRENT("current", "current_mA", Map.of("ma", 1.0, "a", 1e3, "ua", 1e-3, "na", 1e-6, "pa", 1e-9)),
    /** The charge since the reading before, to mAh. */
    CHARGE_STEP("charge step", "dq/mA.h", Map.of("mah", 1.0, "ah", 1e3, "uah", 1e-3, "c", 1 / 3.6)),
    /** The charge since the start, to mAh. */
    CHARGE("charge", "(Q-Qo)/mA.h", CHARGE_STEP.units),
    /** The current that was asked for, to mA. */
    SET_CURRENT("set current", "control/mA", CURRENT.units),
    /** The current that was asked for in mA, or where a voltage is held, that voltage. */
    SET_VALUE("set value", "control/V/mA", Map.of("vma", 1.0)),
    /** The voltage that was asked for, to V. */
    SET_VOLTAGE("set voltage", "control/V", VOLTAGE.units),
    /** 1 current held, 2 voltage held, 3 rest. */
    MODE("mode", "mode", Map.of("", 1.0)),
    /** Of an impedance measurement, Hz. */
    FREQUENCY("frequency", "freq/Hz", Map.of("hz", 1.0));

    private final String words;

    private final String example;

    private final Map<String, Double> units;

    RecordedQuantity(final String words, final String example, final Map<String, Double> units) {
        this.words = words;
        this.example = example;
        this.units = units;
    }

    /** The name for messages. */
    String words() {
        return words;
    }

    /** A column name that is read. */
    String example() {
        return example;
    }

    boolean reads(final String unit) {
        return units.containsKey(unit);
    }

    double factor(final String unit) {
        return units.get(unit);
    }
}
