package operando.atoms.frame;

import java.util.List;

/**
 * The atoms of one frame of a trajectory. Atom i is the same atom in every frame of it.
 *
 * @param number    of the frame in its file, from 0
 * @param time      in the trajectory's unit, or its time step; NaN where the file has none
 * @param cell      the box
 * @param species   the chemical symbols that occur in the trajectory
 * @param kinds     [atom] which of the species it is
 * @param positions [3 · atom + axis], Å, inside or outside of the box
 * @param unwrapped whether positions go on through the faces of the box, as displacements need them
 */
public record AtomFrame(int number, double time, SimulationCell cell, List<String> species, int[] kinds, double[] positions, boolean unwrapped) {

    public int size() {
        return kinds.length;
    }

    public String speciesOf(final int atom) {
        return species.get(kinds[atom]);
    }
}
