package operando.command;

import java.util.Map;

import ij.measure.ResultsTable;
import operando.measure.ScanMeasures;

/** Measures as rows of ImageJ's Results table. */
final class MeasureRows {

    private MeasureRows() {
    }

    /** Adds the measures of a stack to the Results table, a column a measure; what is missing stays empty. */
    static ResultsTable add(final String name, final ScanMeasures measures) {
        return add(name, measures.columns());
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
