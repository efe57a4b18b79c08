/**
 * Atoms at one moment: the cell, the positions, the kinds, and which atoms are near which. Uses {@code cell} and
 * {@code engine}. What is computed from an atom's surroundings goes to {@code atoms.descriptor}; files are read in
 * {@code atoms.trajectory}. Read {@link operando.atoms.frame.AtomFrame} first.
 */
package operando.atoms.frame;
