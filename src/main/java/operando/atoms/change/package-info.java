/**
 * Where classes of atoms are and how that changes: profiles, positions of interfaces, growth, diffusion, transitions. Uses {@code atoms.frame} and
 * {@code cell}; takes classes as numbers and does not know how they were found. Read {@link operando.atoms.change.LayerProfile} first.
 */
package operando.atoms.change;
