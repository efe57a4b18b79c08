package operando.series;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;

/**
 * The numbers of every scan of a series, a row a scan in the order of their times; the truth behind timeseries.csv.
 *
 * <pre>
 * series.set(row, Quantity.CONTACT_AREA.at(Side.TOP), Measured.of(0.0226, 0.0002));
 * double[] area = series.values(Quantity.CONTACT_AREA.at(Side.TOP));
 * </pre>
 */
public final class TimeSeries {

    private static final Measured NOT_MEASURED = Measured.missing("it was not measured");

    private final List<String> scans;
    private final double[] timesH;
    private final Map<Quantity, Measured[]> numbers = new LinkedHashMap<>();

    /**
     * @param scans  names
     * @param timesH when they were taken, h on the cycler's clock, strictly rising
     */
    public TimeSeries(final List<String> scans, final double[] timesH) {
        this.scans = List.copyOf(scans);
        this.timesH = timesH.clone();
        Quantity.ofScans().stream().filter(Quantity::always).flatMap(quantity -> quantity.everySide().stream()).forEach(this::numbers);
    }

    /** How many scans. */
    public int size() {
        return scans.size();
    }

    public String scan(final int row) {
        return scans.get(row);
    }

    public double[] timesH() {
        return timesH.clone();
    }

    /** What every table of the series shows, and what any scan has a value of, in the order of columns. */
    public List<Quantity> quantities() {
        return numbers.keySet().stream().filter(quantity -> quantity.always() || hasAny(quantity)).toList();
    }

    /** Whether any scan has a value of it. */
    public boolean hasAny(final Quantity quantity) {
        return numbers.containsKey(quantity) && Arrays.stream(numbers.get(quantity)).anyMatch(Measured::isPresent);
    }

    /** Whether any scan knows how good its value is. */
    public boolean hasErrors(final Quantity quantity) {
        return numbers.containsKey(quantity) && Arrays.stream(numbers.get(quantity)).anyMatch(Measured::hasError);
    }

    public Measured get(final int row, final Quantity quantity) {
        return numbers.containsKey(quantity) ? numbers.get(quantity)[row] : NOT_MEASURED;
    }

    /** NaN where there is none. */
    public double value(final int row, final Quantity quantity) {
        return get(row, quantity).value();
    }

    /** A value a row, NaN where there is none. */
    public double[] values(final Quantity quantity) {
        final double[] values = new double[size()];
        Arrays.setAll(values, row -> value(row, quantity));
        return values;
    }

    /** A standard error a row, NaN where it is not known. */
    public double[] standardErrors(final Quantity quantity) {
        final double[] errors = new double[size()];
        Arrays.setAll(errors, row -> get(row, quantity).standardError());
        return errors;
    }

    public void set(final int row, final Quantity quantity, final Measured number) {
        numbers(quantity)[row] = number;
    }

    public void set(final int row, final Map<Quantity, Measured> all) {
        all.forEach((quantity, number) -> set(row, quantity, number));
    }

    private Measured[] numbers(final Quantity quantity) {
        if (quantity.hasSides()) {
            throw new IllegalArgumentException(quantity + " of which side");
        }
        return numbers.computeIfAbsent(quantity, key -> {
            final Measured[] empty = new Measured[size()];
            Arrays.fill(empty, NOT_MEASURED);
            return empty;
        });
    }
}
