/**
 * The interface model over a plane of two of its parameters: which of its processes is ahead where. It uses {@code cell}, {@code engine} and
 * the model in {@code breathing.phasefield}; equations, files and pictures do not belong here. Read
 * {@link operando.breathing.regime.RegimeMap} first.
 */
package operando.breathing.regime;
