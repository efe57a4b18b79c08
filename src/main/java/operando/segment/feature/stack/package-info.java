/**
 * The 3-D features of Trainable Weka Segmentation. Read {@link operando.segment.feature.stack.StackFeatures} first; a new
 * 3-D filter goes here. Models and classes do not belong here.
 */
package operando.segment.feature.stack;
