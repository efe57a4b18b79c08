package operando.cycler;

import operando.cell.Side;

/**
 * A maximal run of readings with one sign of the current.
 *
 * @param first            index of its first reading in the record
 * @param last             index of its last reading
 * @param startH           time of its first reading, h
 * @param endH             time of its last reading, h
 * @param stripping        the side whose lithium is oxidised: TOP for I &gt; 0
 * @param chargeMAhPerCm2  charge passed, of the sign of the current, mAh cm⁻²
 */
public record HalfCycle(int first, int last, double startH, double endH, Side stripping, double chargeMAhPerCm2) {

    public int size() {
        return last - first + 1;
    }
}
