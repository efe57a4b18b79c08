package operando.segment.learn;

import java.io.Serializable;

import operando.segment.feature.block.VoxelBlock;
import operando.segment.learn.forest.BlockClassifier;

/**
 * The labels of a band.
 *
 * @param counts voxels of each class
 */
record BandLabels(ClassifyBlocks.Band band, byte[] labels, long[] counts) implements Serializable {

    /** The label of the most probable class. */
    record Votes(ClassLabels labels) implements ClassifyBlocks.Votes<BandLabels> {

        @Override
        public BandLabels none(final ClassifyBlocks.Band band, final BlockClassifier classifier) {
            return new BandLabels(band, new byte[band.size()], new long[classifier.classCount()]);
        }

        @Override
        public void add(final BlockClassifier classifier, final VoxelBlock block, final float[][] features, final BandLabels ofBand) {
            final byte[] classes = new byte[block.size()];
            classifier.classify(features, classes);
            for (final byte one : classes) {
                ofBand.counts[one & 0xff]++;
            }
            labels.paint(classes);
            ofBand.band.put(classes, block, ofBand.labels);
        }
    }
}
