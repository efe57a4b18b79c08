package operando.breathing.phasefield;

import java.io.Serializable;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * The periodic plane of an interface, of square cells; numbers of cells run with x fastest.
 *
 * @param width  cells along x, a power of 2
 * @param height cells along y, a power of 2
 * @param cellUm edge of a cell, µm
 */
public record Plane(int width, int height, double cellUm) implements Serializable {

    private static final int LEAST = 8;
    private static final int MOST = 4096;

    /** @throws InputException if a side is no power of 2 from 8 to 4096, or a cell has no size */
    public Plane {
        for (final int side : new int[] {width, height}) {
            if (side < LEAST || side > MOST || Integer.bitCount(side) != 1) {
                throw new InputException("cells", side + " cells along a side of the plane", "give a power of 2 from " + LEAST + " to " + MOST);
            }
        }
        RangeCheck.positive("cell of the plane", cellUm, "µm");
    }

    public int cells() {
        return width * height;
    }

    /** The area of the plane, µm². */
    public double areaUm2() {
        return cells() * cellUm * cellUm;
    }

    /** The distance along one axis of a periodic plane, with its sign. */
    static double periodic(final double distance, final double period) {
        return distance - period * Math.rint(distance / period);
    }
}
