package operando.segment.learn;

import java.io.Serializable;

import operando.engine.Cores;
import operando.engine.Job;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.scan.ScanSource;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.BlockClassifier;

/**
 * Features and votes of the blocks of a scan; a task is a band of blocks along x.
 *
 * @param scan     which refuses voxels that are no numbers
 * @param features fitted to the scan
 * @param size     of a block
 * @param votes    what is kept of a block
 */
record ClassifyBlocks<R extends Serializable>(ScanSource scan, VoxelFeatures features, BlockClassifier classifier, BlockSize size, Votes<R> votes)
    implements Job<ClassifyBlocks.Band, R> {

    /** The blocks of a scan with these first voxels along y and z. */
    record Band(int y, int z, int width, int height, int depth) implements Serializable {

        int size() {
            return width * height * depth;
        }

        /** Copies the values of a block to their places in the band. */
        void put(final Object values, final VoxelBlock block, final Object ofBand) {
            for (int row = 0; row < height * depth; row++) {
                System.arraycopy(values, row * block.width(), ofBand, row * width + block.x(), block.width());
            }
        }

        /** Copies values of the band to their places in whole slices, the first of which has this number. */
        void put(final Object values, final int first, final int scanHeight, final Object slices) {
            for (int k = 0; k < depth; k++) {
                System.arraycopy(values, k * height * width, slices, ((z - first + k) * scanHeight + y) * width, height * width);
            }
        }
    }

    /** What is kept of the blocks of a band. */
    interface Votes<R> extends Serializable {

        /** What holds nothing yet. */
        R none(Band band, BlockClassifier classifier);

        void add(BlockClassifier classifier, VoxelBlock block, float[][] features, R ofBand);
    }

    @Override
    public String stage() {
        return "Classifying voxels";
    }

    @Override
    public Worker<Band, R> worker(final Cores cores) {
        final Scan open = scan.open();
        final VoxelFeatures ready = features.reading(open, cores.threads());
        return new Worker<>() {

            @Override
            public R compute(final Band band, final Progress progress) {
                return of(band, open, ready);
            }

            @Override
            public void close() {
                open.close();
            }
        };
    }

    private R of(final Band band, final Scan open, final VoxelFeatures ready) {
        final R found = votes.none(band, classifier);
        final VoxelBlock wide = VoxelBlock.read(open, 0, band.y, band.z, band.width, band.height, band.depth, ready.reach(), ready.reachAcrossSlices());
        for (int x = 0; x < band.width; x += size.width()) {
            final VoxelBlock block = wide.part(x, Math.min(size.width(), band.width - x), ready.reach());
            votes.add(classifier, block, ready.of(block), found);
        }
        return found;
    }
}
