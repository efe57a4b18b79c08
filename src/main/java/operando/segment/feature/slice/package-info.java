/**
 * The 2-D features of Trainable Weka Segmentation, each slice by itself. It has more than twenty classes because each of
 * the groups of features that Fiji's dialog names is a filter of its own; they share
 * {@link operando.segment.feature.slice.SlicePlane}. Read {@link operando.segment.feature.slice.SliceFeatures} first; a new
 * filter goes beside its group. Models and classes do not belong here.
 */
package operando.segment.feature.slice;
