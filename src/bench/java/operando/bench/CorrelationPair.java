package operando.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.phantom.FourierTexture;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.tiff.StackWriter;

/**
 * Two cubes of one Fourier texture whose displacement is known: the point X of the first lies at X + u(X) in the second,
 * u = shift + gradient · (X − centre) + bump · exp(−|X − centre|² / 2σ²) in each component, σ = side / 5. The second is
 * the texture evaluated at displaced coordinates, without interpolation. White noise of a twentieth of the texture.
 */
final class CorrelationPair {

    private static final double SNR = 20;
    private static final int MOST_STEPS = 40;
    private static final float MEAN = 128;
    private static final float CONTRAST = 25;
    private static final double[][] ONE_PER_CENT = {{0.010, 0.002, -0.001}, {0.001, -0.004, 0.003},
        {-0.002, 0.001, 0.006}};
    private static final double[][] NO_STRAIN = new double[3][3];

    final int side;
    private final double[] shift;
    private final double[][] gradient;
    private final double bump;
    private final float[] reference;
    private final float[] deformed;

    private CorrelationPair(final int side, final double[] shift, final double[][] gradient, final double bump,
        final Cores cores) {
        this.side = side;
        this.shift = shift;
        this.gradient = gradient;
        this.bump = bump;
        final FourierTexture texture = new FourierTexture(100, 6, 14, 7);
        reference = texture.evaluate(side, side, side, (x, y, z, p) -> { }, cores);
        deformed = texture.evaluate(side, side, side, this::toReference, cores);
        finish(reference, 8);
        finish(deformed, 9);
    }

    // Other programs take negative grey values for faults.
    private static void finish(final float[] grey, final long seed) {
        FourierTexture.addNoise(grey, 1 / SNR, seed);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = MEAN + CONTRAST * grey[i];
        }
    }

    static CorrelationPair strained(final int side, final double bump, final Cores cores) {
        return new CorrelationPair(side, new double[] {5.3, -3.7, 4.45}, ONE_PER_CENT, bump, cores);
    }

    static CorrelationPair shifted(final int side, final double x, final double y, final double z, final Cores cores) {
        return new CorrelationPair(side, new double[] {x, y, z}, NO_STRAIN, 0, cores);
    }

    /** The displacement of the point (x, y, z) of the first cube, voxels. */
    double[] at(final double x, final double y, final double z) {
        final double middle = 0.5 * (side - 1);
        final double[] d = {x - middle, y - middle, z - middle};
        final double sigma = side / 5.0;
        final double hill = bump * Math.exp(-(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / (2 * sigma * sigma));
        final double[] u = new double[3];
        for (int c = 0; c < 3; c++) {
            u[c] = shift[c] + gradient[c][0] * d[0] + gradient[c][1] * d[1] + gradient[c][2] * d[2] + hill;
        }
        return u;
    }

    private void toReference(final double x, final double y, final double z, final double[] p) {
        for (int i = 0; i < MOST_STEPS; i++) {
            final double[] u = at(p[0], p[1], p[2]);
            p[0] = x - u[0];
            p[1] = y - u[1];
            p[2] = z - u[2];
        }
    }

    Scan reference() {
        return scan("reference", reference);
    }

    Scan deformed() {
        return scan("deformed", deformed);
    }

    private Scan scan(final String name, final float[] grey) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < side; z++) {
            slices.add(Arrays.copyOfRange(grey, z * side * side, (z + 1) * side * side));
        }
        return new MemoryScan(name, side, side, slices, Optional.of(VoxelSize.cubic(1)));
    }

    /** Writes both as TIFF, as floats behind their three lengths (OpenCorr) and as MetaImage headers to those. */
    void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "reference", reference);
        write(folder, "deformed", deformed);
    }

    private void write(final Path folder, final String name, final float[] grey) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(12 + 4 * grey.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(side).putInt(side).putInt(side).asFloatBuffer().put(grey);
        Files.write(folder.resolve(name + ".bin"), bytes.array());
        Files.writeString(folder.resolve(name + ".mhd"), "ObjectType = Image\nNDims = 3\nDimSize = " + side + " " + side
            + " " + side + "\nElementType = MET_FLOAT\nElementByteOrderMSB = False\nElementSpacing = 1 1 1\n"
            + "HeaderSize = 12\nElementDataFile = " + name + ".bin\n");
        try (StackWriter writer = StackWriter.create(folder.resolve(name + ".tif"), side, side, side, PixelType.FLOAT32,
            VoxelSize.cubic(1))) {
            for (int z = 0; z < side; z++) {
                writer.write(Arrays.copyOfRange(grey, z * side * side, (z + 1) * side * side));
            }
        }
    }
}
