/**
 * Random forests, whoever trained them, laid out for speed: trees, votes, tiles of voxels on their way down. It uses
 * {@code segment.feature}; files and training do not belong here. Read {@link operando.segment.learn.forest.Forest} first.
 */
package operando.segment.learn.forest;
