package operando.cycler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the numbers of columns in a Bio-Logic .mpr file mean: the heading that EC-Lab shows, and how the value is
 * stored. Bio-Logic documents neither; these are what comparing .mpr files with their exported text has taught, here
 * and in public forums. Old files keep only the low byte of a number, so there one number can mean two columns.
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

    private static final Map<Integer, List<Meaning>> MEANINGS = new HashMap<>();

    static {
        doubles(4, "time/s", 7, "dq/mA.h", 11, "<I>/mA", 13, "(Q-Qo)/mA.h", 23, "dQ/mA.h", 24, "cycle number",
            74, "|Energy|/W.h", 110, "Energy ce/W.h", 112, "Energy we/W.h", 115, "Energy ce charge/W.h",
            116, "Energy ce discharge/W.h", 123, "Energy charge/W.h", 124, "Energy discharge/W.h",
            125, "Capacitance charge/µF", 126, "Capacitance discharge/µF", 438, "step time/s",
            467, "Q charge/discharge/mA.h");
        floats(5, "control/V/mA", 6, "Ewe/V", 8, "I/mA", 9, "Ece/V", 16, "Analog IN 1/V", 17, "Analog IN 2/V",
            18, "Analog IN 3/V", 19, "control/V", 20, "control/mA", 26, "Rapp/Ohm", 27, "Ewe-Ece/V", 32, "freq/Hz",
            33, "|Ewe|/V", 34, "|I|/A", 35, "Phase(Z)/deg", 36, "|Z|/Ohm", 37, "Re(Z)/Ohm", 38, "-Im(Z)/Ohm",
            69, "R/Ohm", 70, "P/W", 75, "Analog OUT/V", 76, "<I>/mA", 77, "<Ewe>/V", 78, "Cs-2/µF-2", 96, "|Ece|/V",
            98, "Phase(Zce)/deg", 99, "|Zce|/Ohm", 100, "Re(Zce)/Ohm", 101, "-Im(Zce)/Ohm", 163, "|Estack|/V",
            168, "Rcmp/Ohm", 169, "Cs/µF", 172, "Cp/µF", 173, "Cp-2/µF-2", 174, "<Ewe>/V", 178, "(Q-Qo)/C",
            179, "dQ/C", 185, "<Ece>/V", 242, "|E2|/V", 271, "Phase(Z1)/deg", 272, "Phase(Z2)/deg", 301, "|Z1|/Ohm",
            302, "|Z2|/Ohm", 326, "P/W", 331, "Re(Z1)/Ohm", 332, "Re(Z2)/Ohm", 361, "-Im(Z1)/Ohm",
            362, "-Im(Z2)/Ohm", 391, "<E1>/V", 392, "<E2>/V", 422, "Phase(Zstack)/deg", 423, "|Zstack|/Ohm",
            424, "Re(Zstack)/Ohm", 425, "-Im(Zstack)/Ohm", 426, "<Estack>/V", 430, "Phase(Zwe-ce)/deg",
            431, "|Zwe-ce|/Ohm", 432, "Re(Zwe-ce)/Ohm", 433, "-Im(Zwe-ce)/Ohm", 434, "(Q-Qo)/C", 435, "dQ/C",
            441, "<Ecv>/V", 462, "Temperature/°C", 471, "<Ece>/V", 504, "Rac/Ohm", 505, "Rdc/Ohm");
        for (int number = 473; number <= 481; number++) {
            put(number, List.of("THD", "NSD", "NSR").get((number - 473) / 3) + " "
                + List.of("Ewe", "I", "Ece").get((number - 473) % 3) + "/%", Kind.FLOAT);
        }
        for (int harmonic = 2; harmonic <= 7; harmonic++) {
            put(484 + harmonic, "|Ewe h" + harmonic + "|/V", Kind.FLOAT);
            put(490 + harmonic, "|I h" + harmonic + "|/A", Kind.FLOAT);
            put(496 + harmonic, "|Ece h" + harmonic + "|/V", Kind.FLOAT);
        }
        // The same numbers have been seen with other columns; nothing but the length of a reading tells them apart.
        doubles(498, "Q charge/mA.h", 499, "Q discharge/mA.h", 500, "step time/s", 501, "Efficiency/%",
            502, "Capacity/mA.h");
        put(39, "I Range", Kind.SHORT);
        put(131, "Ns", Kind.SHORT);
        put(468, "half cycle", Kind.INT);
        put(469, "z cycle", Kind.INT);
        put(509, "Acir/Dcir Control", Kind.BYTE);
    }

    private BioLogicColumns() {
    }

    private static void doubles(final Object... numbersAndHeadings) {
        putAll(Kind.DOUBLE, numbersAndHeadings);
    }

    private static void floats(final Object... numbersAndHeadings) {
        putAll(Kind.FLOAT, numbersAndHeadings);
    }

    private static void putAll(final Kind kind, final Object... numbersAndHeadings) {
        for (int i = 0; i < numbersAndHeadings.length; i += 2) {
            put((Integer) numbersAndHeadings[i], (String) numbersAndHeadings[i + 1], kind);
        }
    }

    private static void put(final int number, final String heading, final Kind kind) {
        MEANINGS.computeIfAbsent(number, any -> new ArrayList<>()).add(new Meaning(heading, kind));
    }

    /** Whether the column is one of those that share one byte, stored where the first of them stands. */
    static boolean isFlag(final int number) {
        return FLAGS.contains(number);
    }

    /**
     * What a column's number can mean, the likeliest first; empty if the number is not known.
     *
     * @param lowByte whether the file keeps only the low byte of the number
     */
    static List<Meaning> meanings(final int number, final boolean lowByte) {
        final List<Meaning> meanings = new ArrayList<>(MEANINGS.getOrDefault(number, List.of()));
        if (lowByte || meanings.isEmpty()) {
            meanings.addAll(MEANINGS.getOrDefault(number < 256 ? number + 256 : number - 256, List.of()));
        }
        return meanings;
    }

    /** The widths in bytes that a value of this column can have; the possible ones if the number is not known. */
    static Set<Integer> widths(final int number, final boolean lowByte) {
        final List<Meaning> meanings = meanings(number, lowByte);
        if (meanings.isEmpty()) {
            return new TreeSet<>(Set.of(0, 1, 2, 4, 8));
        }
        final Set<Integer> widths = new TreeSet<>();
        meanings.forEach(meaning -> widths.add(meaning.kind.bytes()));
        return widths;
    }
}
