package operando.segment.learn;

import java.io.Serializable;

import operando.segment.feature.block.VoxelBlock;
import operando.segment.learn.forest.BlockClassifier;

/**
 * The probabilities of a band's voxels.
 *
 * @param ofClass [class][voxel]
 */
record BandProbabilities(ClassifyBlocks.Band band, float[][] ofClass) implements Serializable {

    /** The probability of each class. */
    record Votes() implements ClassifyBlocks.Votes<BandProbabilities> {

        @Override
        public BandProbabilities none(final ClassifyBlocks.Band band, final BlockClassifier classifier) {
            return new BandProbabilities(band, new float[classifier.classCount()][band.size()]);
        }

        @Override
        public void add(final BlockClassifier classifier, final VoxelBlock block, final float[][] features, final BandProbabilities ofBand) {
            final float[][] ofBlock = new float[ofBand.ofClass.length][block.size()];
            classifier.probabilities(features, ofBlock);
            for (int c = 0; c < ofBlock.length; c++) {
                ofBand.band.put(ofBlock[c], block, ofBand.ofClass[c]);
            }
        }
    }
}
