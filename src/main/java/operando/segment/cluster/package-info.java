/**
 * Segmentation without labels: clusters of voxels whose surroundings are alike. Uses {@code segment.learn} for the features
 * and for going through a scan, {@code cell}, {@code engine} and {@code scan}. Another way of clustering goes beside
 * {@link operando.cluster.GaussianMixture}; read {@link operando.segment.cluster.VoxelClusters} first.
 */
package operando.segment.cluster;
