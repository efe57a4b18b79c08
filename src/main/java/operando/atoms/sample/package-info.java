/**
 * A made trajectory whose truth is known: an interphase that grows between lithium and Li6PS5Cl. Uses {@code atoms.crystal},
 * {@code atoms.frame} and {@code cell}; what analyses a trajectory knows nothing of it. Read {@link operando.atoms.sample.SampleTrajectory} first.
 */
package operando.atoms.sample;
