package operando.segment.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import operando.cell.Side;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.measure.SideMeasures;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.phantom.PhantomTruth.SideTruth;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fringes of phase contrast are what (1 − α ∇²) makes of a picture; phase retrieval undoes it and leaves a picture without them alone. */
class FringesTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.7, 1.9, 1.6);
    /** 120 mm at 25 keV: α = 120000 · 4.959e-5 · δ/β / 4π = 0.4736 µm² times δ/β; about two squared voxels. */
    private static final FringeSettings OPTICS = new FringeSettings(12, 25, 120);
    /** With a thin interphase, whose two edges the fringes of each other reach. */
    private static final int SCAN = 1;

    @TempDir
    private Path folder;

    private static Scan scan(final int width, final int height, final List<float[]> slices) {
        return new MemoryScan("fringes", width, height, slices, Optional.of(VOXEL));
    }

    private static List<float[]> slices(final Scan scan) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < scan.depth(); z++) {
            final float[] slice = new float[scan.width() * scan.height()];
            scan.readSlice(z, slice);
            slices.add(slice);
        }
        return slices;
    }

    /** Second derivative of fourth order, mirrored at the faces: another discretisation than the filter's. */
    private static double second(final double far, final double near, final double at, final double nearer, final double farther) {
        return (-far + 16 * near - 30 * at + 16 * nearer - farther) / 12;
    }

    private static int mirrored(final int i, final int count) {
        return i < 0 ? -1 - i : i >= count ? 2 * count - 1 - i : i;
    }

    private static List<float[]> withFringes(final List<float[]> u, final int width, final int height, final double alpha, final double noise) {
        final Random random = new Random(5);
        final List<float[]> f = new ArrayList<>();
        for (int z = 0; z < u.size(); z++) {
            final float[] slice = new float[width * height];
            for (int i = 0; i < slice.length; i++) {
                final int x = i % width;
                final int y = i / width;
                final double[] line = new double[5];
                double laplacian = 0;
                for (int axis = 0; axis < 3; axis++) {
                    for (int k = -2; k <= 2; k++) {
                        line[k + 2] = axis == 0 ? u.get(z)[y * width + mirrored(x + k, width)] : axis == 1 ? u.get(z)[mirrored(y + k, height) * width + x]
                            : u.get(mirrored(z + k, u.size()))[i];
                    }
                    final double edge = axis == 0 ? VOXEL.xUm() : axis == 1 ? VOXEL.yUm() : VOXEL.zUm();
                    laplacian += second(line[0], line[1], line[2], line[3], line[4]) / (edge * edge);
                }
                slice[i] = (float) (u.get(z)[i] - alpha * laplacian + noise * random.nextGaussian());
            }
            f.add(slice);
        }
        return f;
    }

    @Test
    void alphaIsPaganins() {
        // λ at 25 keV is 0.49594 Å.
        assertEquals(120e3 * 0.49594e-4 * 12 / (4 * Math.PI), OPTICS.alphaUm2(), 1e-4);
        assertEquals("fringes=12.0/25.0/120.0", OPTICS.toString());
        assertEquals(OPTICS, FilterSettings.of("rings, fringes=12/25/120").fringes().get(0));
    }

    /** A cosine wave along each axis, well inside: its amplitude falls by 1/(1 + α k²), and a constant stays. */
    @Test
    void wavesFallByTheirSquaredWaveNumber() {
        final int width = 40;
        final int height = 36;
        final int depth = 90;
        for (int axis = 0; axis < 3; axis++) {
            final double edge = axis == 0 ? VOXEL.xUm() : axis == 1 ? VOXEL.yUm() : VOXEL.zUm();
            final int count = axis == 0 ? width : axis == 1 ? height : depth;
            final int half = axis == 2 ? 12 : 5;
            final double k = Math.PI * half / (count * edge);
            final List<float[]> wave = new ArrayList<>();
            for (int z = 0; z < depth; z++) {
                final float[] slice = new float[width * height];
                for (int i = 0; i < slice.length; i++) {
                    final int at = axis == 0 ? i % width : axis == 1 ? i / width : z;
                    slice[i] = (float) (70 + 20 * Math.cos(k * edge * (at + 0.5)));
                }
                wave.add(slice);
            }
            final Scan given = scan(width, height, wave);
            try (Scan found = new PhaseRetrieval(width, height, VOXEL, OPTICS.alphaUm2()).write(given, folder.resolve("a" + axis + ".tif"), folder.resolve("b" + axis + ".tif"), Progress.SILENT)) {
                final List<float[]> u = slices(found);
                // Along z the second difference stands for the second derivative: k² is 2 (1 − cos k dz)/dz².
                final double k2 = axis == 2 ? 2 * (1 - Math.cos(k * edge)) / (edge * edge) : k * k;
                for (int z = 30; z < 60; z++) {
                    for (int i = 0; i < width * height; i += 7) {
                        final int at = axis == 0 ? i % width : axis == 1 ? i / width : z;
                        assertEquals(70 + 20 * Math.cos(k * edge * (at + 0.5)) / (1 + OPTICS.alphaUm2() * k2), u.get(z)[i], 1e-3, "axis " + axis);
                    }
                }
            }
        }
    }

    private static double[] errors(final Scan scan, final Phantom phantom, final Cores cores) {
        final ScanMeasures measures = ScanMeasures.of(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT), VOXEL);
        double thickness = 0;
        double contact = 0;
        for (final Side side : Side.values()) {
            final SideMeasures found = measures.side(side);
            final SideTruth truth = side == Side.TOP ? phantom.truth(SCAN).top() : phantom.truth(SCAN).bottom();
            thickness = Math.max(thickness, Math.abs(found.interphaseThicknessUm().value() - truth.interphaseThicknessUm()));
            contact = Math.max(contact, Math.abs(found.contactFractionSubvoxel().value() - truth.contactFraction()));
        }
        return new double[] {thickness, contact};
    }

    @Test
    void numbersUnderFringesAreThoseWithoutThem() throws IOException {
        try (Cores cores = new Cores(2)) {
            for (final long seed : new long[] {52, 91}) {
                final PhantomSettings usual = PhantomSettings.defaults();
                final Phantom phantom = new Phantom(usual.withSeed(seed).withSize(84, 76, 160).withVoxelSize(VOXEL).withPicture(usual.picture().withNoise(0).withPixelType(PixelType.FLOAT32)));
                final List<float[]> clean = slices(phantom.inMemory(SCAN, cores));
                final Scan fringed = scan(84, 76, withFringes(clean, 84, 76, OPTICS.alphaUm2(), 4));
                final double[] before = errors(fringed, phantom, cores);
                try (FilteredScan filtered = new ScanFilters(FilterSettings.of("fringes=12/25/120")).filter(fringed, folder.resolve("scratch.tif"), cores, Progress.SILENT)) {
                    final double[] after = errors(filtered, phantom, cores);
                    assertTrue(filtered.notes().get(0).contains("phase retrieval"), filtered.notes().toString());
                    assertTrue(before[0] > 1, "fringes shift the interphase by more than a micrometre: " + Arrays.toString(before));
                    assertTrue(after[0] < 0.1, "µm of interphase: " + Arrays.toString(after));
                    assertTrue(after[1] < 0.03, "contact: " + Arrays.toString(after));
                }
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.toList(), "scratch files go with the filtered scan");
            }
        }
    }

    @Test
    void pictureWithoutFringesIsLeftAsItIs() {
        try (Cores cores = new Cores(2)) {
            for (final long seed : new long[] {52, 91, 7}) {
                final PhantomSettings usual = PhantomSettings.defaults();
                final Scan clean = new Phantom(usual.withSeed(seed).withSize(84, 76, 160).withVoxelSize(VOXEL)).inMemory(SCAN, cores);
                try (FilteredScan filtered = new ScanFilters(FilterSettings.of("fringes=12/25/120")).filter(clean, folder.resolve("scratch.tif"), cores, Progress.SILENT)) {
                    assertEquals(List.of(), filtered.notes());
                    final Object one = clean.newSlice();
                    final Object other = clean.newSlice();
                    clean.readSlice(50, one);
                    filtered.readSlice(50, other);
                    assertSame(one.getClass(), other.getClass());
                    assertTrue(Arrays.equals((byte[]) one, (byte[]) other));
                }
                assertTrue(FringeStrength.of(clean, new Thresholds(60, 100, 145, 205)).orElseThrow() < 0.02);
            }
        }
    }
}
