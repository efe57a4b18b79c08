/**
 * Segmentation by example: features of each voxel, a classifier trained on labelled voxels, and the model files of Fiji's
 * Trainable Weka Segmentation, both ways. Uses {@code cell}, {@code engine} and {@code scan}; a new feature goes beside
 * the other features, another kind of classifier behind {@link operando.segment.learn.VoxelClassifier}. Read
 * {@link operando.segment.learn.ModelFile} first.
 */
package operando.segment.learn;
