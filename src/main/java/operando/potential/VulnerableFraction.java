package operando.potential;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * Which share of the thickness is so near to an electrode's potential, or beyond it, that a further bottleneck of that
 * many electron volts would drive μ out of the range between the electrodes: the vulnerable region of Kim and Li.
 *
 * @param overshootShare  share of the thickness within the margin of the higher boundary potential or above it, 0 to 1
 * @param undershootShare share within the margin of the lower one or below it, 0 to 1
 */
public record VulnerableFraction(double overshootShare, double undershootShare) {

    /** The size of a jump at an ionic bottleneck, eV. */
    public static final double DEFAULT_MARGIN_EV = 0.1;

    /** @throws InputException if the margin is not positive */
    public static VulnerableFraction of(final PotentialProfile profile, final double marginEv) {
        RangeCheck.positive("margin of exposure", marginEv, "eV");
        final double high = Math.max(profile.stack().cathodePotentialEv(), profile.stack().anodePotentialEv());
        final double low = Math.min(profile.stack().cathodePotentialEv(), profile.stack().anodePotentialEv());
        return new VulnerableFraction(PositionInterval.share(PositionInterval.above(profile.passage(), part -> high - marginEv)),
            PositionInterval.share(PositionInterval.below(profile.passage(), part -> low + marginEv)));
    }
}
