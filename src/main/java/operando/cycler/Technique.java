package operando.cycler;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import operando.cell.InputException;

/** Kinds of measurement that are no cycling, however much their files look like it. */
enum Technique {
    IMPEDANCE("an impedance measurement", "impedance", Set.of(0x1d, 0x1e)),
    SWEEP("a voltage sweep (cyclic or linear voltammetry)", "voltammetry", Set.of(0x06, 0x30, 0x33, 0x6c));

    /** Rest at open circuit, whose files have no current. */
    static final int OPEN_CIRCUIT = 0x0b;

    /** Battery capacity determination, whose potential is the cell's. */
    static final int BATTERY_CAPACITY = 0x88;

    private final String words;

    private final String title;

    private final Set<Integer> numbers;

    Technique(final String words, final String title, final Set<Integer> numbers) {
        this.words = words;
        this.title = title;
        this.numbers = numbers;
    }

    /** The one that the title of an EC-Lab file names, if it is one of these. */
    static Optional<Technique> named(final String title) {
        final String plain = title.toLowerCase(Locale.ROOT);
        return java.util.Arrays.stream(values()).filter(technique -> plain.contains(technique.title)).findFirst();
    }

    /** The one with EC-Lab's number, if it is one of these. */
    static Optional<Technique> numbered(final int number) {
        return java.util.Arrays.stream(values()).filter(technique -> technique.numbers.contains(number)).findFirst();
    }

    InputException refused(final String file) {
        return new InputException(file, "is " + words + ", not cycling at a current",
            "give the file of the cycling (GCPL, CP, MB, CA, OCV and their like)");
    }
}
