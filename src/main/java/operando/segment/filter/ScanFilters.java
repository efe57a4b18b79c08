package operando.segment.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.segment.AutoThresholds;
import operando.segment.ColumnSweep;
import operando.segment.EdgeFreeHistogram;
import operando.segment.ImageQuality;
import operando.segment.PhaseGreys;
import operando.segment.SweepSettings;

/**
 * Takes the flaws of the imaging out of a scan: shading first, then rings, both voxel by voxel as slices are read, then fringes of phase contrast, then noise.
 *
 * <pre>
 * try (FilteredScan clean = new ScanFilters(FilterSettings.auto()).filter(scan, scratchFile, cores, progress)) {
 *     SweepResult swept = new ColumnSweep(settings).sweep(clean, cores, progress);
 * }
 * </pre>
 *
 * Denoised slices go through a scratch file of 4 bytes a voxel, some at a time with a rim of {@link Denoising#HALO} around them;
 * memory is that of 4 slices or more, as many as fit into what is given, 16 bytes a pixel of each and 104 for the rim. Denoising takes about 250 weights a voxel: an hour for 5 × 10⁹ voxels on two
 * cores. Not for classifiers, whose features smooth for themselves.
 */
public final class ScanFilters {

    /** Weaker shading, as part of the step from lithium to electrolyte, is left alone. */
    private static final double LEAST_SHADING = 0.01;
    /** Weaker rings, as part of the noise, are left alone. */
    private static final double LEAST_RINGS = 0.25;
    /** The same as part of the smallest step between phases: the grains of a clean electrolyte alone are half of it. */
    private static final double LEAST_RINGS_OF_STEP = 0.05;
    /** Weaker overshoot at the edges of the collectors, as part of their step, is left alone. */
    private static final double LEAST_FRINGES = 0.03;
    private static final long SLAB_BYTES = 512L << 20;
    /** The slices that are denoised with their guide, first round and outcome, and the rim of each; of a thread, what it smooths. */
    private static final long SLICE_BYTES = 16;
    private static final long RIM_BYTES = 104;
    private static final long THREAD_BYTES = 8;
    /** Of a thread: three slices, and of each pixel its ring, its phase's grey value and its place in order. */
    private static final long RINGS_BYTES = 32;
    /** Two slices of modes with their filter, and two of grey values with what a transform copies. */
    private static final long FRINGES_BYTES = 32;
    private static final int FEWEST_SLICES = 4;
    private static final int MOST_SLICES = 32;

    private final FilterSettings settings;
    private final long memoryBytes;

    public ScanFilters(final FilterSettings settings) {
        this(settings, Runtime.getRuntime().maxMemory());
    }

    /** @param memoryBytes about how much may be used */
    public ScanFilters(final FilterSettings settings, final long memoryBytes) {
        this.settings = settings;
        this.memoryBytes = memoryBytes;
    }

    /** What the filters, and the sweep of what they leave, need at least; nothing where there are none. */
    public MemoryPlan memory(final Scan scan, final int threads) {
        final long slice = Math.max(settings.rings() ? RINGS_BYTES * threads : 0, settings.fringes().isEmpty() ? 0 : FRINGES_BYTES);
        final long denoised = settings.denoise() ? SLICE_BYTES * FEWEST_SLICES + RIM_BYTES + THREAD_BYTES * threads : 0;
        final long pixels = (long) scan.width() * scan.height();
        // What is filtered is swept with 4 bytes a voxel.
        final long swept = settings.isNone() ? 0 : ColumnSweep.bytes(pixels, (long) scan.width() * scan.depth(), Float.BYTES, threads);
        return new MemoryPlan("filtering " + scan.name() + " with its " + scan.width() + " x " + scan.height() + " voxels a slice",
            Math.max(Math.max(slice, denoised) * pixels, swept));
    }

    private int together(final Scan scan, final int threads) {
        final long pixels = (long) scan.width() * scan.height();
        final long rest = Math.min(SLAB_BYTES, MemoryPlan.usable(memoryBytes)) - (RIM_BYTES + THREAD_BYTES * threads) * pixels;
        return (int) Math.max(FEWEST_SLICES, Math.min(MOST_SLICES, rest / (SLICE_BYTES * pixels)));
    }

    /**
     * @param scratch where the denoised slices are kept as long as the filtered scan is open; it must not exist
     * @throws operando.cell.InputException if the phases' grey values are not found, or a slice cannot be read or written
     */
    public FilteredScan filter(final Scan given, final Path scratch, final Cores cores, final Progress progress) {
        final List<String> notes = new ArrayList<>();
        if (settings.isNone()) {
            return new FilteredScan(given, given, notes, List.of());
        }
        Scan scan = NaNCheckedScan.of(given);
        if (settings.shading()) {
            scan = withoutShading(scan, notes, cores, progress.part(0, 0.1));
        }
        if (settings.rings()) {
            scan = withoutRings(withoutRings(scan, notes, cores, progress.part(0.1, 0.2)), notes, cores, progress.part(0.2, 0.3));
        }
        final List<Path> used = new ArrayList<>();
        for (final FringeSettings fringes : settings.fringes()) {
            scan = withoutFringes(scan, fringes, scratch, used, notes, cores, progress.part(0.3, 0.35));
        }
        if (!settings.denoise()) {
            return new FilteredScan(given, scan, notes, used);
        }
        if (new ColumnSweep(SweepSettings.defaults()).quality(scan, cores, progress.part(0.35, 0.4)).falseVoidShare() < ImageQuality.HARMLESS) {
            // Averaging, which takes thin rims of voids with it, would do more to contact than the noise does.
            return new FilteredScan(given, scan, notes, used);
        }
        final double noise = EdgeFreeHistogram.of(scan, cores, progress.part(0.4, 0.45)).noise();
        notes.add(String.format(Locale.ROOT, "noise of %.3g grey levels was averaged out within phases", noise));
        writeDenoised(scan, noise, scratch, cores, progress.part(0.45, 1));
        if (!used.isEmpty()) {
            // The retrieved scan is read no more.
            scan.close();
            delete(used);
        }
        return new FilteredScan(given, ScanFile.open(scratch), notes, List.of(scratch));
    }

    private static Scan withoutShading(final Scan scan, final List<String> notes, final Cores cores, final Progress progress) {
        final Shading shading = Shading.of(scan, AutoThresholds.of(scan, cores, progress.part(0, 0.5)), cores, progress.part(0.5, 1));
        if (shading.strength() < LEAST_SHADING) {
            return scan;
        }
        notes.add(String.format(Locale.ROOT, "shading of %.1f %% of the step from lithium to electrolyte was corrected", 100 * shading.strength()));
        return new CorrectedScan(scan, Optional.of(shading), Optional.empty());
    }

    private static Scan withoutRings(final Scan scan, final List<String> notes, final Cores cores, final Progress progress) {
        final double noise = EdgeFreeHistogram.of(scan, cores, progress.part(0, 0.2)).noise();
        final PhaseGreys greys = AutoThresholds.of(scan, cores, progress.part(0.2, 0.4));
        final Rings rings = Rings.of(scan, greys, noise, cores, progress.part(0.4, 1));
        if (rings.strength() < Math.max(LEAST_RINGS * noise, LEAST_RINGS_OF_STEP * greys.smallestStep())) {
            return scan;
        }
        notes.add(String.format(Locale.ROOT, "rings of %.3g grey levels were removed", rings.strength()));
        return new CorrectedScan(scan, Optional.empty(), Optional.of(rings));
    }

    private static Scan withoutFringes(final Scan scan, final FringeSettings fringes, final Path scratch, final List<Path> used, final List<String> notes, final Cores cores,
        final Progress progress) {
        final OptionalDouble strength = FringeStrength.of(scan, AutoThresholds.of(scan, cores, progress.part(0, 0.1)).thresholds());
        if (strength.isPresent() && strength.getAsDouble() < LEAST_FRINGES) {
            return scan;
        }
        final Path forwards = scratchFiles(scratch).get(1);
        final Path retrieved = scratchFiles(scratch).get(2);
        final VoxelSize voxel = scan.voxelSize().orElseThrow(() -> new InputException(scan.name(), "fringes cannot be removed without a voxel size", "state the voxel size"));
        final Scan without = new PhaseRetrieval(scan.width(), scan.height(), voxel, fringes.alphaUm2()).write(scan, forwards, retrieved, progress.part(0.1, 1));
        delete(List.of(forwards));
        used.add(retrieved);
        notes.add(String.format(Locale.ROOT, "fringes%s were removed by phase retrieval with α = %.3g µm²", strength.isPresent()
            ? String.format(Locale.ROOT, " of %.0f %% of the step from collector to lithium", 100 * strength.getAsDouble()) : ", if any, which could not be measured,",
            fringes.alphaUm2()));
        return without;
    }

    /** The files that filtering may write: the denoised scan, and two of phase retrieval. */
    public static List<Path> scratchFiles(final Path scratch) {
        return List.of(scratch, scratch.resolveSibling(scratch.getFileName() + ".forwards.tif"), scratch.resolveSibling(scratch.getFileName() + ".retrieved.tif"));
    }

    static void delete(final List<Path> files) {
        for (final Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void writeDenoised(final Scan scan, final double noise, final Path file, final Cores cores, final Progress progress) {
        final int together = together(scan, cores.threads());
        final Denoising denoising = new Denoising(scan.width(), scan.height(), noise);
        Map<Integer, float[]> known = new HashMap<>();
        try (StackWriter writer = StackWriter.create(file, scan.width(), scan.height(), scan.depth(), PixelType.FLOAT32,
            scan.voxelSize().orElse(VoxelSize.cubic(1)))) {
            for (int from = 0; from < scan.depth(); from += together) {
                final int[] wanted = Denoising.read(from, Math.min(together, scan.depth() - from), scan.depth());
                known = slices(scan, wanted, known, cores);
                final float[][] slab = Arrays.stream(wanted).mapToObj(known::get).toArray(float[][]::new);
                for (final float[] slice : denoising.denoise(slab, cores)) {
                    writer.write(slice);
                }
                progress.report((double) from / scan.depth(), "Denoising");
            }
        }
    }

    private static Map<Integer, float[]> slices(final Scan scan, final int[] wanted, final Map<Integer, float[]> known, final Cores cores) {
        final int[] numbers = Arrays.stream(wanted).distinct().toArray();
        final float[][] read = new float[numbers.length][];
        cores.forEach(numbers.length, i -> read[i] = known.containsKey(numbers[i]) ? known.get(numbers[i]) : slice(scan, numbers[i]));
        final Map<Integer, float[]> slices = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            slices.put(numbers[i], read[i]);
        }
        return slices;
    }

    private static float[] slice(final Scan scan, final int z) {
        final Object pixels = scan.newSlice();
        scan.readSlice(z, pixels);
        if (pixels instanceof float[] floats) {
            return floats;
        }
        final float[] slice = new float[scan.width() * scan.height()];
        PixelType.toFloat(pixels, 0, slice.length, slice, 0);
        return slice;
    }
}
