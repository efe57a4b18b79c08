package operando.motion;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.engine.Job;
import operando.engine.Progress;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.scan.Scan;
import operando.scan.ScanSource;

/**
 * Digital volume correlation of the blocks of a grid; a task is a block, whose points are followed on all cores.
 *
 * @param scans reference and deformed
 * @param masks of them, empty where all voxels count
 * @param limits one after the other, for points that were not found with those before
 */
record CorrelateBlocks(List<ScanSource> scans, List<List<ScanSource>> masks, PointGrid grid, InitialGuess starts, List<MatchLimits> limits)
    implements Job<CorrelateBlocks.Block, CorrelateBlocks.Found> {

    /** A box of points: the number of the first along x, y and z, and of the one after the last. */
    record Block(int[] from, int[] to) implements Serializable {

        /** Boxes of at most so many points along each axis. */
        static List<Block> of(final PointGrid grid, final int most) {
            final List<Block> blocks = new ArrayList<>();
            for (int k = 0; k < grid.countZ(); k += most) {
                for (int j = 0; j < grid.countY(); j += most) {
                    for (int i = 0; i < grid.countX(); i += most) {
                        blocks.add(new Block(new int[] {i, j, k}, new int[] {Math.min(grid.countX(), i + most),
                            Math.min(grid.countY(), j + most), Math.min(grid.countZ(), k + most)}));
                    }
                }
            }
            return blocks;
        }
    }

    /** What was found of the points with these numbers. */
    record Found(int[] points, Match[] matches) implements Serializable {
    }

    static CorrelateBlocks of(final Scan reference, final Scan deformed, final Masks masks, final PointGrid grid, final InitialGuess starts,
        final List<MatchLimits> limits) {
        return new CorrelateBlocks(List.of(ScanSource.of(reference), ScanSource.of(deformed)),
            List.of(sources(masks.reference()), sources(masks.deformed())), grid, starts, limits);
    }

    private static List<ScanSource> sources(final Optional<Scan> mask) {
        return mask.map(ScanSource::of).map(List::of).orElse(List.of());
    }

    @Override
    public String stage() {
        return "following subvolumes";
    }

    @Override
    public boolean usesAllCores() {
        return true;
    }

    @Override
    public Worker<Block, Found> worker(final Cores cores) {
        return new Opened(cores);
    }

    private final class Opened implements Worker<Block, Found> {

        private final Cores cores;
        private final List<Scan> open = new ArrayList<>();
        private final Scan reference;
        private final Scan deformed;
        private final Masks counted;

        private Opened(final Cores cores) {
            this.cores = cores;
            boolean whole = false;
            try {
                reference = opened(scans.get(0));
                deformed = opened(scans.get(1));
                counted = new Masks(masks.get(0).stream().map(this::opened).findFirst(), masks.get(1).stream().map(this::opened).findFirst());
                whole = true;
            } finally {
                if (!whole) {
                    close();
                }
            }
        }

        private Scan opened(final ScanSource source) {
            open.add(source.open());
            return open.get(open.size() - 1);
        }

        @Override
        public Found compute(final Block block, final Progress progress) {
            final PointGrid own = grid.box(block.from, block.to);
            final Match[] matches = new Match[own.size()];
            int[] points = IntStream.range(0, own.size()).toArray();
            for (final MatchLimits each : limits) {
                // The first look is for all of them; few points that noise hid need little of the scans.
                final int halo = LoadedScans.halo(each);
                final PointWindows windows = new PointWindows(own, halo,
                    point -> starts.starts(own.voxelX(point), own.voxelY(point), own.voxelZ(point), each.radius()), deformed,
                    CorrelationMemory.mostDeformedVoxels(deformed, halo));
                points = windows.about(points).stream().flatMapToInt(window -> Arrays.stream(
                    new BlockCorrelation(own, starts, each, matches).correlate(window, windows, reference, deformed, counted, cores, progress))).toArray();
            }
            return new Found(numbers(block, own), matches);
        }

        private int[] numbers(final Block block, final PointGrid own) {
            final int[] points = new int[own.size()];
            for (int point = 0; point < points.length; point++) {
                points[point] = grid.index(block.from[0] + own.i(point), block.from[1] + own.j(point), block.from[2] + own.k(point));
            }
            return points;
        }

        @Override
        public void close() {
            open.forEach(Scan::close);
        }
    }
}
