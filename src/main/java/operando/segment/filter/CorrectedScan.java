package operando.segment.filter;

import java.util.Optional;

import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanView;

/** A scan whose shading and rings are taken away voxel by voxel as it is read. */
final class CorrectedScan extends ScanView {

    private final Optional<Shading> shading;
    private final Optional<Rings> rings;

    CorrectedScan(final Scan scan, final Optional<Shading> shading, final Optional<Rings> rings) {
        super(scan);
        this.shading = shading;
        this.rings = rings;
    }

    @Override
    public PixelType pixelType() {
        return PixelType.FLOAT32;
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height(), pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        final Object stored = scan().pixelType().newPixels(rows * width());
        scan().readRows(z, y, rows, stored);
        final float[] grey = (float[]) pixels;
        PixelType.toFloat(stored, 0, rows * width(), grey, 0);
        final double[] f = Shading.newTerms();
        for (int i = 0; i < rows * width(); i++) {
            final int x = i % width();
            final int row = y + i / width();
            if (shading.isPresent()) {
                shading.get().terms(x + 0.5, row + 0.5, z + 0.5, f);
                grey[i] = (float) shading.get().corrected(grey[i], f);
            }
            if (rings.isPresent()) {
                grey[i] -= rings.get().at(z, rings.get().radius(x, row));
            }
        }
    }
}
