package operando.segment.filter;

import java.nio.file.Path;

import operando.cell.VoxelSize;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanView;
import operando.scan.tiff.StackWriter;
import org.jtransforms.dct.FloatDCT_2D;

/**
 * Solves (1 − α ∇²) u = f for a whole stack: Paganin's single-distance phase retrieval (J. Microsc. 206, 33, 2002) on the reconstructed
 * volume, where it is an isotropic low pass 1/(1 + α k²) in three dimensions (docs/methods/filters.md). Across the stack by cosine
 * transforms of each slice; along it each mode has the kernel exp(−q |z|), q² = 1/α + k², which a recursion forwards and one backwards
 * give exactly, for the second difference in place of the second derivative. The field goes on beyond its faces as it ends there.
 *
 * Memory is that of five slices of 4 bytes a pixel; two scratch files of 4 bytes a voxel, the first only while it runs.
 */
final class PhaseRetrieval {

    private final int width;
    private final int height;
    private final FloatDCT_2D transform;
    /** By mode: what the recursion keeps, and the gain 1/(1 + α k²). */
    private final float[] keep;
    private final float[] gain;

    PhaseRetrieval(final int width, final int height, final VoxelSize voxel, final double alphaUm2) {
        this.width = width;
        this.height = height;
        transform = new FloatDCT_2D(height, width);
        keep = new float[width * height];
        gain = new float[width * height];
        for (int mode = 0; mode < keep.length; mode++) {
            final double kx = Math.PI * (mode % width) / (width * voxel.xUm());
            final double ky = Math.PI * (mode / width) / (height * voxel.yUm());
            final double k2 = kx * kx + ky * ky;
            // ρ + 1/ρ = 2 + q² dz², written without cancellation.
            final double half = (1 / alphaUm2 + k2) * voxel.zUm() * voxel.zUm() / 2;
            keep[mode] = (float) (1 / (1 + half + Math.sqrt(half * (half + 2))));
            gain[mode] = (float) (1 / (1 + alphaUm2 * k2));
        }
    }

    /**
     * Writes the retrieved stack.
     *
     * @param forwards scratch file that the caller deletes
     * @param file     of the result, its last slice first
     * @return the result in the order of the scan; closing it leaves the file
     */
    Scan write(final Scan scan, final Path forwards, final Path file, final Progress progress) {
        final VoxelSize voxel = scan.voxelSize().orElse(VoxelSize.cubic(1));
        final int depth = scan.depth();
        float[] state = new float[0];
        float[] last = new float[0];
        try (StackWriter writer = StackWriter.create(forwards, width, height, depth, PixelType.FLOAT32, voxel)) {
            for (int z = 0; z < depth; z++) {
                last = slice(scan, z);
                transform.forward(last, true);
                state = z == 0 ? last.clone() : mixed(last, state);
                writer.write(state);
                progress.report(0.5 * z / depth, "Phase retrieval");
            }
        }
        for (int mode = 0; mode < state.length; mode++) {
            // What the backward recursion has found of the constant field beyond the last slice.
            state[mode] = last[mode] + (state[mode] - last[mode]) * keep[mode] / (1 + keep[mode]);
        }
        try (Scan read = ScanFile.open(forwards); StackWriter writer = StackWriter.create(file, width, height, depth, PixelType.FLOAT32, voxel)) {
            for (int z = depth - 1; z >= 0; z--) {
                state = mixed(slice(read, z), state);
                final float[] grey = state.clone();
                for (int mode = 0; mode < grey.length; mode++) {
                    grey[mode] *= gain[mode];
                }
                transform.inverse(grey, true);
                writer.write(grey);
                progress.report(1 - 0.5 * z / depth, "Phase retrieval");
            }
        }
        return new Reversed(ScanFile.open(file));
    }

    private float[] mixed(final float[] now, final float[] state) {
        for (int mode = 0; mode < state.length; mode++) {
            state[mode] = now[mode] + keep[mode] * (state[mode] - now[mode]);
        }
        return state;
    }

    private static float[] slice(final Scan scan, final int z) {
        final Object pixels = scan.newSlice();
        scan.readSlice(z, pixels);
        final float[] slice = new float[scan.width() * scan.height()];
        PixelType.toFloat(pixels, 0, slice.length, slice, 0);
        return slice;
    }

    /** A stack whose last slice is the first in its file. */
    private static final class Reversed extends ScanView {

        private Reversed(final Scan scan) {
            super(scan);
        }

        @Override
        public void readSlice(final int z, final Object pixels) {
            scan().readSlice(depth() - 1 - z, pixels);
        }

        @Override
        public void readRows(final int z, final int y, final int rows, final Object pixels) {
            scan().readRows(depth() - 1 - z, y, rows, pixels);
        }
    }
}
