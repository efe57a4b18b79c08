package operando.experiment;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order a person expects of numbered files: t2 before t10. */
public final class NumberedNames {

    public static final Comparator<Path> ORDER =
        Comparator.comparing(Path::toString, NumberedNames::compare).thenComparing(Comparator.naturalOrder());

    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private NumberedNames() {
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
