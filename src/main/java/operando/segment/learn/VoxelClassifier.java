package operando.segment.learn;

/** Tells from the features of a voxel how probable each class is. Used from several threads at the same time. */
public interface VoxelClassifier {

    int featureCount();

    int classCount();

    /**
     * @param features      {@link #featureCount()} numbers
     * @param probabilities filled with {@link #classCount()} numbers that sum to 1, or to 0 where the classifier does
     *                      not know
     */
    void probabilities(float[] features, double[] probabilities);

    /** The most probable class, the first of equals. */
    default int classOf(final float[] features) {
        final double[] probabilities = new double[classCount()];
        probabilities(features, probabilities);
        return firstLargest(probabilities);
    }

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
