package operando.measure;

/** Mean and standard deviation of the numbers among some values; NaN of none. */
final class Moments {

    private long count;
    private double mean;
    private double squares;

    /** Adds a value; one that is no number is left out. */
    void add(final double value) {
        if (!Double.isNaN(value)) {
            count++;
            final double difference = value - mean;
            mean += difference / count;
            squares += difference * (value - mean);
        }
    }

    long count() {
        return count;
    }

    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    double deviation() {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }
}
