/**
 * From grey values to phases: the column sweep of Lewis et al. and what it needs (thresholds, grey levels, edges between
 * voxels). Uses {@code cell}, {@code engine} and {@code scan}; whatever turns grey into labels goes here, whatever turns
 * labels into numbers goes to {@code measure}. Read {@link operando.segment.ColumnSweep} first.
 */
package operando.segment;
