/**
 * From grey values to phases: the column sweep of Lewis et al. and what it needs (thresholds, grey levels, edges between
 * voxels). Uses {@code cell}, {@code engine} and {@code scan}; whatever turns grey into labels goes here, whatever turns
 * labels into numbers goes to {@code measure}. It has more than twenty classes because the sweep, the grey values and the edges
 * between voxels see each other's inside, which is nobody else's. Read {@link operando.segment.ColumnSweep} first.
 */
package operando.segment;
