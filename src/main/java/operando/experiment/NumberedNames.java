package operando.experiment;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order a person expects of numbered files: t2 before t10. */
public final class NumberedNames {

    public static final Comparator<Path> ORDER =
        Comparator.comparing(Path::toString, NumberedNames::compare).thenComparing(Comparator.naturalOrder());

    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private NumberedNames() {
    }

    /** Two files in order between which the only number that differs in the names rises by another step than between the first two; empty if none does. */
    static Optional<List<Path>> unequalStep(final List<Path> ordered) {
        final List<List<String>> pieces = ordered.stream().map(path -> PIECE.matcher(path.getFileName().toString()).results().map(MatchResult::group).toList()).toList();
        int varying = -1;
        for (int i = 0; !pieces.isEmpty() && i < pieces.get(0).size(); i++) {
            final int index = i;
            if (pieces.stream().anyMatch(name -> name.size() != pieces.get(0).size() || !name.get(index).equals(pieces.get(0).get(index)))) {
                if (varying >= 0 || pieces.stream().anyMatch(name -> name.size() != pieces.get(0).size() || !Character.isDigit(name.get(index).charAt(0)))) {
                    return Optional.empty();
                }
                varying = i;
            }
        }
        BigInteger step = null;
        for (int i = 1; varying >= 0 && i < pieces.size(); i++) {
            final BigInteger rise = new BigInteger(pieces.get(i).get(varying)).subtract(new BigInteger(pieces.get(i - 1).get(varying)));
            if (step != null && !rise.equals(step)) {
                return Optional.of(rise.compareTo(step) > 0 ? List.of(ordered.get(i - 1), ordered.get(i)) : List.of(ordered.get(0), ordered.get(1)));
            }
            step = rise;
        }
        return Optional.empty();
    }

    static int compare(final String a, final String b) {
        final Matcher pieceOfA = PIECE.matcher(a);
        final Matcher pieceOfB = PIECE.matcher(b);
        while (pieceOfA.find()) {
            if (!pieceOfB.find()) {
                return 1;
            }
            final int order = comparePieces(pieceOfA.group(), pieceOfB.group());
            if (order != 0) {
                return order;
            }
        }
        return pieceOfB.find() ? -1 : 0;
    }

    private static int comparePieces(final String a, final String b) {
        final boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
