package operando.experiment;

import java.nio.file.Path;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackWriter;
import operando.segment.SweptScan;

/** The maps of a scan that the next scan is compared with: contact, and the thickness of voids in voxels. */
record ScanMaps(int width, byte[][] contact, float[][] voids) {

    static ScanMaps of(final SweptScan swept) {
        final byte[][] contact = new byte[2][];
        final float[][] voids = new float[2][swept.width() * swept.height()];
        for (final Side side : Side.values()) {
            contact[side.ordinal()] = ContactPicture.of(swept, side).pixels();
            for (int column = 0; column < swept.width() * swept.height(); column++) {
                final boolean isVoid = swept.side(side).voidVoxels(column) > 0 && swept.inCrossSection(column);
                voids[side.ordinal()][column] = isVoid ? Math.max(0, swept.side(side).voidThickness(column)) : 0;
            }
        }
        return new ScanMaps(swept.width(), contact, voids);
    }

    /** Writes the maps as a stack of four: contact and void thickness at the top, the same at the bottom. */
    void write(final Path file, final VoxelSize voxelSize) {
        final int height = contact[0].length / width;
        try (StackWriter writer = StackWriter.create(file, width, height, 4, PixelType.FLOAT32, voxelSize)) {
            for (int side = 0; side < 2; side++) {
                final float[] slice = new float[contact[side].length];
                PixelType.toFloat(contact[side], 0, slice.length, slice, 0);
                writer.write(slice);
                writer.write(voids[side]);
            }
        }
    }

    static ScanMaps read(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            final byte[][] contact = new byte[2][scan.width() * scan.height()];
            final float[][] voids = new float[2][scan.width() * scan.height()];
            final float[] slice = new float[scan.width() * scan.height()];
            for (int side = 0; side < 2; side++) {
                scan.readSlice(2 * side, slice);
                for (int column = 0; column < slice.length; column++) {
                    contact[side][column] = (byte) slice[column];
                }
                scan.readSlice(2 * side + 1, voids[side]);
            }
            return new ScanMaps(scan.width(), contact, voids);
        }
    }
}
