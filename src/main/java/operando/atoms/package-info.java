/**
 * Local environments of atoms: which phases a trajectory of molecular dynamics holds, found without labels, and where and when they are.
 * The way of a frame: {@code atoms.trajectory} reads it, {@code atoms.descriptor} describes each atom's surroundings, this room finds the
 * classes with {@code cluster}, {@code atoms.phase} says what they are and {@code atoms.change} how they grow and move. It stands alone and uses only
 * {@code cell}, {@code engine}, {@code cluster} and {@code text}; drawing and tables are in {@code report}. Read {@link operando.atoms.EnvironmentClasses} first.
 */
package operando.atoms;
