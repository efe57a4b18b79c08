package operando.experiment;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import operando.segment.SweepResult;

/** The contact of one side seen along the stack axis: 255 in contact, 0 not. */
record ContactMap(int width, int height, byte[] pixels) {

    static ContactMap of(final SweepResult swept, final Side side) {
        final byte[] pixels = new byte[swept.width() * swept.height()];
        for (int column = 0; column < pixels.length; column++) {
            pixels[column] = (byte) (swept.inCrossSection(column) && swept.side(side).inContact(column) ? 255 : 0);
        }
        return new ContactMap(swept.width(), swept.height(), pixels);
    }

    void writeStack(final Path file, final VoxelSize voxelSize) {
        try (StackWriter writer = StackWriter.create(file, width, height, 1, PixelType.UINT8, voxelSize)) {
            writer.write(pixels);
        }
    }

    void writePng(final Path file) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        AtomicFile.write(file, unfinished -> ImageIO.write(image, "png", unfinished.toFile()));
    }
}
