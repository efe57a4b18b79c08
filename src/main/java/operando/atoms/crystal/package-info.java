/**
 * Crystals that are known: cells and sites, and the bulk of them as atoms. Uses {@code atoms.frame} and {@code cell}. Another
 * crystal is one more constant of {@link operando.atoms.crystal.Crystal}, with the source of its lattice constants.
 */
package operando.atoms.crystal;
