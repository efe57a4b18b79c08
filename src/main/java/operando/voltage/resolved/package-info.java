/**
 * The voltage with the current resolved between two measured contact maps: constriction, hot spots. It uses
 * {@code voltage} for kinetics and parameters, and the numerics of {@code grid}; files and pictures do not belong here. Read
 * {@link operando.voltage.resolved.ResolvedModel} first.
 */
package operando.voltage.resolved;
