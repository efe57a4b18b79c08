package operando.atoms;

import operando.atoms.frame.AtomFrame;

/**
 * The classes of a frame's atoms.
 *
 * @param frame         the atoms
 * @param classes       [atom] number of its class from 0, or {@link #NONE}
 * @param probabilities [atom] of the class that the average over the neighbours tells, under the mixture, which may be another near a boundary; NaN where there is none
 */
public record FrameClasses(AtomFrame frame, int[] classes, float[] probabilities) {

    /** Between the classes. */
    public static final int NONE = -1;
}
