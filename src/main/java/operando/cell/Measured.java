package operando.cell;

import java.io.Serializable;

/**
 * A number that was measured, with how good it is; or, where the data do not support one, why there is none.
 *
 * <pre>
 * Measured.of(0.71, 0.02)            a number with its standard error
 * Measured.missing("no current collector is in view")
 * </pre>
 *
 * @param value         NaN where there is none
 * @param standardError of the value, in its unit; NaN where it is not known
 * @param reason        why there is no value, a few words; empty where there is one
 */
public record Measured(double value, double standardError, String reason) implements Serializable {

    public Measured {
        if (Double.isFinite(value) != reason.isEmpty()) {
            throw new IllegalArgumentException(value + " with the reason \"" + reason + "\"");
        }
    }

    /** A finite value whose standard error is not known; another counts as missing. */
    public static Measured of(final double value) {
        return of(value, Double.NaN);
    }

    /** A finite value with its standard error; a value that is not finite counts as missing. */
    public static Measured of(final double value, final double standardError) {
        return Double.isFinite(value) ? new Measured(value, Double.isFinite(standardError) ? standardError : Double.NaN, "")
            : missing("it cannot be computed");
    }

    /** A value, or the reason if it is not finite. */
    public static Measured of(final double value, final String reasonIfMissing) {
        return Double.isFinite(value) ? of(value) : missing(reasonIfMissing);
    }

    /** @param reason a few words that end the sentence "there is none, since …" */
    public static Measured missing(final String reason) {
        return new Measured(Double.NaN, Double.NaN, reason);
    }

    public boolean isPresent() {
        return reason.isEmpty();
    }

    public boolean hasError() {
        return Double.isFinite(standardError);
    }
}
