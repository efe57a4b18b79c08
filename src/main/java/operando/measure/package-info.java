/**
 * From phases to numbers with units: one scan ({@link operando.measure.ScanMeasures}), two scans, a half cycle, any label
 * stack. Uses {@code cell}, {@code engine}, {@code scan} and {@code segment}; nothing here reads files or knows of time
 * series. A new measure of a side is a component of {@link operando.measure.SideMeasures}, a larger one a class with one verb and
 * a record for its result. Read {@code ScanMeasures} first.
 */
package operando.measure;
