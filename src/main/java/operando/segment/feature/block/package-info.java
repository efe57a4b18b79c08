/**
 * A box of a scan with its surroundings, and what is computed along its axes: kernels, separable convolution, derivatives
 * of Gaussians, eigenvalues, ranks. It uses {@code scan}, {@code cell} and {@code engine}; names of features do not belong
 * here. Read {@link operando.segment.feature.block.VoxelFeatures} first.
 */
package operando.segment.feature.block;
