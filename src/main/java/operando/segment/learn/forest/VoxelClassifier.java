package operando.segment.learn.forest;

/** Tells from the features of a voxel how probable each class is. Used from several threads at the same time. */
public interface VoxelClassifier extends BlockClassifier {

    int featureCount();

    @Override
    int classCount();

    /**
     * @param features      {@link #featureCount()} numbers
     * @param probabilities filled with {@link #classCount()} numbers that sum to 1, or to 0 where the classifier does
     *                      not know
     */
    void probabilities(float[] features, double[] probabilities);

    /**
     * The same for a row of a table, whose numbers may have more digits than a voxel's. They are rounded to those of a voxel first, unless
     * the classifier was trained on rows of a table as they are.
     */
    default void probabilities(final double[] row, final double[] probabilities) {
        final float[] features = new float[row.length];
        for (int f = 0; f < row.length; f++) {
            features[f] = (float) row[f];
        }
        probabilities(features, probabilities);
    }

    /** The most probable class, the first of equals. */
    default int classOf(final float[] features) {
        final double[] probabilities = new double[classCount()];
        probabilities(features, probabilities);
        return firstLargest(probabilities);
    }

    @Override
    default void classify(final float[][] features, final byte[] classes) {
        final float[] voxel = new float[featureCount()];
        for (int v = 0; v < classes.length; v++) {
            take(features, v, voxel);
            classes[v] = (byte) classOf(voxel);
        }
    }

    @Override
    default void probabilities(final float[][] features, final float[][] probabilities) {
        final float[] voxel = new float[featureCount()];
        final double[] ofVoxel = new double[classCount()];
        for (int v = 0; v < probabilities[0].length; v++) {
            take(features, v, voxel);
            probabilities(voxel, ofVoxel);
            for (int c = 0; c < ofVoxel.length; c++) {
                probabilities[c][v] = (float) ofVoxel[c];
            }
        }
    }

    private static void take(final float[][] features, final int v, final float[] voxel) {
        for (int f = 0; f < voxel.length; f++) {
            voxel[f] = features[f][v];
        }
    }

    /** The first of the largest numbers. */
    static int firstLargest(final double[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] > numbers[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
