package operando.voltage.resolved;

import operando.cell.InputException;
import operando.cell.Side;
import operando.grid.ColumnConduction;
import operando.grid.GradedSpacing;
import operando.voltage.LumpedParameters;

/**
 * The separator between two contact maps as columns of cells with their conductances. Lengths are in pixels along x,
 * conductivities relative to the electrolyte's. Along a column resistances add up exactly, also where an interphase ends
 * within a cell; between columns a cell conducts by what it holds of each.
 */
final class SeparatorGrid {

    private static final double CM_PER_UM = 1e-4;

    private final LumpedParameters parameters;
    private final ContactGeometry geometry;
    private final double interphase;
    private final double[] heights;
    private final double[] faces;
    private final double length;

    SeparatorGrid(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings) {
        this.parameters = parameters;
        this.geometry = geometry;
        interphase = parameters.interphaseConductivityMSPerCm() / parameters.electrolyteConductivityMSPerCm();
        length = (geometry.electrolyteThicknessUm() + geometry.meanInterphaseUm(Side.TOP) + geometry.meanInterphaseUm(Side.BOTTOM)) / geometry.pixelXUm();
        heights = GradedSpacing.between(length, settings.firstCellPixels(), settings.growth());
        faces = new double[heights.length + 1];
        for (int z = 0; z < heights.length; z++) {
            faces[z + 1] = faces[z] + heights[z];
        }
        faces[heights.length] = length;
        final long cells = (long) heights.length * geometry.width() * geometry.height();
        if (cells > Integer.MAX_VALUE - 8) {
            throw new InputException("contact maps", geometry.width() + " x " + geometry.height() + " pixels are " + cells + " cells, more than can be resolved at once",
                "give a part of the maps, or maps of larger pixels");
        }
    }

    /** A current density of 1 mA cm⁻² through a pixel is 1 / this, where 1 V drives 1 through a conductance of 1. */
    double currentUnit() {
        // κ h V over the pixel's area, h² pixelY / pixelX: conductances are per pixel along x of the electrolyte.
        return parameters.electrolyteConductivityMSPerCm() / (geometry.pixelXUm() * CM_PER_UM) / depth();
    }

    /** Length of a pixel along y in pixels along x. */
    private double depth() {
        return geometry.pixelYUm() / geometry.pixelXUm();
    }

    /** From the contact to the middle of its cell, V per mA cm⁻². */
    double halfCellResistance(final Side side, final int pixel) {
        final double half = heights[0] / 2;
        final double relative = side == Side.TOP ? resistance(pixel, 0, half) : resistance(pixel, length - half, length);
        return relative * geometry.pixelXUm() * CM_PER_UM / parameters.electrolyteConductivityMSPerCm();
    }

    ColumnConduction box() {
        return geometry.isEven() ? even() : uneven();
    }

    private ColumnConduction even() {
        final int nz = heights.length;
        final double[] alongX = new double[nz];
        final double[] alongY = new double[nz];
        final double[] alongZ = new double[nz];
        for (int z = 0; z < nz; z++) {
            final double lateral = conduction(0, faces[z], faces[z + 1]);
            alongX[z] = lateral * depth();
            alongY[z] = lateral / depth();
            alongZ[z] = z + 1 < nz ? depth() / resistance(0, middle(z), middle(z + 1)) : 0;
        }
        return ColumnConduction.layered(geometry.width(), geometry.height(), alongX, alongY, alongZ, geometry.crossSection());
    }

    private ColumnConduction uneven() {
        final int nz = heights.length;
        final int columns = geometry.width() * geometry.height();
        final float[] alongX = new float[columns * nz];
        final float[] alongY = new float[columns * nz];
        final float[] alongZ = new float[columns * nz];
        final double[][] lateral = new double[columns][];
        for (int column = 0; column < columns; column++) {
            lateral[column] = new double[nz];
            for (int z = 0; z < nz; z++) {
                lateral[column][z] = conduction(column, faces[z], faces[z + 1]);
                alongZ[column * nz + z] = z + 1 < nz ? (float) (depth() / resistance(column, middle(z), middle(z + 1))) : 0;
            }
            if (column >= geometry.width()) {
                join(lateral[column - geometry.width()], lateral[column], 1 / depth(), alongY, (column - geometry.width()) * nz);
                lateral[column - geometry.width()] = null;
            }
            if (column % geometry.width() > 0) {
                join(lateral[column - 1], lateral[column], depth(), alongX, (column - 1) * nz);
            }
        }
        return ColumnConduction.of(geometry.width(), geometry.height(), nz, alongX, alongY, alongZ, geometry.crossSection());
    }

    private static void join(final double[] a, final double[] b, final double factor, final float[] to, final int at) {
        for (int z = 0; z < a.length; z++) {
            to[at + z] = (float) (factor * 2 * a[z] * b[z] / (a[z] + b[z]));
        }
    }

    private double middle(final int z) {
        return (faces[z] + faces[z + 1]) / 2;
    }

    /** ∫ dz / κ from a to b. */
    private double resistance(final int pixel, final double a, final double b) {
        final double inside = inInterphase(pixel, a, b);
        return (b - a - inside) + inside / interphase;
    }

    /** ∫ κ dz from a to b. */
    private double conduction(final int pixel, final double a, final double b) {
        final double inside = inInterphase(pixel, a, b);
        return (b - a - inside) + inside * interphase;
    }

    private double inInterphase(final int pixel, final double a, final double b) {
        final double top = Math.min(length, geometry.interphaseUm(Side.TOP, pixel) / geometry.pixelXUm());
        final double bottom = Math.max(top, length - geometry.interphaseUm(Side.BOTTOM, pixel) / geometry.pixelXUm());
        return Math.max(0, Math.min(b, top) - a) + Math.max(0, b - Math.max(a, bottom));
    }
}
