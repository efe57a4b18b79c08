package operando.segment.feature.block;

import operando.scan.Scan;

/**
 * A box of a scan with the grey values around it that its features depend on. The surroundings are cut off at the scan's
 * borders, and only there: where a block ends, the image ends. Axes x (fastest), y, z.
 *
 * @param x      first voxel of the box in the scan, and so y and z
 * @param width  voxels of the box along x, and so height along y and depth along z
 * @param left   voxels read before the box along x, and so up along y and before along z
 * @param read   what was read, box and surroundings
 */
public record VoxelBlock(int x, int y, int z, int width, int height, int depth, int left, int up, int before,
                         GreyVolume read) {

    /**
     * Reads a box that lies inside the scan and up to {@code reach} voxels around it along x and y, and
     * {@code reachAcrossSlices} along z.
     *
     * @throws operando.cell.InputException if a slice cannot be read
     */
    public static VoxelBlock read(final Scan scan, final int x, final int y, final int z, final int width, final int height,
        final int depth, final int reach, final int reachAcrossSlices) {
        final int fromX = Math.max(0, x - reach);
        final int fromY = Math.max(0, y - reach);
        final int fromZ = Math.max(0, z - reachAcrossSlices);
        final GreyVolume read = GreyVolume.of(Math.min(scan.width(), x + width + reach) - fromX,
            Math.min(scan.height(), y + height + reach) - fromY, Math.min(scan.depth(), z + depth + reachAcrossSlices) - fromZ);
        scan.readBlock(fromX, fromY, fromZ, read.width(), read.height(), read.depth(), read.grey());
        return new VoxelBlock(x, y, z, width, height, depth, x - fromX, y - fromY, z - fromZ, read);
    }

    /** A part of a block that spans the scan's width, from {@code x} on, with up to {@code reach} voxels around it. */
    public VoxelBlock part(final int from, final int count, final int reach) {
        final int first = Math.max(0, from - reach);
        final GreyVolume cut = GreyVolume.of(Math.min(read.width(), from + count + reach) - first, read.height(), read.depth());
        for (int row = 0; row < read.height() * read.depth(); row++) {
            System.arraycopy(read.grey(), row * read.width() + first, cut.grey(), row * cut.width(), cut.width());
        }
        return new VoxelBlock(from, y, z, count, height, depth, from - first, up, before, cut);
    }

    /** The same box with other values around it, so many voxels of them before it along each axis. */
    public VoxelBlock with(final int newLeft, final int newUp, final int newBefore, final GreyVolume values) {
        return new VoxelBlock(x, y, z, width, height, depth, newLeft, newUp, newBefore, values);
    }

    /** The product with another image of the same place. */
    public VoxelBlock times(final VoxelBlock other) {
        final GreyVolume product = read.sameSize();
        for (int i = 0; i < product.grey().length; i++) {
            product.grey()[i] = read.grey()[i] * other.read.grey()[i];
        }
        return with(left, up, before, product);
    }

    /** The same box with no more around it than so many voxels along x and y, and along z. */
    public VoxelBlock around(final int reach, final int reachAcrossSlices) {
        final int newLeft = Math.min(left, reach);
        final int newUp = Math.min(up, reach);
        final int newBefore = Math.min(before, reachAcrossSlices);
        final int fromX = left - newLeft;
        final int fromY = up - newUp;
        final int fromZ = before - newBefore;
        final GreyVolume cut = GreyVolume.of(Math.min(read.width() - fromX, newLeft + width + reach),
            Math.min(read.height() - fromY, newUp + height + reach), Math.min(read.depth() - fromZ, newBefore + depth + reachAcrossSlices));
        for (int k = 0; k < cut.depth(); k++) {
            for (int j = 0; j < cut.height(); j++) {
                System.arraycopy(read.grey(), read.index(fromX, fromY + j, fromZ + k), cut.grey(), cut.index(0, j, k), cut.width());
            }
        }
        return with(newLeft, newUp, newBefore, cut);
    }

    /** Voxels of the box. */
    public int size() {
        return width * height * depth;
    }

    /** The box cut out of an image of all that was read. */
    public float[] box(final GreyVolume image) {
        final float[] box = new float[size()];
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < height; j++) {
                System.arraycopy(image.grey(), image.index(left, up + j, before + k), box, (k * height + j) * width, width);
            }
        }
        return box;
    }
}
