package operando.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import operando.cell.Side;

/**
 * What the cycler measured: time, voltage and current density, reading by reading, with charge and half cycles.
 *
 * <p>Signs: I &gt; 0 oxidises lithium at TOP, and V &gt; 0 goes with I &gt; 0. Bio-Logic counts a current positive
 * that oxidises the working electrode, so the working electrode is TOP. Times are those of the file, strictly rising.
 */
public final class CyclingRecord {

    /** The part of the largest |I| below which a reading is rest: a potentiostat at rest still reads some noise. */
    public static final double REST_FRACTION = 0.01;

    private final double[] timeH;

    private final double[] voltageV;

    private final double[] currentDensityMAPerCm2;

    private final List<String> notes;

    /**
     * @param notes what a reader of the results should know of how the file was read, one sentence each
     * @throws InputException if there is no reading, a number is not finite or times do not rise
     */
    public CyclingRecord(final double[] timeH, final double[] voltageV, final double[] currentDensityMAPerCm2,
        final List<String> notes) {
        this.timeH = timeH.clone();
        this.voltageV = voltageV.clone();
        this.currentDensityMAPerCm2 = currentDensityMAPerCm2.clone();
        this.notes = List.copyOf(notes);
        check();
    }

    public CyclingRecord(final double[] timeH, final double[] voltageV, final double[] currentDensityMAPerCm2) {
        this(timeH, voltageV, currentDensityMAPerCm2, List.of());
    }

    private void check() {
        if (timeH.length == 0 || voltageV.length != timeH.length || currentDensityMAPerCm2.length != timeH.length) {
            throw new InputException("cycling record", timeH.length + " times, " + voltageV.length + " voltages and "
                + currentDensityMAPerCm2.length + " currents", "give one of each for every reading, and at least one");
        }
        for (int i = 0; i < timeH.length; i++) {
            if (!Double.isFinite(timeH[i] + voltageV[i] + currentDensityMAPerCm2[i])) {
                throw new InputException("cycling record", "reading " + (i + 1) + " is not finite", "mend or remove it");
            }
            if (i > 0 && !(timeH[i] > timeH[i - 1])) {
                throw new InputException("cycling record", "the time of reading " + (i + 1) + ", " + timeH[i]
                    + " h, is not after the one before, " + timeH[i - 1] + " h", "sort the readings by time");
            }
        }
    }

    public int size() {
        return timeH.length;
    }

    public double timeH(final int reading) {
        return timeH[reading];
    }

    public double voltageV(final int reading) {
        return voltageV[reading];
    }

    /** Per area of the cell's cross-section, mA cm⁻². */
    public double currentDensityMAPerCm2(final int reading) {
        return currentDensityMAPerCm2[reading];
    }

    public double[] timesH() {
        return timeH.clone();
    }

    public double[] voltagesV() {
        return voltageV.clone();
    }

    public double[] currentDensitiesMAPerCm2() {
        return currentDensityMAPerCm2.clone();
    }

    /** How the file was read, where that is not obvious: one sentence each, possibly none. */
    public List<String> notes() {
        return notes;
    }

    public double startH() {
        return timeH[0];
    }

    public double endH() {
        return timeH[timeH.length - 1];
    }

    /** Whether the record has readings before and after the time, or at it. */
    public boolean covers(final double h) {
        return h >= startH() && h <= endH();
    }

    /**
     * The voltage at any time that the record covers, linear between readings.
     *
     * @throws InputException if the record does not cover the time
     */
    public double voltageAtV(final double h) {
        final int before = readingAtOrBefore(h);
        if (timeH[before] == h) {
            return voltageV[before];
        }
        final double part = (h - timeH[before]) / (timeH[before + 1] - timeH[before]);
        return voltageV[before] + part * (voltageV[before + 1] - voltageV[before]);
    }

    /**
     * The current density of the reading nearest to a time that the record covers. The nearest rather than a line
     * between readings, since a current is switched, not ramped.
     *
     * @throws InputException if the record does not cover the time
     */
    public double currentDensityAtMAPerCm2(final double h) {
        final int before = readingAtOrBefore(h);
        final boolean later = before + 1 < timeH.length && timeH[before + 1] - h < h - timeH[before];
        return currentDensityMAPerCm2[later ? before + 1 : before];
    }

    private int readingAtOrBefore(final double h) {
        if (!covers(h)) {
            throw new InputException("cycler file", "has no reading at " + h + " h; it runs from " + startH() + " to "
                + endH() + " h", "give the cycler file that covers the scans, with the same zero of time");
        }
        final int found = Arrays.binarySearch(timeH, h);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * The charge passed up to every reading, mAh cm⁻²: the integral of the current density by the trapezoid rule,
     * 0 at the first reading.
     */
    public double[] chargeMAhPerCm2() {
        final double[] charge = new double[timeH.length];
        for (int i = 1; i < charge.length; i++) {
            charge[i] = charge[i - 1]
                + (currentDensityMAPerCm2[i] + currentDensityMAPerCm2[i - 1]) / 2 * (timeH[i] - timeH[i - 1]);
        }
        return charge;
    }

    /** The half cycles, with readings below {@link #REST_FRACTION} of the largest |I| taken as rest. */
    public List<HalfCycle> halfCycles() {
        final double largest = Arrays.stream(currentDensityMAPerCm2).map(Math::abs).max().orElse(0);
        return halfCycles(REST_FRACTION * largest);
    }

    /**
     * The half cycles: maximal runs of readings with one sign of I, in order of time. A rest ends a half cycle.
     *
     * @param restMAPerCm2 a reading is rest where |I| is not above this, mA cm⁻²
     */
    public List<HalfCycle> halfCycles(final double restMAPerCm2) {
        final List<HalfCycle> halfCycles = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= timeH.length; i++) {
            if (i == timeH.length || sign(i, restMAPerCm2) != sign(first, restMAPerCm2)) {
                if (sign(first, restMAPerCm2) != 0) {
                    halfCycles.add(halfCycle(first, i - 1));
                }
                first = i;
            }
        }
        return halfCycles;
    }

    private int sign(final int reading, final double rest) {
        final double current = currentDensityMAPerCm2[reading];
        return current > rest ? 1 : current < -rest ? -1 : 0;
    }

    // Trapezoid weights, so that the charges of all half cycles and rests add up to the whole.
    private HalfCycle halfCycle(final int first, final int last) {
        double charge = 0;
        for (int i = first; i <= last; i++) {
            final double from = timeH[Math.max(i - 1, 0)];
            final double to = timeH[Math.min(i + 1, timeH.length - 1)];
            charge += currentDensityMAPerCm2[i] * (to - from) / 2;
        }
        return new HalfCycle(first, last, timeH[first], timeH[last],
            currentDensityMAPerCm2[first] > 0 ? Side.TOP : Side.BOTTOM, charge);
    }
}
