/**
 * Segmentation by example: a classifier trained on labelled voxels, and the model files of Fiji's Trainable Weka
 * Segmentation, both ways. Uses {@code cell}, {@code engine}, {@code scan} and the features in {@code feature}; another
 * kind of classifier goes behind {@link operando.segment.learn.forest.VoxelClassifier}. Read
 * {@link operando.segment.learn.modelfile.ModelFile} first.
 */
package operando.segment.learn;
