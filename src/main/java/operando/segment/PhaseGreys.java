package operando.segment;

import operando.cell.InputException;
import operando.cell.Thresholds;

/**
 * The grey value of each phase in one scan, in the scan's own scale.
 *
 * @param collector not a number when no current collector is in view
 */
public record PhaseGreys(double voids, double lithium, double interphase, double electrolyte, double collector) {

    public PhaseGreys {
        final boolean rising = voids < lithium && lithium < interphase && interphase < electrolyte
            && !(collector <= electrolyte);
        if (!rising) {
            throw new InputException("grey values of the phases", "void " + voids + ", lithium " + lithium
                + ", interphase " + interphase + ", electrolyte " + electrolyte + ", collector " + collector
                + " do not rise", "give thresholds in place of auto");
        }
    }

    public boolean hasCollector() {
        return !Double.isNaN(collector);
    }

    /** The step from void to lithium or from lithium to interphase, the smaller one, which noise hides first. */
    public double smallestStep() {
        return Math.min(lithium - voids, interphase - lithium);
    }

    /** Half-way between neighbouring phases. */
    public Thresholds thresholds() {
        return new Thresholds((voids + lithium) / 2, (lithium + interphase) / 2, (interphase + electrolyte) / 2,
            hasCollector() ? (electrolyte + collector) / 2 : Double.POSITIVE_INFINITY);
    }

    /** What thresholds half-way between the phases say of their grey values; the outermost are as far as their neighbours. */
    static PhaseGreys between(final Thresholds thresholds) {
        final double interphase = (thresholds.lithiumInterphase() + thresholds.interphaseElectrolyte()) / 2;
        final double lithium = Math.max(2 * thresholds.lithiumInterphase() - interphase,
            (thresholds.voidLithium() + thresholds.lithiumInterphase()) / 2);
        final double electrolyte = 2 * thresholds.interphaseElectrolyte() - interphase;
        final boolean collector = !Double.isInfinite(thresholds.electrolyteCollector());
        return new PhaseGreys(2 * thresholds.voidLithium() - lithium, lithium, interphase, electrolyte,
            collector ? 2 * thresholds.electrolyteCollector() - electrolyte : Double.NaN);
    }
}
