/**
 * From measured contact to a predicted voltage: kinetics, ohmic drops, the lumped model, its fit, scenarios and the
 * inverse question. It may use {@code cell}, {@code engine}, {@code cycler}, {@code measure} and {@code series}. A new contribution
 * to the voltage is a small class of its own beside {@link operando.voltage.ButlerVolmer}; read
 * {@link operando.voltage.LumpedModel} first.
 */
package operando.voltage;
