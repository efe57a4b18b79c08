package operando.segment.learn.forest;

import java.io.Serializable;

/** Turns the features of many voxels into classes. Used from several threads at the same time, and sent to other machines. */
public interface BlockClassifier extends Serializable {

    int classCount();

    /** What it keeps in memory as long as it is there. */
    default long bytesKept() {
        return 0;
    }

    /**
     * @param features [feature][voxel]
     * @param classes  filled with the number of the most probable class of each voxel, from 0; the first of equals
     */
    void classify(float[][] features, byte[] classes);

    /**
     * @param features      [feature][voxel]
     * @param probabilities filled with [class][voxel], which sum to 1 for each voxel
     */
    void probabilities(float[][] features, float[][] probabilities);
}
