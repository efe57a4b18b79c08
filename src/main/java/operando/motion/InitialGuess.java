package operando.motion;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.subvolume.FftCrossCorrelation;
import operando.motion.subvolume.GreyBlock;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ReferenceVolume;
import operando.motion.subvolume.ShapeFunction;
import operando.motion.subvolume.ShapeOrder;
import operando.motion.subvolume.SplineVolume;
import operando.motion.subvolume.SubvolumeMatcher;

/**
 * Where subvolumes are first looked for: both scans at reduced size, cubes of the reference found in the other by FFT
 * about the shift of the scan as a whole, each made precise by a Gauss–Newton match. Displacements up to
 * {@value #RANGE} reduced voxels from the whole scan's shift are found.
 */
final class InitialGuess implements Serializable {

    private static final long serialVersionUID = 1L;


    private static final int RANGE = 8;
    private static final int LEAST_SIDE = 12;
    private static final int LARGEST_SIDE = 20;
    private static final double LEAST_CORRELATION = 0.3;
    private static final double FAR = 1.5;
    private static final int NEIGHBOURS = 8;

    /** One cube that was found; position and warp in voxels of the scan. */
    record Seed(double x, double y, double z, ShapeFunction warp, double correlation) implements Serializable {

        double distance(final double px, final double py, final double pz) {
            return Math.sqrt((x - px) * (x - px) + (y - py) * (y - py) + (z - pz) * (z - pz));
        }
    }

    private final List<Seed> seeds;
    private final ShapeFunction whole;

    private InitialGuess(final List<Seed> seeds, final ShapeFunction whole) {
        this.seeds = seeds;
        this.whole = whole;
    }

    /**
     * @param bin   how many voxels of the scan a voxel of the blocks is wide
     * @param shift of the scan as a whole, voxels of the scan
     */
    static InitialGuess of(final GreyBlock reference, final GreyBlock deformed, final int bin, final double[] shift,
        final CorrelationSettings settings, final Cores cores, final Progress progress) {
        final int side = Math.max(LEAST_SIDE, Math.min(LARGEST_SIDE, settings.subvolumeVoxels() / bin)) / 2 * 2;
        final int[] whole = {(int) Math.rint(shift[0] / bin), (int) Math.rint(shift[1] / bin),
            (int) Math.rint(shift[2] / bin)};
        final ReferenceVolume volume = ReferenceVolume.of(reference.grey(), reference.width(), reference.height(),
            reference.depth(), Optional.empty(), cores);
        final SplineVolume spline = SplineVolume.of(deformed.grey(), deformed.width(), deformed.height(),
            deformed.depth(), cores);
        final int[] x = starts(reference.width(), side);
        final int[] y = starts(reference.height(), side);
        final int[] z = starts(reference.depth(), side);
        final Seed[] found = new Seed[x.length * y.length * z.length];
        final ThreadLocal<FftCrossCorrelation> searches = ThreadLocal.withInitial(() -> new FftCrossCorrelation(side, RANGE));
        final PerThread<SubvolumeMatcher> matchers = new PerThread<>(
            () -> new SubvolumeMatcher(volume, spline, Optional.empty(), MatchLimits.open(side / 2, ShapeOrder.FIRST)));
        cores.forEach(found.length, i -> {
            final int[] low = {x[i % x.length], y[i / x.length % y.length], z[i / x.length / y.length]};
            found[i] = seed(searches.get().find(reference, deformed, low[0], low[1], low[2], whole), low, side, bin,
                volume, matchers);
            progress.report((i + 1.0) / found.length, "looking for the motion at reduced size");
        });
        final List<Seed> seeds = Arrays.stream(found).filter(seed -> !(seed.correlation < LEAST_CORRELATION)).toList();
        return new InitialGuess(withoutStrays(seeds), ShapeFunction.shifted(1, shift[0], shift[1], shift[2]));
    }

    private static int[] starts(final int length, final int side) {
        final int room = Math.max(0, length - side);
        final int count = Math.max(1, (int) Math.ceil(room / (0.75 * side))) + (room > 0 ? 1 : 0);
        final int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? room / 2 : i * room / (count - 1);
        }
        return starts;
    }

    private static Seed seed(final FftCrossCorrelation.Found found, final int[] low, final int side, final int bin,
        final ReferenceVolume volume, final PerThread<SubvolumeMatcher> matchers) {
        final int x = low[0] + side / 2;
        final int y = low[1] + side / 2;
        final int z = low[2] + side / 2;
        ShapeFunction warp = ShapeFunction.shifted(side / 2.0, found.x(), found.y(), found.z());
        if (!(found.correlation() < LEAST_CORRELATION) && volume.holds(x, y, z, side / 2)) {
            final ShapeFunction start = warp;
            final Match match = matchers.with(matcher -> matcher.match(x, y, z, start));
            warp = match.status() == PointStatus.CONVERGED && match.correlation() > found.correlation() - 0.05
                ? match.warp() : warp;
        }
        final double half = (bin - 1) / 2.0;
        return new Seed(bin * x + half, bin * y + half, bin * z + half, warp.magnified(bin), found.correlation());
    }

    private static List<Seed> withoutStrays(final List<Seed> seeds) {
        final List<Seed> kept = new ArrayList<>();
        for (final Seed seed : seeds) {
            final List<Seed> near = nearest(seeds, seed.x, seed.y, seed.z, NEIGHBOURS + 1);
            boolean stray = false;
            for (int c = 0; c < 3; c++) {
                final int component = c;
                final double[] others = near.stream().filter(other -> other != seed)
                    .mapToDouble(other -> other.warp.p[component][0]).sorted().toArray();
                if (others.length >= 4) {
                    final double median = others[others.length / 2];
                    final double spread = others[others.length * 3 / 4] - others[others.length / 4];
                    stray |= Math.abs(seed.warp.p[c][0] - median) > 2 * spread + FAR * seed.warp.radius / LEAST_SIDE * 2;
                }
            }
            if (!stray) {
                kept.add(seed);
            }
        }
        return kept;
    }

    private static List<Seed> nearest(final List<Seed> seeds, final double x, final double y, final double z,
        final int count) {
        final double[] distance = new double[count];
        final List<Seed> nearest = new ArrayList<>();
        for (final Seed seed : seeds) {
            final double away = seed.distance(x, y, z);
            int at = nearest.size();
            while (at > 0 && away < distance[at - 1]) {
                at--;
            }
            if (at < count) {
                if (nearest.size() == count) {
                    nearest.remove(count - 1);
                }
                nearest.add(at, seed);
                System.arraycopy(distance, at, distance, at + 1, count - 1 - at);
                distance[at] = away;
            }
        }
        return nearest;
    }

    /** Starts for the subvolume about (x, y, z), the likeliest first. */
    List<ShapeFunction> starts(final double x, final double y, final double z, final double radius) {
        final List<ShapeFunction> starts = new ArrayList<>();
        for (final Seed seed : nearest(seeds, x, y, z, 2)) {
            starts.add(seed.warp.startAt(x - seed.x, y - seed.y, z - seed.z, radius));
        }
        starts.add(whole.startAt(0, 0, 0, radius));
        return starts;
    }

    int size() {
        return seeds.size();
    }
}
