package operando.motion;

/**
 * Finds subvolumes of a reference volume again in a deformed volume: inverse-compositional Gauss–Newton on zero-mean
 * normalised sums (Pan, Wang and Wu, Exp. Mech. 54, 2014), first over every second voxel along each axis, then over all.
 * The shape is of first order unless a second-order one explains significantly more. One thread uses one matcher.
 */
final class SubvolumeMatcher {

    private static final int FIRST = 3 * Warp.LINEAR;
    private static final int SECOND = SubvolumeSamples.PARAMETERS;
    private static final int COARSE_STEP = 2;
    private static final int MOST_COARSE = 30;
    private static final int MOST_FINE = 12;
    private static final double COARSE_END = 0.02;
    private static final double FINE_END = 0.005;
    // Mean 18 and standard deviation 6 where there is no curvature: three standard deviations above.
    private static final double CURVED = 36;

    private final ReferenceVolume reference;
    private final SplineVolume deformed;
    private final int radius;
    private final SubvolumeSamples coarse;
    private final SubvolumeSamples fine;
    private final SubvolumeHessian hessian = new SubvolumeHessian();
    private final Cholesky cholesky = new Cholesky(SECOND);
    private final double[] half = new double[SECOND];
    private final double[] solution = new double[SECOND];
    private final double[][] increment = new double[3][Warp.QUADRATIC];
    private final ShapeOrder order;

    SubvolumeMatcher(final ReferenceVolume reference, final SplineVolume deformed, final int radius,
        final ShapeOrder order) {
        this.reference = reference;
        this.deformed = deformed;
        this.radius = radius;
        this.order = order;
        coarse = new SubvolumeSamples(radius, COARSE_STEP);
        fine = new SubvolumeSamples(radius, 1);
    }

    /** Matches the subvolume about the voxel (x, y, z), starting from {@code start}, which is left as it is. */
    Match match(final int x, final int y, final int z, final Warp start) {
        final Warp warp = start.firstOrder();
        coarse.load(reference, x, y, z);
        hessian.fill(coarse, 1);
        final int factored = cholesky.factor(hessian.matrix, SECOND);
        if (factored < FIRST) {
            return Match.without(PointStatus.NO_TEXTURE, warp);
        }
        int iterations = 0;
        double size = Double.POSITIVE_INFINITY;
        while (size > COARSE_END && iterations < MOST_COARSE) {
            if (!inside(x, y, z, warp)) {
                return Match.without(PointStatus.OUTSIDE, warp);
            }
            coarse.compare(deformed, x, y, z, warp);
            cholesky.forward(coarse.right, half, FIRST);
            size = advance(warp, FIRST, 1);
            iterations++;
        }
        return refine(x, y, z, warp, iterations, factored == SECOND);
    }

    private Match refine(final int x, final int y, final int z, final Warp warp, final int coarseIterations,
        final boolean curvatureKnown) {
        fine.load(reference, x, y, z);
        final double share = coarse.count() / fine.count();
        int iterations = 0;
        int parameters = order == ShapeOrder.SECOND && curvatureKnown ? SECOND : FIRST;
        double size = Double.POSITIVE_INFINITY;
        while (size > FINE_END && iterations < MOST_FINE) {
            if (!inside(x, y, z, warp)) {
                return Match.without(PointStatus.OUTSIDE, warp);
            }
            fine.compare(deformed, x, y, z, warp);
            cholesky.forward(fine.right, half, curvatureKnown ? SECOND : FIRST);
            if (order == ShapeOrder.AUTOMATIC && curvatureKnown && curved(share)) {
                parameters = SECOND;
            }
            size = advance(warp, parameters, share);
            iterations++;
        }
        final double noise = fine.residual() / fine.count();
        final double[] error = new double[3];
        for (int c = 0; c < 3; c++) {
            error[c] = Math.sqrt(noise * share * cholesky.inverseDiagonal(c, parameters));
        }
        return new Match(size > FINE_END ? PointStatus.NOT_CONVERGED : PointStatus.CONVERGED, warp, fine.correlation(),
            coarseIterations + iterations, parameters == SECOND, error);
    }

    // What a second-order shape would take away from the residual, in units of the noise.
    private boolean curved(final double share) {
        double sum = 0;
        for (int i = FIRST; i < SECOND; i++) {
            sum += half[i] * half[i];
        }
        return sum * share * fine.count() > CURVED * fine.residual();
    }

    private double advance(final Warp warp, final int parameters, final double share) {
        cholesky.backward(half, solution, parameters);
        double size = 0;
        for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int m = 0; m < Warp.QUADRATIC; m++) {
                final int i = 3 * m + c;
                increment[c][m] = i < parameters ? -share * solution[i] : 0;
                sum += increment[c][m] * increment[c][m];
            }
            size = Math.max(size, Math.sqrt(sum));
        }
        warp.composeWithInverse(increment);
        return size;
    }

    private boolean inside(final int x, final int y, final int z, final Warp warp) {
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

    private static boolean within(final double position, final int length) {
        return position >= 0 && position <= length - 1;
    }
}
