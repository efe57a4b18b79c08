package operando.segment.learn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.tiff.StackWriter;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.BlockClassifier;

/**
 * A whole scan to classes, or to the probability of each class: features and votes block by block, on all cores. What comes
 * out does not depend on the size of the blocks or the number of threads, and memory does not grow with the scan's depth.
 *
 * <pre>
 * new BlockSegmentation(features, classifier, memoryBytes).writeLabels(scan, voxelSize, labels, file, cores, progress);
 * </pre>
 */
public final class BlockSegmentation {

    private static final int TASKS_A_THREAD = 8;
    private static final double USABLE = 0.6;
    // What the program itself takes.
    private static final long LEAST_BYTES = 64L << 20;

    private final VoxelFeatures features;
    private final BlockClassifier classifier;
    private final long memoryBytes;

    /** @param memoryBytes about how much may be used */
    public BlockSegmentation(final VoxelFeatures features, final BlockClassifier classifier, final long memoryBytes) {
        this.features = features;
        this.classifier = classifier;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Writes an 8-bit label stack.
     *
     * @return how many voxels each class has
     * @throws InputException if a slice cannot be read, a voxel is no number, or the file cannot be written
     */
    public long[] writeLabels(final Scan scan, final VoxelSize voxelSize, final ClassLabels labels, final Path file,
        final Cores cores, final Progress progress) {
        try (StackWriter writer = StackWriter.createLabels(file, scan.width(), scan.height(), scan.depth(), voxelSize)) {
            return labelSlices(scan, labels, writer::write, cores, progress);
        }
    }

    /**
     * Hands on one slice of 8-bit labels after the other.
     *
     * @return how many voxels each class has
     * @throws InputException if a slice cannot be read or a voxel is no number
     */
    public long[] labelSlices(final Scan scan, final ClassLabels labels, final Consumer<byte[]> slices, final Cores cores,
        final Progress progress) {
        final int slice = scan.width() * scan.height();
        final Slab slab = new Slab(scan, cores, progress, 1);
        final byte[] painted = new byte[slab.depth * slice];
        final AtomicLongArray counts = new AtomicLongArray(classifier.classCount());
        for (int z = 0; z < scan.depth(); z += slab.depth) {
            slab.compute(z, (block, values) -> {
                final byte[] of = new byte[block.size()];
                classifier.classify(values, of);
                count(of, counts);
                labels.paint(of);
                slab.rows(block, (from, to) -> System.arraycopy(of, from, painted, to, block.width()));
            });
            for (int k = 0; k < Math.min(slab.depth, scan.depth() - z); k++) {
                slices.accept(Arrays.copyOfRange(painted, k * slice, (k + 1) * slice));
            }
        }
        return IntStream.range(0, counts.length()).mapToLong(counts::get).toArray();
    }

    private static void count(final byte[] classes, final AtomicLongArray counts) {
        final long[] here = new long[counts.length()];
        for (final byte one : classes) {
            here[one & 0xff]++;
        }
        for (int c = 0; c < here.length; c++) {
            counts.addAndGet(c, here[c]);
        }
    }

    /**
     * Writes the probability of each class as a 32-bit stack of its own.
     *
     * @param files one a class
     * @throws InputException if a slice cannot be read, a voxel is no number, or a file cannot be written
     */
    public void writeProbabilities(final Scan scan, final VoxelSize voxelSize, final List<Path> files, final Cores cores,
        final Progress progress) {
        final List<StackWriter> writers = new ArrayList<>();
        try {
            for (final Path file : files) {
                writers.add(StackWriter.create(file, scan.width(), scan.height(), scan.depth(), PixelType.FLOAT32, voxelSize));
            }
            probabilitySlices(scan, (ofClass, slice) -> writers.get(ofClass).write(slice), cores, progress);
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
    public void probabilitySlices(final Scan scan, final Probabilities to, final Cores cores, final Progress progress) {
        final int slice = scan.width() * scan.height();
        final Slab slab = new Slab(scan, cores, progress, Float.BYTES * classifier.classCount());
        final float[][] stacks = new float[classifier.classCount()][slab.depth * slice];
        for (int z = 0; z < scan.depth(); z += slab.depth) {
            slab.compute(z, (block, values) -> {
                final float[][] of = new float[stacks.length][block.size()];
                classifier.probabilities(values, of);
                for (int c = 0; c < stacks.length; c++) {
                    final int which = c;
                    slab.rows(block, (from, at) -> System.arraycopy(of[which], from, stacks[which], at, block.width()));
                }
            });
            for (int k = 0; k < Math.min(slab.depth, scan.depth() - z); k++) {
                for (int c = 0; c < stacks.length; c++) {
                    to.slice(c, Arrays.copyOfRange(stacks[c], k * slice, (k + 1) * slice));
                }
            }
        }
    }

    private interface Use {
        void of(VoxelBlock block, float[][] features);
    }

    private interface Row {
        void copy(int fromInBlock, int toInSlab);
    }

    /** Some slices of a scan at a time, cut into blocks. */
    private final class Slab {

        private final Scan scan;
        private final VoxelFeatures ready;
        private final Cores cores;
        private final Progress progress;
        private final BlockSize size;
        private final int bands;
        private final int depth;
        private int first;

        private Slab(final Scan given, final Cores cores, final Progress progress, final int resultBytes) {
            scan = NaNCheckedScan.of(given);
            this.cores = cores;
            ready = features.on(scan, cores, progress.part(0, 0.05));
            this.progress = progress.part(0.05, 1);
            final int slice = scan.width() * scan.height();
            final int most = (int) Math.max(1, Math.min((long) (memoryBytes * USABLE / 3 / ((long) slice * resultBytes)), (Integer.MAX_VALUE - 8L) / slice));
            final long each = Math.max(0, (long) (memoryBytes * USABLE / 2) - ready.bytesKept()) / cores.threads();
            final BlockSize fitting = BlockSize.within(each, scan, ready, most);
            // Slices that do not see each other are shared out among threads, so that their blocks need not be.
            final boolean isFlat = ready.reachAcrossSlices() == 0;
            size = isFlat ? fitting : fitting.shared(scan, cores.threads());
            bands = (scan.height() + size.height() - 1) / size.height();
            depth = isFlat ? Math.min(Math.min((TASKS_A_THREAD * cores.threads() + bands - 1) / bands, scan.depth()), most) : size.depth();
            requireMemory(resultBytes);
        }

        private void requireMemory(final int resultBytes) {
            final long need = ready.bytesKept() + cores.threads() * size.bytes(scan, ready)
                + 3L * scan.width() * scan.height() * depth * resultBytes;
            if (need > Math.max(memoryBytes, LEAST_BYTES)) {
                final long megabytes = (need + LEAST_BYTES >> 20) + 1;
                throw new InputException("memory", scan.name() + " with its " + scan.width() + " x " + scan.height() + " voxels a slice and "
                    + ready.names().size() + " features needs " + megabytes + " MB on " + cores.threads() + " threads",
                    "give " + megabytes + "m or more, or fewer threads");
            }
        }

        private void compute(final int z, final Use use) {
            first = z;
            final int slices = Math.min(depth, scan.depth() - z);
            final int tasks = bands * ((slices + size.depth() - 1) / size.depth());
            final AtomicInteger done = new AtomicInteger();
            cores.forEach(tasks, task -> {
                computeBand(task % bands * size.height(), z + task / bands * size.depth(), use);
                progress.report((z + slices * (double) done.incrementAndGet() / tasks) / scan.depth(), "Classifying voxels");
            });
        }

        private void computeBand(final int y, final int z, final Use use) {
            final VoxelBlock wide = VoxelBlock.read(scan, 0, y, z, scan.width(), Math.min(size.height(), scan.height() - y),
                Math.min(size.depth(), scan.depth() - z), ready.reach(), ready.reachAcrossSlices());
            for (int x = 0; x < scan.width(); x += size.width()) {
                final VoxelBlock block = wide.part(x, Math.min(size.width(), scan.width() - x), ready.reach());
                use.of(block, ready.of(block));
            }
        }

        private void rows(final VoxelBlock block, final Row row) {
            for (int k = 0; k < block.depth(); k++) {
                for (int j = 0; j < block.height(); j++) {
                    row.copy((k * block.height() + j) * block.width(),
                        ((block.z() - first + k) * scan.height() + block.y() + j) * scan.width() + block.x());
                }
            }
        }
    }
}
