package operando.atoms.sample;

import operando.atoms.frame.AtomFrame;

/**
 * A frame of the made trajectory and what is true of it.
 *
 * @param atoms      the frame
 * @param phases     [atom] the ordinal of its {@link SamplePhase}
 * @param depths     [atom] distance from the nearest boundary, along z, Å
 * @param boundaries mean position along z of the upper end of each layer, Å; the last is the edge of the cell
 */
public record SampleFrame(AtomFrame atoms, int[] phases, double[] depths, double[] boundaries) {
}
