package operando.cycler;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column heading taken apart: what it holds and in which unit. Understands {@code current_density_mA_cm2},
 * {@code Current(A)}, {@code Voltage [mV]}, {@code <Ewe>/V} and their like; capitals do not matter.
 *
 * @param heading  as the file has it
 * @param quantity what the column holds
 * @param rank     which of several columns for one quantity is taken: the lowest
 * @param unit     normalised, empty if the heading has none
 */
record ColumnName(String heading, RecordedQuantity quantity, int rank, String unit) {

    private record Meaning(RecordedQuantity quantity, int rank) {
    }

    // The cell's voltage is that between its electrodes; against a reference it is one electrode's only.
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
        named("total time", RecordedQuantity.TIME, 0), named("cumulative time", RecordedQuantity.TIME, 0),
        named("test time", RecordedQuantity.TIME, 0), named("elapsed time", RecordedQuantity.TIME, 0),
        named("time elapsed", RecordedQuantity.TIME, 0), named("time", RecordedQuantity.TIME, 1), named("t", RecordedQuantity.TIME, 2),
        named("zeit", RecordedQuantity.TIME, 1), named("temps", RecordedQuantity.TIME, 1), named("tiempo", RecordedQuantity.TIME, 1),
        named("tempo", RecordedQuantity.TIME, 1), named("时间", RecordedQuantity.TIME, 1), named("時間", RecordedQuantity.TIME, 1),
        named("ecell", RecordedQuantity.VOLTAGE, 0), named("<ecell>", RecordedQuantity.VOLTAGE, 1),
        named("ewe-ece", RecordedQuantity.VOLTAGE, 2), named("<ewe-ece>", RecordedQuantity.VOLTAGE, 3),
        named("cell voltage", RecordedQuantity.VOLTAGE, 4), named("voltage", RecordedQuantity.VOLTAGE, 5),
        named("potential", RecordedQuantity.VOLTAGE, 5), named("spannung", RecordedQuantity.VOLTAGE, 5),
        named("tension", RecordedQuantity.VOLTAGE, 5), named("voltaje", RecordedQuantity.VOLTAGE, 5),
        named("电压", RecordedQuantity.VOLTAGE, 5), named("電圧", RecordedQuantity.VOLTAGE, 5), named("u", RecordedQuantity.VOLTAGE, 6),
        named("e", RecordedQuantity.VOLTAGE, 6), named("v", RecordedQuantity.VOLTAGE, 6),
        named("ewe", RecordedQuantity.VOLTAGE, ColumnName.WORKING), named("<ewe>", RecordedQuantity.VOLTAGE, ColumnName.WORKING + 1),
        named("ece", RecordedQuantity.COUNTER_POTENTIAL, 0), named("<ece>", RecordedQuantity.COUNTER_POTENTIAL, 1),
        named("current density", RecordedQuantity.CURRENT_DENSITY, 0), named("j", RecordedQuantity.CURRENT_DENSITY, 1),
        named("stromdichte", RecordedQuantity.CURRENT_DENSITY, 0),
        named("i", RecordedQuantity.CURRENT, 0), named("<i>", RecordedQuantity.CURRENT, 1), named("current", RecordedQuantity.CURRENT, 0),
        named("strom", RecordedQuantity.CURRENT, 0), named("courant", RecordedQuantity.CURRENT, 0),
        named("corriente", RecordedQuantity.CURRENT, 0), named("电流", RecordedQuantity.CURRENT, 0),
        named("電流", RecordedQuantity.CURRENT, 0),
        named("dq", RecordedQuantity.CHARGE_STEP, 0), named("(q-qo)", RecordedQuantity.CHARGE, 0),
        named("control", RecordedQuantity.SET_CURRENT, 0), named("mode", RecordedQuantity.MODE, 0),
        named("freq", RecordedQuantity.FREQUENCY, 0), named("frequency", RecordedQuantity.FREQUENCY, 1));

    /** The rank from which on a voltage is one electrode's, against a reference. */
    static final int WORKING = 10;

    /** No heading with its unit is longer; taking one apart takes the square of its length. */
    private static final int LONGEST = 200;

    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*[\\[(]([^\\[\\]()]*)[\\])]");

    private static final Pattern BEHIND_SLASH = Pattern.compile("([^/]+)/(.+)");

    // EC-Lab has written this one heading with its bracket misplaced.
    private static final Pattern MISPLACED = Pattern.compile("<(\\w+)/(\\w+)>");

    private static Map.Entry<String, Meaning> named(final String name, final RecordedQuantity quantity, final int rank) {
        return Map.entry(name, new Meaning(quantity, rank));
    }

    /** Takes a heading apart; empty if it holds nothing that is read here. */
    static Optional<ColumnName> of(final String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        final String plain = MISPLACED.matcher(plain(heading)).replaceAll("<$1>/$2");
        if (plain.equals("mode")) {
            return Optional.of(new ColumnName(heading, RecordedQuantity.MODE, 0, ""));
        }
        for (final Pattern pattern : List.of(IN_BRACKETS, BEHIND_SLASH)) {
            final Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                final Optional<ColumnName> name = of(heading, matcher.group(1), matcher.group(2));
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return behindGap(heading, plain, true).or(() -> of(heading, plain, ""))
            .or(() -> behindGap(heading, plain, false));
    }

    // The unit may itself have gaps (mA cm-2), so the shortest name that means something and leaves a unit wins.
    private static Optional<ColumnName> behindGap(final String heading, final String plain, final boolean unitRead) {
        for (int gap = 1; gap < plain.length() - 1; gap++) {
            if (plain.charAt(gap) == '_' || unitRead && plain.charAt(gap) == ' ') {
                final Optional<ColumnName> name = of(heading, plain.substring(0, gap), plain.substring(gap + 1));
                if (name.isPresent() && (!unitRead || name.get().unitIsRead())) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ColumnName> of(final String heading, final String name, final String unitText) {
        final Meaning meaning = MEANINGS.get(name.replaceAll("[_\\s.]+", " ").strip());
        if (meaning == null) {
            return Optional.empty();
        }
        final String unit = unit(unitText);
        return Optional.of(new ColumnName(heading, byUnit(meaning.quantity, unit), meaning.rank, unit));
    }

    private static RecordedQuantity byUnit(final RecordedQuantity named, final String unit) {
        if (named == RecordedQuantity.CURRENT && RecordedQuantity.CURRENT_DENSITY.reads(unit)) {
            return RecordedQuantity.CURRENT_DENSITY;
        }
        if (named == RecordedQuantity.SET_CURRENT) {
            return RecordedQuantity.SET_VALUE.reads(unit) ? RecordedQuantity.SET_VALUE
                : RecordedQuantity.SET_VOLTAGE.reads(unit) ? RecordedQuantity.SET_VOLTAGE : named;
        }
        return named;
    }

    private static String plain(final String heading) {
        return heading.strip().replace("\ufeff", "").replace('µ', 'u').replace('μ', 'u').toLowerCase(Locale.ROOT);
    }

    // "mA.cm⁻²", "mA/cm^2" and "mA_cm2" are one unit.
    private static String unit(final String text) {
        return text.replace('²', '2').replaceAll("[\\s._/^*·⁻−-]+", "");
    }

    /** Whether the unit is one that can be converted. */
    boolean unitIsRead() {
        return quantity.reads(unit);
    }

    /** The factor from the column's unit to the one used here. */
    double factor() {
        return quantity.factor(unit);
    }
}
