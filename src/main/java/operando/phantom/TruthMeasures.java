package operando.phantom;

import operando.cell.Side;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.phantom.PhantomTruth.SideTruth;
import operando.voltage.CellState;
import operando.voltage.LumpedModel;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** Takes the truth of a {@link CellShape} by quadrature over its surfaces. */
final class TruthMeasures {

    private static final double UM2_PER_MM2 = 1e6;

    private TruthMeasures() {
    }

    static ScanTruth of(final CellShape shape, final String name) {
        final SideTruth top = side(shape, Side.TOP);
        final SideTruth bottom = side(shape, Side.BOTTOM);
        final double current = shape.settings().cycling().currentDensityMAPerCm2(shape.timeH());
        final double electrolyte = bottom.interfacePositionUm() - bottom.interphaseThicknessUm()
            - top.interfacePositionUm() - top.interphaseThicknessUm();
        final CellState state = new CellState(current, electrolyte, top.contactFraction(), bottom.contactFraction(),
            top.interphaseThicknessUm(), bottom.interphaseThicknessUm());
        return new ScanTruth(name, shape.timeH(), current, bottom.collectorPositionUm() - top.collectorPositionUm(),
            electrolyte, new LumpedModel(shape.settings().model()).voltage(state).totalV(), top, bottom, shape.motion());
    }

    private static SideTruth side(final CellShape shape, final Side side) {
        final ColumnMaps maps = shape.truthColumns();
        int columns = 0;
        int withVoid = 0;
        double voids = 0;
        double greatestVoid = 0;
        double interphase = 0;
        double interphaseSquares = 0;
        for (int column = 0; column < maps.width() * maps.height(); column++) {
            if (maps.inside(column)) {
                columns++;
                final double thickness = maps.voidUm(side, column);
                withVoid += thickness > 0 ? 1 : 0;
                voids += thickness;
                greatestVoid = Math.max(greatestVoid, thickness);
                interphase += maps.interphaseUm(side, column);
                interphaseSquares += Math.pow(maps.interphaseUm(side, column), 2);
            }
        }
        final double area = shape.sectionAreaUm2();
        final double contact = 1 - withVoid / (double) columns;
        final double meanInterphase = interphase / columns;
        final double[] plane = bestPlane(shape, side);
        return new SideTruth(contact, contact * area / UM2_PER_MM2, voids / columns * area,
            withVoid == 0 ? 0 : voids / withVoid, greatestVoid, shape.lithiumUm(side) * area, meanInterphase * area,
            meanInterphase, Math.sqrt(Math.max(0, interphaseSquares / columns - meanInterphase * meanInterphase)),
            plane[0], shape.collectorUm(side), plane[1]);
    }

    /** The interface's mean height and the root mean square of what its best plane leaves, µm. */
    private static double[] bestPlane(final CellShape shape, final Side side) {
        final ColumnMaps maps = shape.truthColumns();
        final double[][] normal = new double[3][3];
        final double[] right = new double[3];
        double squares = 0;
        for (int column = 0; column < maps.width() * maps.height(); column++) {
            if (maps.inside(column)) {
                final double height = maps.interfaceUm(side, column) - shape.firstInterfaceUm(side);
                final double[] terms = {1, maps.xUm(column) - shape.motion().centreXUm(),
                    maps.yUm(column) - shape.motion().centreYUm()};
                for (int i = 0; i < 3; i++) {
                    right[i] += terms[i] * height;
                    for (int j = 0; j < 3; j++) {
                        normal[i][j] += terms[i] * terms[j];
                    }
                }
                squares += height * height;
            }
        }
        final RealVector sums = new ArrayRealVector(right);
        final RealVector plane = new LUDecomposition(new Array2DRowRealMatrix(normal)).getSolver().solve(sums);
        final double count = normal[0][0];
        return new double[] {shape.firstInterfaceUm(side) + right[0] / count,
            Math.sqrt(Math.max(0, (squares - plane.dotProduct(sums)) / count))};
    }
}
