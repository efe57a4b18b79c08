package operando.segment.learn;

import java.io.Serializable;

import operando.segment.feature.block.VoxelBlock;
import operando.segment.learn.forest.BlockClassifier;
import operando.segment.learn.origin.FeatureRanges;

/**
 * The labels of a band.
 *
 * @param found what is in it
 */
record BandLabels(ClassifyBlocks.Band band, byte[] labels, Classified found) implements Serializable {

    /**
     * The label of the most probable class.
     *
     * @param seen values beyond these ranges are counted
     */
    record Votes(ClassLabels labels, FeatureRanges seen) implements ClassifyBlocks.Votes<BandLabels> {

        @Override
        public BandLabels none(final ClassifyBlocks.Band band, final BlockClassifier classifier) {
            return new BandLabels(band, new byte[band.size()], new Classified(new long[classifier.classCount()], new long[seen.size()]));
        }

        @Override
        public void add(final BlockClassifier classifier, final VoxelBlock block, final float[][] features, final BandLabels ofBand) {
            final byte[] classes = new byte[block.size()];
            classifier.classify(features, classes);
            for (final byte one : classes) {
                ofBand.found.voxels()[one & 0xff]++;
            }
            seen.countBeyond(features, ofBand.found.beyond());
            labels.paint(classes);
            ofBand.band.put(classes, block, ofBand.labels);
        }
    }
}
