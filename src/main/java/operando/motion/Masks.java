package operando.motion;

import java.util.Optional;

import operando.scan.Scan;

/**
 * Which voxels count, as scans that are not zero there. A mask of the reference leaves out what does not belong to the
 * body that is followed; one of the deformed scan also leaves out where something else has grown over it since. Voxels
 * close to a mask's edge, where smoothing mixes both, do not count.
 */
public record Masks(Optional<Scan> reference, Optional<Scan> deformed) {

    public static Masks none() {
        return new Masks(Optional.empty(), Optional.empty());
    }

    public static Masks of(final Scan reference) {
        return new Masks(Optional.of(reference), Optional.empty());
    }

    public static Masks of(final Scan reference, final Scan deformed) {
        return new Masks(Optional.of(reference), Optional.of(deformed));
    }
}
