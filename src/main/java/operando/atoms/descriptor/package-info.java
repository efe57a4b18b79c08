/**
 * Numbers that describe the surroundings of one atom, whatever the box's orientation: the power spectrum of the smooth
 * overlap of atomic positions, bond order, coordination. Uses {@code atoms.frame} and {@code cell}; knows no classes. Another
 * descriptor is a class of its own here; read {@link operando.atoms.descriptor.PowerSpectrum} first.
 */
package operando.atoms.descriptor;
