package operando.motion.subvolume;

/** Why a point of a displacement field has a displacement or has none. */
public enum PointStatus {
    /** The subvolume was found again. */
    CONVERGED,
    /** The reference subvolume has too little contrast over the noise. */
    NO_TEXTURE,
    /** The subvolume left the deformed scan. */
    OUTSIDE,
    /** Too little of the subvolume lies in the mask. */
    MASKED,
    /** The steps did not come to an end, or what was found does not look like the subvolume. */
    NOT_CONVERGED,
    /** Found, but far from what its neighbours say. */
    OUTLIER,
    /** Not found; its displacement was made from its neighbours' because somebody asked for it. */
    FILLED,
    /** Found beside a jump of the motion (a slip, a crack), from the part of the subvolume on the point's own side. */
    DISCONTINUITY;

    /** Whether the point itself was measured and is believed. */
    public boolean measured() {
        return this == CONVERGED || this == DISCONTINUITY;
    }
}
