package operando.phantom;

import java.util.Arrays;

import operando.cell.Side;

/**
 * The surfaces of a {@link CellShape} over a grid of points (x fastest), µm from the outer face of the first slice:
 * interfaces, interphase thicknesses, void thicknesses. Collectors are planes and are not stored.
 */
final class ColumnMaps {

    private final CellShape shape;
    private final double[] xUm;
    private final double[] yUm;
    private final float[][] interfaceUm = new float[2][];
    private final float[][] interphaseUm = new float[2][];
    private final float[][] voidUm = new float[2][];

    ColumnMaps(final CellShape shape, final double[] xUm, final double[] yUm) {
        this.shape = shape;
        this.xUm = xUm;
        this.yUm = yUm;
        final double[] referenceX = Arrays.stream(xUm).map(shape.motion()::referenceX).toArray();
        final double[] referenceY = Arrays.stream(yUm).map(shape.motion()::referenceY).toArray();
        for (final Side side : Side.values()) {
            mapInterface(side, referenceX, referenceY);
            mapVoids(side, referenceX, referenceY);
        }
    }

    int width() {
        return xUm.length;
    }

    int height() {
        return yUm.length;
    }

    double xUm(final int column) {
        return xUm[column % xUm.length];
    }

    double yUm(final int column) {
        return yUm[column / xUm.length];
    }

    boolean inside(final int column) {
        final double radius = shape.sectionRadiusUm();
        return Double.isInfinite(radius) || Math.hypot(xUm(column) - shape.motion().centreXUm(), yUm(column) - shape.motion().centreYUm()) < radius;
    }

    /** Height of the electrolyte's surface towards the lithium. */
    float interfaceUm(final Side side, final int column) {
        return interfaceUm[side.ordinal()][column];
    }

    float interphaseUm(final Side side, final int column) {
        return interphaseUm[side.ordinal()][column];
    }

    float voidUm(final Side side, final int column) {
        return voidUm[side.ordinal()][column];
    }

    /** Height at which lithium ends: at the interface, or at the void over it. */
    double lithiumEndUm(final Side side, final int column) {
        return interfaceUm(side, column) + (side == Side.TOP ? -voidUm(side, column) : voidUm(side, column));
    }

    double meanLithiumEndUm(final Side side) {
        double sum = 0;
        int count = 0;
        for (int column = 0; column < interfaceUm[0].length; column++) {
            if (inside(column)) {
                sum += lithiumEndUm(side, column);
                count++;
            }
        }
        return sum / count;
    }

    /** The thinnest lithium between a collector of this mean height and the interface or void. */
    double leastLithiumUm(final Side side, final double collectorUm) {
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < interfaceUm[0].length; column++) {
            if (inside(column)) {
                final double collector = collectorUm + shape.tiltUm(xUm(column), yUm(column));
                final double thickness = lithiumEndUm(side, column) - collector;
                least = Math.min(least, side == Side.TOP ? thickness : -thickness);
            }
        }
        return least;
    }

    private void mapInterface(final Side side, final double[] referenceX, final double[] referenceY) {
        final float[] surface = shape.anatomy().interfaceOf(side).over(referenceX, referenceY);
        final float[] thickness = shape.anatomy().unevennessOf(side).over(referenceX, referenceY);
        final double mean = CellShape.interphaseUm(shape.settings(), side, shape.timeH());
        final double swelling = side == Side.TOP ? -shape.swellingUm(side) : shape.swellingUm(side);
        for (int column = 0; column < surface.length; column++) {
            final double reference = shape.firstInterfaceUm(side) + surface[column]
                + shape.tiltUm(referenceX[column % xUm.length], referenceY[column / xUm.length]);
            surface[column] = (float) (shape.motion().movedZ(xUm(column), yUm(column), reference) + swelling);
            thickness[column] = (float) (mean * Math.max(0.2, 1 + thickness[column]));
        }
        interfaceUm[side.ordinal()] = surface;
        interphaseUm[side.ordinal()] = thickness;
    }

    private void mapVoids(final Side side, final double[] referenceX, final double[] referenceY) {
        final float[] thickness = new float[xUm.length * yUm.length];
        for (final InterfacialVoid lens : shape.anatomy().voidsOf(side)) {
            final double size = lens.size(shape.settings().cycling(), side, shape.timeH());
            if (size > 0) {
                final double reach = lens.reachUm(size);
                final int fromX = firstAtLeast(referenceX, lens.xUm() - reach);
                final int toX = firstAtLeast(referenceX, lens.xUm() + reach);
                final int toY = firstAtLeast(referenceY, lens.yUm() + reach);
                for (int y = firstAtLeast(referenceY, lens.yUm() - reach); y < toY; y++) {
                    for (int x = fromX; x < toX; x++) {
                        final int column = y * xUm.length + x;
                        thickness[column] = (float) Math.max(thickness[column],
                            lens.thicknessUm(size, referenceX[x], referenceY[y]));
                    }
                }
            }
        }
        voidUm[side.ordinal()] = thickness;
    }

    private static int firstAtLeast(final double[] rising, final double value) {
        final int found = Arrays.binarySearch(rising, value);
        return found >= 0 ? found : -found - 1;
    }
}
