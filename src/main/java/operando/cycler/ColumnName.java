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
record ColumnName(String heading, Quantity quantity, int rank, String unit) {

    private record Meaning(Quantity quantity, int rank) {
    }

    // The cell's voltage is that between its electrodes; against a reference it is one electrode's only.
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
        named("total time", Quantity.TIME, 0), named("cumulative time", Quantity.TIME, 0),
        named("test time", Quantity.TIME, 0), named("elapsed time", Quantity.TIME, 0),
        named("time elapsed", Quantity.TIME, 0), named("time", Quantity.TIME, 1), named("t", Quantity.TIME, 2),
        named("zeit", Quantity.TIME, 1), named("temps", Quantity.TIME, 1), named("tiempo", Quantity.TIME, 1),
        named("tempo", Quantity.TIME, 1), named("时间", Quantity.TIME, 1), named("時間", Quantity.TIME, 1),
        named("ecell", Quantity.VOLTAGE, 0), named("<ecell>", Quantity.VOLTAGE, 1),
        named("ewe-ece", Quantity.VOLTAGE, 2), named("<ewe-ece>", Quantity.VOLTAGE, 3),
        named("cell voltage", Quantity.VOLTAGE, 4), named("voltage", Quantity.VOLTAGE, 5),
        named("potential", Quantity.VOLTAGE, 5), named("spannung", Quantity.VOLTAGE, 5),
        named("tension", Quantity.VOLTAGE, 5), named("voltaje", Quantity.VOLTAGE, 5),
        named("电压", Quantity.VOLTAGE, 5), named("電圧", Quantity.VOLTAGE, 5), named("u", Quantity.VOLTAGE, 6),
        named("e", Quantity.VOLTAGE, 6), named("v", Quantity.VOLTAGE, 6),
        named("ewe", Quantity.VOLTAGE, ColumnName.WORKING), named("<ewe>", Quantity.VOLTAGE, ColumnName.WORKING + 1),
        named("ece", Quantity.COUNTER_POTENTIAL, 0), named("<ece>", Quantity.COUNTER_POTENTIAL, 1),
        named("current density", Quantity.CURRENT_DENSITY, 0), named("j", Quantity.CURRENT_DENSITY, 1),
        named("stromdichte", Quantity.CURRENT_DENSITY, 0),
        named("i", Quantity.CURRENT, 0), named("<i>", Quantity.CURRENT, 1), named("current", Quantity.CURRENT, 0),
        named("strom", Quantity.CURRENT, 0), named("courant", Quantity.CURRENT, 0),
        named("corriente", Quantity.CURRENT, 0), named("电流", Quantity.CURRENT, 0),
        named("電流", Quantity.CURRENT, 0),
        named("dq", Quantity.CHARGE_STEP, 0), named("(q-qo)", Quantity.CHARGE, 0),
        named("control", Quantity.SET_CURRENT, 0), named("mode", Quantity.MODE, 0),
        named("freq", Quantity.FREQUENCY, 0), named("frequency", Quantity.FREQUENCY, 1));

    /** The rank from which on a voltage is one electrode's, against a reference. */
    static final int WORKING = 10;

    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*[\\[(]([^\\[\\]()]*)[\\])]");

    private static final Pattern BEHIND_SLASH = Pattern.compile("([^/]+)/(.+)");

    // EC-Lab has written this one heading with its bracket misplaced.
    private static final Pattern MISPLACED = Pattern.compile("<(\\w+)/(\\w+)>");

    private static Map.Entry<String, Meaning> named(final String name, final Quantity quantity, final int rank) {
        return Map.entry(name, new Meaning(quantity, rank));
    }

    /** Takes a heading apart; empty if it holds nothing that is read here. */
    static Optional<ColumnName> of(final String heading) {
        final String plain = MISPLACED.matcher(plain(heading)).replaceAll("<$1>/$2");
        if (plain.equals("mode")) {
            return Optional.of(new ColumnName(heading, Quantity.MODE, 0, ""));
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

    private static Quantity byUnit(final Quantity named, final String unit) {
        if (named == Quantity.CURRENT && Quantity.CURRENT_DENSITY.reads(unit)) {
            return Quantity.CURRENT_DENSITY;
        }
        if (named == Quantity.SET_CURRENT) {
            return Quantity.SET_VALUE.reads(unit) ? Quantity.SET_VALUE
                : Quantity.SET_VOLTAGE.reads(unit) ? Quantity.SET_VOLTAGE : named;
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
