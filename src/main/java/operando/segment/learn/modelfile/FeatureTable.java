package operando.segment.learn.modelfile;

import java.util.List;

import operando.cell.InputException;

/**
 * Rows of numbers to be classified, with all the digits that a file gives them.
 *
 * @param where    the file
 * @param features their names
 * @param rows     one row a voxel or whatever it is, the features in the order of their names; not a number where one is missing
 */
public record FeatureTable(String where, List<String> features, double[][] rows) {

    public FeatureTable {
        features = List.copyOf(features);
    }

    /**
     * The numbers of a row that a model takes, in its order.
     *
     * @param places from {@link #placesOf}
     */
    public double[] row(final int number, final int[] places) {
        final double[] row = new double[places.length];
        for (int f = 0; f < places.length; f++) {
            row[f] = rows[number][places[f]];
        }
        return row;
    }

    /** @throws InputException if a feature of the model is not in the table */
    public int[] placesOf(final ModelHeader model) {
        return model.placesIn(features, where);
    }
}
