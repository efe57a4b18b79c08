package operando.results;

import java.awt.image.BufferedImage;

import operando.scan.Scan;

/** A cross-section along x and the stack axis as an 8-bit picture that shows all but the outermost grey values. */
public final class GreySection {

    /** The parts of the grey values that are shown black and white. */
    private static final double BLACK = 0.002;
    private static final double WHITE = 0.998;

    private GreySection() {
    }

    /**
     * @param row the y at which to cut, voxels
     * @return a pixel a voxel, x to the right and z down
     * @throws operando.cell.InputException if the scan cannot be read
     */
    public static BufferedImage of(final Scan scan, final int row) {
        return of(scan, cut(scan, row));
    }

    static BufferedImage of(final Scan scan, final float[] grey) {
        final float[] sorted = SortedGreys.of(grey);
        final float black = sorted[(int) (BLACK * (sorted.length - 1))];
        final float white = Math.max(black + Float.MIN_NORMAL, sorted[(int) (WHITE * (sorted.length - 1))]);
        final byte[] pixels = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            pixels[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, (grey[i] - black) / (white - black))));
        }
        return image(pixels, scan);
    }

    static float[] cut(final Scan scan, final int row) {
        final float[] cut = new float[scan.width() * scan.depth()];
        scan.readBlock(0, row, 0, scan.width(), 1, scan.depth(), cut);
        return cut;
    }

    static BufferedImage image(final byte[] pixels, final Scan scan) {
        final BufferedImage image = new BufferedImage(scan.width(), scan.depth(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, scan.width(), scan.depth(), pixels);
        return image;
    }
}
