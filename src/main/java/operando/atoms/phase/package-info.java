/**
 * What a class of atoms is: its formula, coordination, pair distribution, whether it is crystalline, its volume, the crystal that is nearest. Uses
 * {@code atoms.frame}, {@code atoms.descriptor}, {@code atoms.crystal} and {@code cell}; knows no way of finding classes. Read
 * {@link operando.atoms.phase.PhaseDescription} first.
 */
package operando.atoms.phase;
