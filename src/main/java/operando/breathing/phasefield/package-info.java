/**
 * The phase-field model of one interface between lithium and a solid electrolyte: contact and interphase on a periodic plane, their
 * current, load and growth, and the integration in time (docs/methods/breathing.md has the equations). One term of the equations is one
 * class. It uses {@code cell} and {@code engine}, and the Fourier transform stands nowhere else in this room; files,
 * pictures and sweeps of parameters do not belong here. A new parameter is a constant of
 * {@link operando.breathing.phasefield.InterfaceParameter}; read {@link operando.breathing.phasefield.InterfaceSimulation} first.
 */
package operando.breathing.phasefield;
