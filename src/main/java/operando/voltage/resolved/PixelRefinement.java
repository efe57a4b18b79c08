package operando.voltage.resolved;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.voltage.LumpedParameters;

/**
 * What the size of the pixels does to the constriction: the current crowds at the edges of contact more than square cells of a
 * pixel can show, so that constriction comes out too large, by an amount that halves with the pixel. The same contact is
 * resolved once more with each pixel split in 2 × 2, and both are carried on to pixels of no size (Richardson extrapolation of
 * first order, the order observed on discs). Where the maps are too large for that, a window from their middle is resolved in
 * both ways, and the change found there is taken for the whole.
 *
 * @param constrictionV for contact with the measured outlines, without the effect of the cells' size, V
 * @param errorV        half of what the extrapolation beyond the split pixels adds, V
 */
public record PixelRefinement(double constrictionV, double errorV) {

    private static final int LARGEST = 256;

    /**
     * @param resolved the solution on the pixels as they are
     */
    public static PixelRefinement of(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings,
        final double currentDensityMAPerCm2, final ResolvedVoltage resolved, final Cores cores, final Progress progress) {
        final ContactGeometry window = geometry.window(LARGEST);
        final double coarse = window.width() == geometry.width() && window.height() == geometry.height() ? resolved.constrictionV()
            : constrictionV(parameters, window, settings, currentDensityMAPerCm2, cores, progress.part(0, 0.2));
        final double fine = constrictionV(parameters, window.refined(), settings, currentDensityMAPerCm2, cores, progress.part(0.2, 1));
        final double scale = coarse == 0 ? 1 : resolved.constrictionV() / coarse;
        return new PixelRefinement(scale * (2 * fine - coarse), Math.abs(scale * (fine - coarse)) / 2);
    }

    private static double constrictionV(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings,
        final double currentDensityMAPerCm2, final Cores cores, final Progress progress) {
        return new ResolvedModel(parameters, geometry, settings, cores).solve(currentDensityMAPerCm2, progress).constrictionV();
    }
}
