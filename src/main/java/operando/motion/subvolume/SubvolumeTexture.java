package operando.motion.subvolume;

import java.util.Optional;

/** Whether subvolumes of a reference volume can be found again at all, before a deformed volume is looked at. One thread uses one. */
public final class SubvolumeTexture {

    // Of the variance of grey values; a right match then correlates at 0.8.
    private static final double MUCH_NOISE = 0.2;
    // Of the correlation that a match must have; the noise of a scan is not the same everywhere.
    private static final double NEARLY = 0.8;

    private final ReferenceVolume reference;
    private final MatchLimits limits;
    private final SubvolumeSamples samples;
    private final SubvolumeHessian hessian = new SubvolumeHessian();
    private final MatchSensitivity sensitivity = new MatchSensitivity();

    public SubvolumeTexture(final ReferenceVolume reference, final MatchLimits limits) {
        this.reference = reference;
        this.limits = limits;
        samples = new SubvolumeSamples(limits.radius(), SubvolumeMatcher.COARSE_STEP);
    }

    /** {@link PointStatus#MASKED} or {@link PointStatus#NO_TEXTURE} if the subvolume about the voxel (x, y, z) is that. */
    public Optional<PointStatus> lacking(final int x, final int y, final int z) {
        load(x, y, z);
        if (samples.count() < Math.max(1, limits.leastShare() * samples.f.length)) {
            return Optional.of(PointStatus.MASKED);
        }
        hessian.fill(samples, 1);
        final double voxels = Math.pow(2 * limits.radius() + 1.0, 3);
        sensitivity.measure(hessian.matrix, samples.count(), samples.count() / samples.f.length * voxels, limits);
        return sensitivity.suffices() ? Optional.empty() : Optional.of(PointStatus.NO_TEXTURE);
    }

    /** Whether even a right match would correlate too little to be believed, so much of the subvolume's variance is noise. */
    public boolean isLostInNoise(final int x, final int y, final int z) {
        load(x, y, z);
        return samples.variation() - noise() < NEARLY * limits.leastCorrelation() * samples.variation();
    }

    /** Whether so much of the subvolume's variance is noise that more smoothing may let it be found. */
    public boolean isHiddenByNoise(final int x, final int y, final int z) {
        load(x, y, z);
        return noise() > MUCH_NOISE * samples.variation();
    }

    private double noise() {
        return limits.noise() * limits.smoothing().keptNoise() * samples.count();
    }

    private void load(final int x, final int y, final int z) {
        samples.load(reference, x, y, z, Optional.empty(), new ShapeFunction(limits.radius()), Optional.empty());
    }
}
