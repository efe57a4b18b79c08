package operando.segment.feature.block;

import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;

/**
 * Numbers that describe each voxel by its surroundings, for a classifier or for clustering. They depend on nothing beyond
 * the reach, so that any block of a scan gives the same numbers. Used from several threads at the same time.
 */
public interface VoxelFeatures {

    /** One name a feature; models are matched to features by these. */
    List<String> names();

    /** How many voxels along x and y a feature looks beyond its own voxel. */
    int reach();

    /** How many voxels along z a feature looks beyond its own voxel; 0 where slices do not see each other. */
    int reachAcrossSlices();

    /** The features of the voxels of a block that has at least the reach around it: [feature][voxel of the box]. */
    float[][] of(VoxelBlock block);

    /** About how many bytes these features keep of the scan that they are ready for, besides the blocks in work. */
    default long bytesKept() {
        return 0;
    }

    /**
     * These features made ready for one scan; some need to know more of it than a block.
     *
     * @throws operando.cell.InputException if the scan lacks what a feature needs
     */
    default VoxelFeatures on(final Scan scan, final Cores cores, final Progress progress) {
        return this;
    }
}
