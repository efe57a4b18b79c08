package operando.potential;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * An ionic bottleneck, such as a grain or phase boundary across the current: a thin slab in which σ_Li is lower than
 * around it. Electrons and holes conduct in it as in the layer that its middle lies in; on the boundary between two
 * layers, as in the one towards the anode.
 *
 * @param position                x/L of its middle, from 0 (cathode) to 1 (anode)
 * @param width                   its thickness over that of the stack; the paper takes 0.001
 * @param ionicConductivityMSPerCm its σ_Li, mS cm⁻¹
 */
public record Bottleneck(double position, double width, double ionicConductivityMSPerCm) {

    /** The width of the paper's bottlenecks. */
    public static final double PUBLISHED_WIDTH = 0.001;

    /** The least width, over L, whose ends are told apart to six digits. */
    static final double THINNEST = 1e-9;

    /** @throws InputException if it reaches out of the stack, or width or conductivity is not positive */
    public Bottleneck {
        RangeCheck.positive("bottleneck width", width, "");
        if (width < THINNEST) {
            throw new InputException("bottleneck width", width + " of the thickness is too thin", "give at least " + THINNEST);
        }
        RangeCheck.positive("bottleneck ionic conductivity", ionicConductivityMSPerCm, "mS cm⁻¹");
        if (!(position - width / 2 >= 0 && position + width / 2 <= 1)) {
            throw new InputException("bottleneck position",
                position + " with width " + width + " reaches out of the stack", "give a position x/L between 0 and 1");
        }
    }

    public double from() {
        return position - width / 2;
    }

    public double to() {
        return position + width / 2;
    }
}
