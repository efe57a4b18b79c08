/**
 * Numbers that describe each voxel by its surroundings: those of Fiji's Trainable Weka Segmentation by the same names and
 * formulas, in 2-D and 3-D, and the set made for this work. Uses {@code cell}, {@code engine}, {@code scan} and the column
 * sweep, and nothing of the classifiers; a new feature goes into one of the three sets. Read
 * {@link operando.segment.feature.block.VoxelFeatures} first.
 */
package operando.segment.feature;
