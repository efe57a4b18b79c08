package operando.atoms.sample;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * A made cell: Li | Li2S | LiCl | Li3P | disordered antifluorite | Li6PS5Cl along z, periodic.
 *
 * @param widthAngstrom     of the cell along x and along y; rounded to whole cells of Li6PS5Cl
 * @param depthAngstrom     the same along y
 * @param layerAngstrom     thickness of each layer at first
 * @param frames            how many
 * @param intervalPs        between frames, ps
 * @param vibrationAngstrom standard deviation of each component of an atom's displacement
 * @param roughnessAngstrom of each boundary, root mean square
 * @param growthAngstrom    how much the disordered layer has grown at the last frame, with the square root of the time
 * @param hops              how often a lithium atom of the metal changes places with one beside it along the interface, in one interval
 * @param seed              another number draws another cell
 */
public record SampleSettings(double widthAngstrom, double depthAngstrom, double layerAngstrom, int frames, double intervalPs, double vibrationAngstrom, double roughnessAngstrom,
    double growthAngstrom, double hops, long seed) {

    private static final double LARGEST = 2000;

    /** @throws InputException if a number is out of range */
    public SampleSettings {
        RangeCheck.positive("width", widthAngstrom, "Å");
        RangeCheck.positive("depth", depthAngstrom, "Å");
        RangeCheck.positive("layer", layerAngstrom, "Å");
        RangeCheck.positive("interval", intervalPs, "ps");
        RangeCheck.notNegative("vibration", vibrationAngstrom, "Å");
        RangeCheck.notNegative("roughness", roughnessAngstrom, "Å");
        RangeCheck.notNegative("growth", growthAngstrom, "Å");
        RangeCheck.fraction("hops", hops);
        if (Math.max(widthAngstrom, Math.max(depthAngstrom, layerAngstrom)) > LARGEST) {
            throw new InputException("sample", "a cell of more than " + LARGEST + " Å is too large", "give a smaller one");
        }
        if (growthAngstrom > layerAngstrom) {
            throw new InputException("growth", growthAngstrom + " Å use up the layers that feed it", "give at most the thickness of a layer, " + layerAngstrom + " Å");
        }
        if (frames < 1) {
            throw new InputException("frames", frames + " frames are no trajectory", "give 1 or more");
        }
    }

    /** 27 000 atoms, 6 frames 10 ps apart, displacements of 0.10 Å. */
    public static SampleSettings defaults() {
        return new SampleSettings(34.86, 62.75, 36, 6, 10, 0.10, 1, 10, 0.2, 1);
    }

    public SampleSettings withSize(final double width, final double depth, final double layer) {
        return new SampleSettings(width, depth, layer, frames, intervalPs, vibrationAngstrom, roughnessAngstrom, growthAngstrom, hops, seed);
    }

    public SampleSettings withFrames(final int newFrames) {
        return new SampleSettings(widthAngstrom, depthAngstrom, layerAngstrom, newFrames, intervalPs, vibrationAngstrom, roughnessAngstrom, growthAngstrom, hops, seed);
    }

    public SampleSettings withVibration(final double newVibration) {
        return new SampleSettings(widthAngstrom, depthAngstrom, layerAngstrom, frames, intervalPs, newVibration, roughnessAngstrom, growthAngstrom, hops, seed);
    }

    public SampleSettings withGrowth(final double newGrowth) {
        return new SampleSettings(widthAngstrom, depthAngstrom, layerAngstrom, frames, intervalPs, vibrationAngstrom, roughnessAngstrom, newGrowth, hops, seed);
    }

    public SampleSettings withSeed(final long newSeed) {
        return new SampleSettings(widthAngstrom, depthAngstrom, layerAngstrom, frames, intervalPs, vibrationAngstrom, roughnessAngstrom, growthAngstrom, hops, newSeed);
    }
}
