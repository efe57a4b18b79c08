package operando.cycler;

import java.util.Arrays;

/**
 * One impedance spectrum of the whole cell.
 *
 * @param name          of the file, with the number of the spectrum where it holds several
 * @param timeH         when it began on the clock of the file, h; NaN where the file has no time
 * @param frequencyHz   Hz, falling
 * @param realOhm       Re Z, Ω
 * @param imaginaryOhm  Im Z, Ω, negative where the cell is capacitive
 */
public record ImpedanceSpectrum(String name, double timeH, double[] frequencyHz, double[] realOhm, double[] imaginaryOhm) {

    public int size() {
        return frequencyHz.length;
    }

    /** Without the points at which the leads' inductance is more than the cell's capacitance. */
    public ImpedanceSpectrum capacitive() {
        final int[] kept = java.util.stream.IntStream.range(0, size()).filter(i -> imaginaryOhm[i] < 0).toArray();
        return new ImpedanceSpectrum(name, timeH, taken(frequencyHz, kept), taken(realOhm, kept), taken(imaginaryOhm, kept));
    }

    private static double[] taken(final double[] values, final int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
