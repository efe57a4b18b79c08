package operando.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.measure.ResultsTable;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.measure.ScanMeasures;
import operando.series.TimeSeries;

/** Measures as rows of ImageJ's Results table. */
final class MeasureRows {

    private MeasureRows() {
    }

    /** Adds the measures of a stack to the Results table, a column a measure; what is missing stays empty. */
    static ResultsTable add(final String name, final ScanMeasures measures) {
        final Map<String, Double> values = new LinkedHashMap<>();
        put(measures.numbers(), values);
        return add(name, values);
    }

    /** Adds the numbers of a series to the Results table, a row a scan. */
    static ResultsTable add(final TimeSeries series) {
        final Map<String, Double> values = new LinkedHashMap<>();
        for (int row = 0; row < series.size(); row++) {
            values.put(Quantity.TIME.column(), series.timesH()[row]);
            for (final Quantity quantity : series.quantities()) {
                values.put(quantity.column(), series.value(row, quantity));
                if (series.hasErrors(quantity)) {
                    values.put(quantity.errorColumn(), series.get(row, quantity).standardError());
                }
            }
            add(series.scan(row), values);
        }
        return ResultsTable.getResultsTable();
    }

    private static void put(final Map<Quantity, Measured> numbers, final Map<String, Double> values) {
        numbers.forEach((quantity, number) -> {
            if (number.isPresent()) {
                values.put(quantity.column(), number.value());
            }
            if (number.hasError()) {
                values.put(quantity.errorColumn(), number.standardError());
            }
        });
    }

    static ResultsTable add(final String name, final Map<String, Double> values) {
        final ResultsTable table = ResultsTable.getResultsTable();
        table.setNaNEmptyCells(true);
        table.setPrecision(6);
        table.incrementCounter();
        table.addLabel(name);
        values.forEach(table::addValue);
        return table;
    }
}
