package operando.scan;

import java.util.Optional;

import operando.cell.VoxelSize;

/** A scan with the voxel size that the user states in place of its own. */
public final class VoxelSizeOverride extends ScanView {

    private final VoxelSize stated;

    /** @param stated in place of what the file says */
    public VoxelSizeOverride(final Scan scan, final VoxelSize stated) {
        super(scan);
        this.stated = stated;
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return Optional.of(stated);
    }

    @Override
    public ScanSource source() {
        final VoxelSize given = stated;
        return scan().source().seen(stored -> new VoxelSizeOverride(stored, given));
    }

    @Override
    public void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth, final float[] grey) {
        scan().readBlock(x, y, z, width, height, depth, grey);
    }
}
