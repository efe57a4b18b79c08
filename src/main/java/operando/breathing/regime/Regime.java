package operando.breathing.regime;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceReading;

/**
 * Which process is ahead, by the largest of the three parts of the overpotential at the end of the last stripping (ours; the source names
 * the regimes and gives no criterion). The three parts add up to the whole.
 */
public enum Regime {

    /** The kinetics of full contact: voids heal, and the interphase adds less. */
    HEALING("healing-dominant"),
    /** What lost contact adds, or contact was lost altogether. */
    VOID_GROWTH("void-growth-dominant"),
    /** What the interphase adds. */
    MEMORY("interphase-memory-dominant");

    private final String words;

    Regime(final String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Regime of(final CycleSummary cycle) {
        final InterfaceReading stripped = cycle.stripped();
        final boolean healed = stripped.kineticV() >= Math.max(stripped.contactLossV(), stripped.interphaseV());
        return healed ? HEALING : stripped.contactLossV() >= stripped.interphaseV() ? VOID_GROWTH : MEMORY;
    }
}
