package operando.potential.published;

import operando.potential.Layer;

/**
 * A figure of the paper that shows how an electrolyte conducts as the Li⁰ potential changes.
 *
 * @param name         as in the paper, such as 2a
 * @param layer        the electrolyte
 * @param temperatureK K
 * @param fromEv       the lowest Li⁰ potential shown, eV
 * @param toEv         the highest, eV
 */
public record PublishedConductivity(String name, Layer layer, double temperatureK, double fromEv, double toEv) {
}
