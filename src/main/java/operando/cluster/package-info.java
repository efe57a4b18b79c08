/**
 * Clusters of points in a space of numbers, whatever the points are: k-means, mixtures of Gaussians, standardisation. A
 * ground room that voxels and atoms share; it uses only {@code cell} and {@code engine} and knows no image. Read
 * {@link operando.cluster.GaussianMixture} first.
 */
package operando.cluster;
