package operando.breathing.phasefield;

import java.io.Serializable;

/**
 * What an interface is at one time.
 *
 * @param contact     1 where lithium touches, 0 in a void, a cell
 * @param thicknessUm of the interphase, µm, a cell
 * @param timeH       since the beginning, h
 * @param stepH       that the integration would try next, h
 */
public record InterfaceState(double[] contact, double[] thicknessUm, double timeH, double stepH) implements Serializable {

    /** The mean of a field, its values held between 0 and 1 where it is contact. */
    static double mean(final double[] field) {
        double sum = 0;
        for (final double value : field) {
            sum += value;
        }
        return sum / field.length;
    }

    /** The part of the plane that is in contact. */
    public double contactFraction() {
        return Math.max(0, Math.min(1, mean(contact)));
    }

    /** The memory of the interface: its mean interphase thickness over the plane, µm. */
    public double meanThicknessUm() {
        return mean(thicknessUm);
    }
}
