package operando.motion.subvolume;

import java.util.List;
import java.util.Optional;

/**
 * Finds subvolumes of a reference volume again in a deformed volume: inverse-compositional Gauss–Newton on zero-mean
 * normalised sums (Pan, Wang and Wu, Exp. Mech. 54, 2014), first over every second voxel along each axis, then over all.
 * The shape is of first order unless a second-order one explains significantly more. One thread uses one matcher.
 */
public final class SubvolumeMatcher {

    private static final int FIRST = 3 * ShapeFunction.LINEAR;
    private static final int SECOND = SubvolumeSamples.PARAMETERS;
    static final int COARSE_STEP = 2;
    private static final int MOST_COARSE = 16;
    // A step that leads farther than this share of the radius from the start follows something else.
    private static final double FAR = 0.5;
    private static final int MOST_FINE = 12;
    private static final double COARSE_END = 0.002;
    private static final double UNSETTLED = 0.1;
    // What later steps would still change, judged by how fast steps shrink; noise changes ten times as much.
    private static final double FINE_END = 0.0002;
    // Mean 18 and standard deviation 6 where there is no curvature: three standard deviations above.
    private static final double CURVED = 36;

    // Noise may hide some of the correlation among an eighth of the voxels, not most of it.
    private static final double HOPELESS = 0.5;
    // A match that is on its way correlates after so many steps.
    private static final int SOME = 6;
    private static final int SOME_FINE = 3;
    private static final double NEARLY = 0.8;
    // Of a subvolume, to know the motion of one side of a jump.
    private static final double LEAST_SIDE = 0.05;
    private static final double FAR_SIDE = 0.5;
    private static final double[] NO_ERROR = {Double.NaN, Double.NaN, Double.NaN};

    private final ReferenceVolume reference;
    private final SplineVolume deformed;
    private final Optional<MaskBlock> deformedMask;
    private final MatchLimits limits;
    private final int radius;
    private final SubvolumeSamples coarse;
    private final SubvolumeSamples fine;
    private final SubvolumeHessian hessian = new SubvolumeHessian();
    private final Cholesky cholesky = new Cholesky(SECOND);
    private final double[] half = new double[SECOND];
    private final double[] solution = new double[SECOND];
    private final double[][] increment = new double[3][ShapeFunction.QUADRATIC];
    private final MatchSensitivity texture = new MatchSensitivity();
    private final MatchError errors;

    public SubvolumeMatcher(final ReferenceVolume reference, final SplineVolume deformed,
        final Optional<MaskBlock> deformedMask, final MatchLimits limits) {
        this.reference = reference;
        this.deformed = deformed;
        this.deformedMask = deformedMask;
        this.limits = limits;
        errors = new MatchError(limits);
        radius = limits.radius();
        coarse = new SubvolumeSamples(radius, COARSE_STEP);
        fine = new SubvolumeSamples(radius, 1);
    }

    /** Matches the subvolume about the voxel (x, y, z), starting from {@code start}, which is left as it is. */
    public Match match(final int x, final int y, final int z, final ShapeFunction start) {
        return match(x, y, z, start, start.copy(), limits.order(), Optional.empty());
    }

    /**
     * Matches the part of the subvolume that moves with its centre, where a jump of the motion goes through it.
     *
     * @param motions likely ones of either side
     * @param single  what was found for the whole subvolume
     * @return the match, {@link PointStatus#DISCONTINUITY} where two motions explain the subvolume better than one, {@link PointStatus#CONVERGED}
     *         where no more than a corner was left out; none if one motion explains all of it
     */
    public Optional<Match> matchOneSide(final int x, final int y, final int z, final List<ShapeFunction> motions, final ShapeFunction single) {
        coarse.load(reference, x, y, z, deformedMask, motions.get(0), Optional.empty());
        if (coarse.count() == 0) {
            return Optional.empty();
        }
        final boolean maybe = TwoMotions.mayExplain(coarse, deformed, x, y, z, motions, single);
        fine.load(reference, x, y, z, deformedMask, motions.get(0), Optional.empty());
        final Optional<TwoMotions> sides = maybe ? TwoMotions.of(fine, deformed, x, y, z, motions, single) : Optional.empty();
        return sides.isPresent() ? ofOwnSide(x, y, z, sides.get(), single)
            : TwoMotions.withoutStrangers(fine, deformed, x, y, z, motions.get(0)).map(own -> ofSide(x, y, z, motions.get(0), own))
                .filter(SubvolumeMatcher::isFound);
    }

    private Optional<Match> ofOwnSide(final int x, final int y, final int z, final TwoMotions sides, final ShapeFunction single) {
        final Match first = ofSide(x, y, z, sides.centre(), sides.own());
        if (!isFound(first)) {
            return Optional.empty();
        }
        final ShapeFunction other = refined(x, y, z, sides);
        fine.load(reference, x, y, z, deformedMask, first.warp(), Optional.empty());
        // The centre may turn out to move with what was the other side.
        return TwoMotions.of(fine, deformed, x, y, z, List.of(first.warp(), other), single).flatMap(two -> Optional.of(ofSide(x, y, z, two.centre(), two.own()))
            .filter(SubvolumeMatcher::isFound).map(match -> match.beside(two.jump(), two.knowsSide())));
    }

    private static boolean isFound(final Match match) {
        return match.status() == PointStatus.CONVERGED;
    }

    // A thin slice of the subvolume may take the other side's motion anywhere; the likely one is better then.
    private ShapeFunction refined(final int x, final int y, final int z, final TwoMotions sides) {
        final Match found = ofSide(x, y, z, sides.other(), sides.foreign());
        boolean near = found.status() == PointStatus.CONVERGED;
        for (final double change : difference(found.warp(), sides.other())) {
            near &= Math.abs(change) < FAR_SIDE;
        }
        return near ? found.warp() : sides.other();
    }

    private Match ofSide(final int x, final int y, final int z, final ShapeFunction start, final boolean[] own) {
        return match(x, y, z, start, start.copy(), ShapeOrder.FIRST, Optional.of(own));
    }

    private static double[] difference(final ShapeFunction a, final ShapeFunction b) {
        return new double[] {a.p[0][0] - b.p[0][0], a.p[1][0] - b.p[1][0], a.p[2][0] - b.p[2][0]};
    }

    private Match match(final int x, final int y, final int z, final ShapeFunction start, final ShapeFunction warp,
        final ShapeOrder order, final Optional<boolean[]> own) {
        coarse.load(reference, x, y, z, deformedMask, warp, own);
        if (own.isEmpty() && coarse.count() < Math.max(1, limits.leastShare() * coarse.f.length) || coarse.count() < Math.max(1, LEAST_SIDE * coarse.f.length)) {
            return Match.without(PointStatus.MASKED, warp);
        }
        hessian.fill(coarse, 1);
        final int factored = cholesky.factor(hessian.matrix, SECOND);
        texture.measure(hessian.matrix, coarse.count(), fineCount(), limits);
        if (factored < FIRST || !texture.suffices()) {
            return Match.without(PointStatus.NO_TEXTURE, warp);
        }
        int iterations = 0;
        double size = Double.POSITIVE_INFINITY;
        double rate = 1;
        while (size > COARSE_END && iterations < MOST_COARSE) {
            if (wandered(start, warp)) {
                return Match.without(PointStatus.NOT_CONVERGED, warp);
            }
            if (!inside(x, y, z, warp)) {
                return Match.without(PointStatus.OUTSIDE, warp);
            }
            coarse.compare(deformed, x, y, z, warp);
            cholesky.forward(coarse.right, half, FIRST);
            final double before = size;
            size = advance(warp, FIRST, 1);
            rate = iterations == 0 ? 1 : Math.min(1, size / before);
            iterations++;
            if (iterations >= SOME && coarse.correlation() < HOPELESS * limits.leastCorrelation()) {
                break;
            }
        }
        // What does not settle over some voxels does not over all of them.
        if (coarse.correlation() < HOPELESS * limits.leastCorrelation() || size > UNSETTLED) {
            return new Match(PointStatus.NOT_CONVERGED, warp, coarse.correlation(), iterations, false, NO_ERROR.clone());
        }
        return refine(x, y, z, warp, order, iterations, rate, factored == SECOND, own);
    }

    private Match refine(final int x, final int y, final int z, final ShapeFunction warp, final ShapeOrder order,
        final int coarseIterations, final double coarseRate, final boolean curvatureKnown, final Optional<boolean[]> own) {
        fine.load(reference, x, y, z, deformedMask, warp, own);
        if (fine.count() == 0) {
            return Match.without(PointStatus.MASKED, warp);
        }
        final double share = coarse.count() / fine.count();
        int iterations = 0;
        final boolean automatic = order == ShapeOrder.AUTOMATIC && curvatureKnown;
        int parameters = order == ShapeOrder.SECOND && curvatureKnown || automatic && warp.isBent() ? SECOND : FIRST;
        boolean doubtful = automatic && warp.isBent();
        double rate = order == ShapeOrder.SECOND ? 1 : coarseRate;
        double size = Double.POSITIVE_INFINITY;
        while (size * rate > FINE_END && iterations < MOST_FINE) {
            if (!inside(x, y, z, warp)) {
                return Match.without(PointStatus.OUTSIDE, warp);
            }
            fine.compare(deformed, x, y, z, warp);
            cholesky.forward(fine.right, half, curvatureKnown ? SECOND : FIRST);
            final double before = size;
            final boolean curved = automatic && curved(warp, share);
            final boolean bent = curved && parameters == FIRST;
            parameters = bent ? SECOND : parameters;
            size = advance(warp, parameters, share);
            // The first step over all voxels follows steps over fewer: their rate holds, not their size.
            rate = bent ? 1 : before == Double.POSITIVE_INFINITY ? rate : Math.min(1, size / before);
            iterations++;
            if (iterations >= SOME_FINE && fine.correlation() < NEARLY * limits.leastCorrelation()) {
                break;
            }
            if (doubtful && size * rate <= FINE_END) {
                doubtful = false;
                if (!curved) {
                    // It was the neighbour's curvature and is not found here.
                    warp.straighten();
                    parameters = FIRST;
                    size = Double.POSITIVE_INFINITY;
                    rate = 1;
                }
            }
        }
        errors.measure(reference, fine, coarse, x, y, z, warp, hessian.matrix, cholesky, parameters == SECOND, curvatureKnown);
        final double noise = fine.residual() / fine.count() / limits.smoothing().keptNoise();
        final boolean found = size * rate <= FINE_END && fine.correlation() >= limits.leastCorrelation();
        return new Match(found ? PointStatus.CONVERGED : PointStatus.NOT_CONVERGED, warp, fine.correlation(),
            coarseIterations + iterations, parameters == SECOND, errors.error.clone(), limits.noise() > 0 ? noise / (2 * limits.noise()) : Double.NaN,
            NO_ERROR.clone(), new Match.Bend(errors.bend.clone(), errors.bendVariance.clone()));
    }

    // Near enough: the share that counts is about the same among all voxels.
    private double fineCount() {
        return coarse.count() / coarse.f.length * fine.f.length;
    }

    // What the second-order part of the best shape takes away from the residual, in units of the noise.
    private boolean curved(final ShapeFunction warp, final double share) {
        for (int i = FIRST; i < SECOND; i++) {
            solution[i] = warp.p[i % 3][i / 3] / share;
        }
        double sum = 0;
        for (int i = FIRST; i < SECOND; i++) {
            final double part = half[i] + cholesky.transposed(i, solution, SECOND);
            sum += part * part;
        }
        return sum * share * fine.count() * limits.smoothing().keptNoise() > CURVED * fine.residual();
    }

    private double advance(final ShapeFunction warp, final int parameters, final double share) {
        cholesky.backward(half, solution, parameters);
        double size = 0;
        for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int m = 0; m < ShapeFunction.QUADRATIC; m++) {
                final int i = 3 * m + c;
                increment[c][m] = i < parameters ? -share * solution[i] : 0;
                sum += increment[c][m] * increment[c][m];
            }
            size = Math.max(size, Math.sqrt(sum));
        }
        warp.composeWithInverse(increment);
        return size;
    }

    private boolean inside(final int x, final int y, final int z, final ShapeFunction warp) {
        for (int corner = 0; corner < 8; corner++) {
            final double dx = (corner & 1) == 0 ? -radius : radius;
            final double dy = (corner & 2) == 0 ? -radius : radius;
            final double dz = (corner & 4) == 0 ? -radius : radius;
            if (!within(x + dx + warp.at(0, dx, dy, dz), deformed.width)
                || !within(y + dy + warp.at(1, dx, dy, dz), deformed.height)
                || !within(z + dz + warp.at(2, dx, dy, dz), deformed.depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean wandered(final ShapeFunction start, final ShapeFunction warp) {
        double far = 0;
        for (int c = 0; c < 3; c++) {
            far = Math.max(far, Math.abs(warp.p[c][0] - start.p[c][0]));
        }
        return far > FAR * radius;
    }

    private static boolean within(final double position, final int length) {
        return position >= 1 && position <= length - 2;
    }
}
