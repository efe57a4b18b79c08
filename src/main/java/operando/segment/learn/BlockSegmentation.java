package operando.segment.learn;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Engine;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanSource;
import operando.scan.tiff.StackWriter;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.BlockClassifier;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.origin.FeatureRanges;
import operando.segment.learn.origin.TrainingRecord;

/**
 * A whole scan to classes, or to the probability of each class: features and votes block by block, wherever the
 * engine computes them. What comes out does not depend on the engine, the size of the blocks or the number of threads, and
 * memory does not grow with the scan's depth.
 *
 * <pre>
 * new BlockSegmentation(features, classifier, memoryBytes).writeLabels(scan, voxelSize, labels, file, engine, progress);
 * </pre>
 */
public final class BlockSegmentation {

    private static final long LEAST_BYTES = 64L << 20;
    // Slices that are put together, and the copies that are handed on; bands that wait are less than another.
    private static final long PAINTED = 2;

    private final VoxelFeatures features;
    private final BlockClassifier classifier;
    private final FeatureRanges seen;
    private final long memoryBytes;

    private BlockSegmentation(final VoxelFeatures features, final BlockClassifier classifier, final FeatureRanges seen, final long memoryBytes) {
        this.features = features;
        this.classifier = classifier;
        this.seen = seen;
        this.memoryBytes = memoryBytes;
    }

    /** @param memoryBytes about how much may be used */
    public BlockSegmentation(final VoxelFeatures features, final BlockClassifier classifier, final long memoryBytes) {
        this(features, classifier, FeatureRanges.unknown(), memoryBytes);
    }

    /** By a trained classifier; voxels beyond what it has seen are counted. */
    public BlockSegmentation(final VoxelFeatures features, final TrainedClassifier trained, final long memoryBytes) {
        this(features, trained.classifier(), trained.record().map(TrainingRecord::features).orElse(FeatureRanges.unknown()), memoryBytes);
    }

    /**
     * Writes an 8-bit label stack.
     *
     * @throws InputException if a slice cannot be read, a voxel is no number, or the file cannot be written
     */
    public Classified writeLabels(final Scan scan, final VoxelSize voxelSize, final ClassLabels labels, final Path file,
        final Engine engine, final Progress progress) {
        try (StackWriter writer = StackWriter.createLabels(file, scan.width(), scan.height(), scan.depth(), voxelSize)) {
            return labelSlices(scan, labels, writer::write, engine, progress);
        }
    }

    /**
     * Hands on one slice of 8-bit labels after the other.
     *
     * @throws InputException if a slice cannot be read or a voxel is no number
     */
    public Classified labelSlices(final Scan scan, final ClassLabels labels, final Consumer<byte[]> slices, final Engine engine,
        final Progress progress) {
        final Slab slab = new Slab(scan, engine, progress, 1);
        final byte[] painted = new byte[slab.size.depth() * slab.slice];
        final Classified all = new Classified(new long[classifier.classCount()], new long[seen.size()]);
        slab.run(new BandLabels.Votes(labels, seen), found -> {
            slab.put(found.band(), found.labels(), painted);
            all.add(found.found());
            slab.whenFull(found.band(), k -> slices.accept(Arrays.copyOfRange(painted, k * slab.slice, (k + 1) * slab.slice)));
        });
        return all;
    }

    /**
     * Writes the probability of each class as a 32-bit stack of its own.
     *
     * @param files one a class
     * @throws InputException if a slice cannot be read, a voxel is no number, or a file cannot be written
     */
    public void writeProbabilities(final Scan scan, final VoxelSize voxelSize, final List<Path> files, final Engine engine,
        final Progress progress) {
        final List<StackWriter> writers = new ArrayList<>();
        try {
            for (final Path file : files) {
                writers.add(StackWriter.create(file, scan.width(), scan.height(), scan.depth(), PixelType.FLOAT32, voxelSize));
            }
            probabilitySlices(scan, (ofClass, slice) -> writers.get(ofClass).write(slice), engine, progress);
        } finally {
            writers.forEach(StackWriter::close);
        }
    }

    /** Takes slices of the probability of a class, one after the other. */
    public interface Probabilities {
        /** @param slice 0 to 1, row by row */
        void slice(int ofClass, float[] slice);
    }

    /**
     * Hands on the probability of each class, slice by slice.
     *
     * @throws InputException if a slice cannot be read or a voxel is no number
     */
    public void probabilitySlices(final Scan scan, final Probabilities to, final Engine engine, final Progress progress) {
        final Slab slab = new Slab(scan, engine, progress, Float.BYTES * classifier.classCount());
        final float[][] stacks = new float[classifier.classCount()][slab.size.depth() * slab.slice];
        slab.run(new BandProbabilities.Votes(), found -> {
            for (int c = 0; c < stacks.length; c++) {
                slab.put(found.band(), found.ofClass()[c], stacks[c]);
            }
            slab.whenFull(found.band(), k -> {
                for (int c = 0; c < stacks.length; c++) {
                    to.slice(c, Arrays.copyOfRange(stacks[c], k * slab.slice, (k + 1) * slab.slice));
                }
            });
        });
    }

    /** Some slices of a scan at a time, put together from bands of blocks. */
    private final class Slab {

        private final Scan scan;
        private final VoxelFeatures fitted;
        private final Engine engine;
        private final Progress progress;
        private final int slice;
        private final BlockSize size;

        private Slab(final Scan given, final Engine engine, final Progress progress, final int resultBytes) {
            scan = NaNCheckedScan.of(given);
            this.engine = engine;
            this.progress = progress.part(0.05, 1);
            final int threads = engine.cores().threads();
            new MemoryPlan("what features ask of " + scan.name() + " as a whole", features.bytesToFit(scan, threads)).require(Math.max(memoryBytes, LEAST_BYTES),
                "or fewer threads");
            fitted = features.fitted(scan, engine.cores(), progress.part(0, 0.05));
            final VoxelFeatures ready = fitted.reading(scan, threads);
            slice = scan.width() * scan.height();
            final long usable = Math.max(0, MemoryPlan.usable(memoryBytes) - classifier.bytesKept());
            final int most = (int) Math.max(1, Math.min(usable / 3 / ((PAINTED + 1L) * slice * resultBytes), (Integer.MAX_VALUE - 8L) / slice));
            final long each = Math.max(0, usable / 2 - ready.bytesKept()) / threads;
            final BlockSize fitting = BlockSize.within(each, scan, ready, most);
            // Slices that do not see each other are shared out among threads, so that their blocks need not be.
            size = ready.reachAcrossSlices() == 0 ? fitting : fitting.shared(scan, threads);
            requireMemory(ready, threads, resultBytes);
        }

        private void requireMemory(final VoxelFeatures ready, final int threads, final int resultBytes) {
            final long results = (PAINTED * slice + (long) Engine.RESULTS_A_THREAD * threads * scan.width() * size.height()) * size.depth() * resultBytes;
            new MemoryPlan(scan.name() + " with its " + scan.width() + " x " + scan.height() + " voxels a slice and " + ready.names().size()
                + " features on " + threads + " threads", classifier.bytesKept() + ready.bytesKept() + threads * size.bytes(scan, ready) + results)
                .require(Math.max(memoryBytes, LEAST_BYTES), "or fewer threads");
        }

        private <R extends Serializable> void run(final ClassifyBlocks.Votes<R> votes, final Consumer<R> results) {
            engine.run(new ClassifyBlocks<>(ScanSource.of(scan), fitted, classifier, size, votes), bands(), results, progress);
        }

        private List<ClassifyBlocks.Band> bands() {
            final List<ClassifyBlocks.Band> bands = new ArrayList<>();
            for (int z = 0; z < scan.depth(); z += size.depth()) {
                for (int y = 0; y < scan.height(); y += size.height()) {
                    bands.add(new ClassifyBlocks.Band(y, z, scan.width(), Math.min(size.height(), scan.height() - y), Math.min(size.depth(), scan.depth() - z)));
                }
            }
            return bands;
        }

        private void put(final ClassifyBlocks.Band band, final Object values, final Object slices) {
            band.put(values, band.z(), scan.height(), slices);
        }

        // Bands come in order, so that those of one slab follow each other.
        private void whenFull(final ClassifyBlocks.Band last, final IntConsumer slices) {
            if (last.y() + last.height() == scan.height()) {
                IntStream.range(0, last.depth()).forEach(slices);
            }
        }
    }
}
