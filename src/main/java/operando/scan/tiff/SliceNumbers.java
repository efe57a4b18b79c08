package operando.scan.tiff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import operando.cell.InputException;

/**
 * Puts the file names of slices into the order of the number in them ({@code slice9} before {@code slice10}) and sees
 * that they are one gapless series. The names may differ in one number only, which rises by the same step throughout.
 */
final class SliceNumbers {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private record Name(String name, String text, List<BigInteger> numbers) {
    }

    private SliceNumbers() {
    }

    /**
     * @param where the folder or pattern, for messages
     * @throws InputException if the names are of several series, or a slice is missing or there twice
     */
    static List<String> ordered(final String where, final List<String> names) {
        final List<Name> parsed = new ArrayList<>();
        for (final String name : names) {
            parsed.add(parse(name));
            requireSameText(where, parsed.get(0), parsed.get(parsed.size() - 1));
        }
        final int varying = varyingNumber(where, parsed);
        parsed.sort(Comparator.comparing(name -> varying < 0 ? BigInteger.ZERO : name.numbers.get(varying)));
        if (varying >= 0) {
            requireNoGap(where, parsed, varying);
        }
        return parsed.stream().map(Name::name).toList();
    }

    private static Name parse(final String name) {
        final List<BigInteger> numbers = new ArrayList<>();
        final Matcher digits = DIGITS.matcher(name);
        while (digits.find()) {
            numbers.add(new BigInteger(digits.group()));
        }
        final String withoutEnding = name.replaceFirst("(?i)\\.tiff?$", "");
        return new Name(name, DIGITS.matcher(withoutEnding).replaceAll("#"), numbers);
    }

    private static void requireSameText(final String where, final Name first, final Name other) {
        if (!first.text.equals(other.text)) {
            throw new InputException(where, "it holds files of several series, such as " + first.name + " and "
                + other.name, "give a pattern for one series, such as " + first.text.replaceFirst("#.*", "*"));
        }
    }

    // The index of the one number that differs between the names; -1 for a single name.
    private static int varyingNumber(final String where, final List<Name> names) {
        int varying = -1;
        for (int i = 0; i < names.get(0).numbers.size(); i++) {
            final int index = i;
            if (names.stream().map(name -> name.numbers.get(index)).distinct().count() > 1) {
                if (varying >= 0) {
                    throw new InputException(where, "its file names differ in more than one number, such as "
                        + names.get(0).name + " and " + names.get(names.size() - 1).name,
                        "give a pattern that matches the slices of one scan");
                }
                varying = i;
            }
        }
        return varying;
    }

    private static void requireNoGap(final String where, final List<Name> names, final int varying) {
        BigInteger step = null;
        for (int i = 1; i < names.size(); i++) {
            final BigInteger rise = names.get(i).numbers.get(varying).subtract(names.get(i - 1).numbers.get(varying));
            step = step == null ? rise : step.min(rise);
        }
        for (int i = 1; i < names.size(); i++) {
            final Name before = names.get(i - 1);
            final Name after = names.get(i);
            final BigInteger next = before.numbers.get(varying).add(step);
            if (step.signum() == 0) {
                throw new InputException(where, "a slice is there twice: " + before.name + " and " + after.name,
                    "remove one of them");
            }
            if (!after.numbers.get(varying).equals(next)) {
                throw new InputException(where, "the slice number " + next + " is missing between " + before.name
                    + " and " + after.name, "restore the missing slices or move the rest to another folder");
            }
        }
    }
}
