/**
 * Impedance spectra by equivalent circuits: how much of a cell's resistance is its interfaces'. It uses {@code cell}, the
 * spectra of {@code cycler} and the contact of {@code series}; files and pictures do not belong here. Read {@link operando.voltage.impedance.CircuitFit} first.
 */
package operando.voltage.impedance;
