package operando.phantom;

import operando.cell.Constants;
import operando.cell.InputException;
import operando.cell.Side;

/**
 * How the synthetic cell is cycled and when it is scanned. Half cycles follow each other without rest; the first one
 * strips TOP (positive current). Scans are spread evenly from the start to the end.
 *
 * @param scans                       number of scans, 1 or more
 * @param halfCycles                  number of half cycles
 * @param halfCycleHours              length of each, h
 * @param currentDensityMAPerCm2      size of the current density, mA cm⁻²
 * @param firstLithiumMetalFraction   part of the charge of the first half cycle that comes from lithium metal
 * @param laterLithiumMetalFraction   the same for the half cycles after it
 * @param reducedLithiumLoss          lithium metal that the reduced side loses to the interphase, as a part of the charge
 * @param voltageNoiseV               standard deviation of the noise of the measured voltage, V
 */
public record PhantomCycling(int scans, int halfCycles, double halfCycleHours, double currentDensityMAPerCm2,
                             double firstLithiumMetalFraction, double laterLithiumMetalFraction,
                             double reducedLithiumLoss, double voltageNoiseV) {

    /** Thickness of the lithium that holds 1 mAh cm⁻², µm. */
    static final double LITHIUM_UM_PER_MAH = 3.6 * Constants.LITHIUM_CM3_PER_MOL / Constants.FARADAY_C_PER_MOL * 1e4;

    public PhantomCycling {
        if (scans < 1 || halfCycles < 1) {
            throw new InputException("phantom cycling", scans + " scans over " + halfCycles + " half cycles",
                "give at least one of each");
        }
        Range.check("halfCycleHours", halfCycleHours, 1e-3, 1e4);
        Range.check("currentDensityMAPerCm2", currentDensityMAPerCm2, 1e-6, 100);
        Range.check("firstLithiumMetalFraction", firstLithiumMetalFraction, 0, 1);
        Range.check("laterLithiumMetalFraction", laterLithiumMetalFraction, 0, 1);
        Range.check("reducedLithiumLoss", reducedLithiumLoss, 0, 1);
        Range.check("voltageNoiseV", voltageNoiseV, 0, 1);
    }

    /** Two half cycles of 5 h at 1 mA cm⁻², ten scans; current fractions as Lewis et al. measured them. */
    public static PhantomCycling defaults() {
        return new PhantomCycling(10, 2, 5, 1, 0.72, 0.51, 0.12, 5e-4);
    }

    public PhantomCycling withScans(final int newScans) {
        return new PhantomCycling(newScans, halfCycles, halfCycleHours, currentDensityMAPerCm2,
            firstLithiumMetalFraction, laterLithiumMetalFraction, reducedLithiumLoss, voltageNoiseV);
    }

    double totalHours() {
        return halfCycles * halfCycleHours;
    }

    double scanTimeH(final int scan) {
        return scans == 1 ? 0 : totalHours() * scan / (scans - 1);
    }

    /** Current density at a time, mA cm⁻²; at the moment of reversal it is already the new one. */
    double currentDensityMAPerCm2(final double timeH) {
        final int running = Math.min(halfCycles - 1, (int) (timeH / halfCycleHours));
        return strips(Side.TOP, running) ? currentDensityMAPerCm2 : -currentDensityMAPerCm2;
    }

    static boolean strips(final Side side, final int halfCycle) {
        return (halfCycle % 2 == 0) == (side == Side.TOP);
    }

    /** The part of a half cycle that is over at a time, 0 to 1. */
    double passed(final int halfCycle, final double timeH) {
        return Math.max(0, Math.min(1, timeH / halfCycleHours - halfCycle));
    }

    double chargePerHalfCycleMAhPerCm2() {
        return currentDensityMAPerCm2 * halfCycleHours;
    }

    /** Charge that has reduced one side up to a time, mAh cm⁻². */
    double reducedMAhPerCm2(final Side side, final double timeH) {
        double shares = 0;
        for (int k = 0; k < halfCycles; k++) {
            shares += strips(side, k) ? 0 : passed(k, timeH);
        }
        return shares * chargePerHalfCycleMAhPerCm2();
    }

    /** Lithium metal that one side has lost up to a time, as the thickness of a full layer, µm. */
    double lithiumLostUm(final Side side, final double timeH) {
        double shares = 0;
        for (int k = 0; k < halfCycles; k++) {
            final double metal = k == 0 ? firstLithiumMetalFraction : laterLithiumMetalFraction;
            shares += (strips(side, k) ? metal : reducedLithiumLoss) * passed(k, timeH);
        }
        return shares * chargePerHalfCycleMAhPerCm2() * LITHIUM_UM_PER_MAH;
    }
}
