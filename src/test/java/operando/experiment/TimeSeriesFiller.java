package operando.experiment;

/** Lets tests of other packages make up a time series. */
public final class TimeSeriesFiller {

    private TimeSeriesFiller() {
    }

    public static void set(final TimeSeries series, final int row, final String column, final double value) {
        series.set(row, column, value);
    }
}
