package operando.segment.feature.block;

import java.io.Serializable;
import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;

/**
 * Numbers that describe each voxel by its surroundings, for a classifier or for clustering. They depend on nothing beyond
 * the reach, so that any block of a scan gives the same numbers. Used from several threads at the same time, and sent to other machines.
 */
public interface VoxelFeatures extends Serializable {

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

    /** About how many bytes {@link #fitted} takes while it looks at the scan as a whole. */
    default long bytesToFit(final Scan scan, final int threads) {
        return 0;
    }

    /**
     * These features made ready for one scan at one place; some need to know more of it than a block.
     *
     * @throws operando.cell.InputException if the scan lacks what a feature needs
     */
    default VoxelFeatures on(final Scan scan, final Cores cores, final Progress progress) {
        return fitted(scan, cores, progress).reading(scan, cores.threads());
    }

    /**
     * The first half of {@link #on}: these features with what they need to know of the scan as a whole; found once, then sent to
     * wherever the scan is worked on.
     *
     * @throws operando.cell.InputException if the scan lacks what a feature needs
     */
    default VoxelFeatures fitted(final Scan scan, final Cores cores, final Progress progress) {
        return this;
    }

    /** The second half of {@link #on}, at each place of work: these features able to read more of the open scan than a block. */
    default VoxelFeatures reading(final Scan scan, final int threads) {
        return this;
    }
}
