/**
 * Numbers and maps of many scans over time, as data: the time series, the maps of both interfaces, what changed from scan to
 * scan, where the charge of a half cycle went, displacements, straight lines between scans. It uses {@code cell},
 * {@code segment}, {@code measure}, {@code motion} and {@code cycler}. A formula over several scans goes here as a class with
 * its own test; a formula of one scan into {@code measure}; anything that opens a file into {@code results}. Read
 * {@link operando.series.TimeSeries} first.
 */
package operando.series;
