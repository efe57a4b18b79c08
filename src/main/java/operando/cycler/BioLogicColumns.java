package operando.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the numbers of columns in a Bio-Logic .mpr file mean: the heading that EC-Lab shows, and how the value is
 * stored. Bio-Logic documents neither; these are what comparing some fifty .mpr files with their exported text has
 * taught, here and in public readers. The low byte says what the column is; the high byte is 0 or 1 with the version
 * of EC-Lab (39 and 295 are both the current range, 185 and 441 both the counter electrode's potential), so only the
 * low byte is looked at. A few low bytes stand for two columns.
 */
final class BioLogicColumns {

    /** How a value is stored, little-endian. */
    enum Kind {
        BYTE(1), SHORT(2), INT(4), FLOAT(4), DOUBLE(8);

        private final int bytes;

        Kind(final int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /** A known column. */
    record Meaning(String heading, Kind kind) {
    }

    /** The number of the column whose value is in the two low bits of the byte of flags. */
    static final int MODE = 1;

    private static final Set<Integer> FLAGS = Set.of(MODE, 2, 3, 21, 31, 65);

    /** The working electrode's potential, or the phase of an impedance where one of {@link #NO_POTENTIAL} is beside it. */
    private static final int POTENTIAL_OR_PHASE = 174;

    private static final Set<Integer> NO_POTENTIAL = Set.of(6, 32, 77);

    private static final int WORKING_POTENTIAL = 6;

    private static final Map<Integer, List<Meaning>> MEANINGS = new HashMap<>();

    static {
        put(Kind.DOUBLE, 4, "time/s", 7, "dq/mA.h", 11, "<I>/mA", 13, "(Q-Qo)/mA.h", 23, "dQ/mA.h", 24, "cycle number",
            74, "|Energy|/W.h", 110, "Energy ce/W.h", 112, "Energy we/W.h", 115, "Energy ce charge/W.h",
            116, "Energy ce discharge/W.h", 123, "Energy charge/W.h", 124, "Energy discharge/W.h",
            125, "Capacitance charge/µF", 126, "Capacitance discharge/µF", 182, "step time/s", 211, "Q charge/discharge/mA.h");
        put(Kind.FLOAT, 5, "control/V/mA", WORKING_POTENTIAL, "Ewe/V", 8, "I/mA", 9, "Ece/V", 15, "Phase(Z1)/deg", 16, "Analog IN 1/V",
            17, "Analog IN 2/V", 19, "control/V", 20, "control/mA", 26, "Rapp/Ohm", 27, "Ewe-Ece/V", 32, "freq/Hz", 33, "|Ewe|/V",
            34, "|I|/A", 35, "Phase(Z)/deg", 36, "|Z|/Ohm", 37, "Re(Z)/Ohm", 38, "-Im(Z)/Ohm", 45, "|Z1|/Ohm", 46, "|Z2|/Ohm",
            69, "R/Ohm", 70, "P/W", 75, "Analog OUT/V", 76, "<I>/mA", 77, "<Ewe>/V", 78, "Cs-2/µF-2", 96, "|Ece|/V",
            98, "Phase(Zce)/deg", 99, "|Zce|/Ohm", 100, "Re(Zce)/Ohm", 101, "-Im(Zce)/Ohm", 105, "-Im(Z1)/Ohm", 106, "-Im(Z2)/Ohm",
            135, "<E1>/V", 136, "<E2>/V", 163, "|Estack|/V", 166, "Phase(Zstack)/deg", 167, "|Zstack|/Ohm", 168, "Rcmp/Ohm",
            169, "Cs/µF", 170, "<Estack>/V", 172, "Cp/µF", 173, "Cp-2/µF-2", POTENTIAL_OR_PHASE, "<Ewe>/V", 175, "|Zwe-ce|/Ohm",
            176, "Re(Zwe-ce)/Ohm", 177, "-Im(Zwe-ce)/Ohm", 178, "(Q-Qo)/C", 179, "dQ/C", 185, "<Ece>/V", 206, "Temperature/°C",
            215, "<Ece>/V", 248, "Rac/Ohm", 249, "Rdc/Ohm");
        putDistortion();
        put(Kind.SHORT, 39, "I Range", 131, "Ns");
        put(Kind.INT, 212, "half cycle", 213, "z cycle");
        put(Kind.BYTE, 253, "Acir/Dcir Control");
        // Nothing but the length of a reading tells these from the harmonics of the same numbers.
        put(Kind.DOUBLE, 242, "Q charge/mA.h", 243, "Q discharge/mA.h", 244, "step time/s", 245, "Efficiency/%", 246, "Capacity/mA.h");
    }

    private BioLogicColumns() {
    }

    private static void putDistortion() {
        final List<String> signals = List.of("Ewe", "I", "Ece");
        for (int signal = 0; signal < signals.size(); signal++) {
            final String name = signals.get(signal);
            put(Kind.FLOAT, 217 + signal, "THD " + name + "/%", 220 + signal, "NSD " + name + "/%", 223 + signal, "NSR " + name + "/%");
            for (int harmonic = 2; harmonic <= 7; harmonic++) {
                put(Kind.FLOAT, 228 + 6 * signal + harmonic, "|" + name + " h" + harmonic + "|/" + (name.equals("I") ? "A" : "V"));
            }
        }
    }

    private static void put(final Kind kind, final Object... numbersAndHeadings) {
        for (int i = 0; i < numbersAndHeadings.length; i += 2) {
            MEANINGS.computeIfAbsent((Integer) numbersAndHeadings[i], any -> new ArrayList<>())
                .add(new Meaning((String) numbersAndHeadings[i + 1], kind));
        }
    }

    private static int low(final int number) {
        return number & 0xff;
    }

    /** Whether the column is one of those that share one byte, stored where the first of them stands. */
    static boolean isFlag(final int number) {
        return FLAGS.contains(number);
    }

    /** Whether nobody knows what the column holds, nor how many bytes it takes. */
    static boolean isUnknown(final int number) {
        return !isFlag(number) && !MEANINGS.containsKey(low(number));
    }

    /** The column with the number of this index, as far as it is known: its heading, and how its values are stored. */
    static Meaning meaning(final int[] numbers, final int index, final int technique) {
        if (numbers[index] == MODE) {
            return new Meaning("mode", Kind.BYTE);
        }
        final int number = low(numbers[index]);
        if (number == WORKING_POTENTIAL && technique == Technique.BATTERY_CAPACITY) {
            return new Meaning("Ecell/V", Kind.FLOAT);
        }
        if (number == POTENTIAL_OR_PHASE && Arrays.stream(numbers).map(BioLogicColumns::low).anyMatch(NO_POTENTIAL::contains)) {
            return new Meaning("Phase(Zwe-ce)/deg", Kind.FLOAT);
        }
        return isFlag(numbers[index]) || isUnknown(numbers[index]) ? new Meaning("", Kind.BYTE) : MEANINGS.get(number).get(0);
    }

    /** The widths in bytes that a value of this column can have; the possible ones if the number is not known. */
    static Set<Integer> widths(final int number) {
        if (isUnknown(number)) {
            return new TreeSet<>(Set.of(0, 1, 2, 4, 8));
        }
        final Set<Integer> widths = new TreeSet<>();
        MEANINGS.get(low(number)).forEach(meaning -> widths.add(meaning.kind.bytes()));
        return widths;
    }
}
