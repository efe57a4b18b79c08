package operando.voltage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.TimeSeries;

/**
 * Which contact fraction the model takes. The published rule counts the thin rims of voids as contact and so comes out too high, the
 * more so the more voids there are; the sub-voxel estimate takes them off where the image is good enough.
 */
public enum ContactRule {
    SUBVOXEL(Quantity.CONTACT_FRACTION_SUBVOXEL, "the sub-voxel estimate"),
    PUBLISHED(Quantity.CONTACT_FRACTION, "the published rule");

    private final Quantity quantity;
    private final String meaning;

    ContactRule(final Quantity quantity, final String meaning) {
        this.quantity = quantity;
        this.meaning = meaning;
    }

    /** As a report says it. */
    public String meaning() {
        return meaning;
    }

    public Quantity quantity() {
        return quantity;
    }

    /**
     * This rule, or the published one for the whole series if some scan that has contact has no value by this one: the two are not mixed.
     *
     * @param warnings gets a line if it is not this rule
     */
    public ContactRule supportedBy(final TimeSeries series, final List<String> warnings) {
        final long missing = Arrays.stream(Side.values()).mapToLong(side -> IntStream.range(0, series.size())
            .filter(row -> series.get(row, Quantity.CONTACT_FRACTION.at(side)).isPresent() && !series.get(row, quantity.at(side)).isPresent()).count()).sum();
        if (missing == 0) {
            return this;
        }
        warnings.add(String.format(Locale.ROOT, "The model takes contact by the published rule, which is too high where voids are thin: %d of its values "
            + "have no sub-voxel estimate.", missing));
        return PUBLISHED;
    }
}
