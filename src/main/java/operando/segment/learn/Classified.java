package operando.segment.learn;

import java.io.Serializable;

/**
 * What was found in a scan, in numbers.
 *
 * @param voxels of each class
 * @param beyond voxels whose value of each feature is out of the range seen in training; empty where that is not known
 */
public record Classified(long[] voxels, long[] beyond) implements Serializable {

    void add(final Classified other) {
        for (int c = 0; c < voxels.length; c++) {
            voxels[c] += other.voxels[c];
        }
        for (int f = 0; f < beyond.length; f++) {
            beyond[f] += other.beyond[f];
        }
    }
}
