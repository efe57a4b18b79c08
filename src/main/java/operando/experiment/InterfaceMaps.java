package operando.experiment;

import java.nio.file.Path;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.segment.SweepResult;

/**
 * The maps of a scan that the next scan is compared with: contact, the thickness of voids in voxels, and the
 * height of the interface in µm.
 */
record InterfaceMaps(int width, byte[][] contact, float[][] voids, float[][] heightUm) {

    private static final int MAPS = 3;

    static InterfaceMaps of(final SweepResult swept, final VoxelSize voxelSize) {
        final byte[][] contact = new byte[2][];
        final float[][] voids = new float[2][swept.width() * swept.height()];
        final float[][] heights = new float[2][swept.width() * swept.height()];
        for (final Side side : Side.values()) {
            contact[side.ordinal()] = ContactMap.of(swept, side).pixels();
            for (int column = 0; column < swept.width() * swept.height(); column++) {
                final boolean isVoid = swept.side(side).voidVoxels(column) > 0 && swept.inCrossSection(column);
                voids[side.ordinal()][column] = isVoid ? Math.max(0, swept.side(side).voidThickness(column)) : 0;
                heights[side.ordinal()][column] = swept.side(side).interfaceHeight(column) * (float) voxelSize.zUm();
            }
        }
        return new InterfaceMaps(swept.width(), contact, voids, heights);
    }

    /** Writes the maps as a stack of six: contact, void thickness and height at the top, the same at the bottom. */
    void write(final Path file, final VoxelSize voxelSize) {
        final int height = contact[0].length / width;
        try (StackWriter writer = StackWriter.create(file, width, height, 2 * MAPS, PixelType.FLOAT32, voxelSize)) {
            for (int side = 0; side < 2; side++) {
                final float[] slice = new float[contact[side].length];
                PixelType.toFloat(contact[side], 0, slice.length, slice, 0);
                writer.write(slice);
                writer.write(voids[side]);
                writer.write(heightUm[side]);
            }
        }
    }

    static InterfaceMaps read(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            final byte[][] contact = new byte[2][scan.width() * scan.height()];
            final float[][] voids = new float[2][scan.width() * scan.height()];
            final float[][] heights = new float[2][scan.width() * scan.height()];
            final float[] slice = new float[scan.width() * scan.height()];
            for (int side = 0; side < 2; side++) {
                scan.readSlice(MAPS * side, slice);
                for (int column = 0; column < slice.length; column++) {
                    contact[side][column] = (byte) slice[column];
                }
                scan.readSlice(MAPS * side + 1, voids[side]);
                scan.readSlice(MAPS * side + 2, heights[side]);
            }
            return new InterfaceMaps(scan.width(), contact, voids, heights);
        }
    }
}
