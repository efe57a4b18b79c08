package operando.measure;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The plane that fits the heights of points best, by least squares, and what it leaves. */
public final class BestPlane {

    /** Sums of the products of 1, x, y and height, taken from the first point so that nothing cancels. */
    private final double[][] sums = new double[4][4];
    private final double[] first = new double[3];

    /** Adds a point; one whose height is no number is left out. */
    public void add(final double x, final double y, final double height) {
        if (Double.isNaN(height)) {
            return;
        }
        if (sums[0][0] == 0) {
            first[0] = x;
            first[1] = y;
            first[2] = height;
        }
        final double dx = x - first[0];
        final double dy = y - first[1];
        final double dz = height - first[2];
        sums[0][0]++;
        sums[0][1] += dx;
        sums[0][2] += dy;
        sums[0][3] += dz;
        sums[1][1] += dx * dx;
        sums[1][2] += dx * dy;
        sums[1][3] += dx * dz;
        sums[2][2] += dy * dy;
        sums[2][3] += dy * dz;
        sums[3][3] += dz * dz;
    }

    /** The height of the plane at a place; NaN without points. */
    public double heightAt(final double x, final double y) {
        if (sums[0][0] == 0) {
            return Double.NaN;
        }
        final double[] slopes = slopes();
        return meanHeight() + slopes[0] * (x - first[0] - sums[0][1] / sums[0][0]) + slopes[1] * (y - first[1] - sums[0][2] / sums[0][0]);
    }

    /** NaN without points. */
    double meanHeight() {
        return sums[0][0] == 0 ? Double.NaN : first[2] + sums[0][3] / sums[0][0];
    }

    /** Root mean square of the heights about the plane; NaN without points. */
    double roughness() {
        if (sums[0][0] == 0) {
            return Double.NaN;
        }
        final double[] slopes = slopes();
        return Math.sqrt(Math.max(0, covariance(3, 3) - slopes[0] * covariance(1, 3) - slopes[1] * covariance(2, 3)));
    }

    /** Of points on a line, the least slopes that do. */
    private double[] slopes() {
        final double[][] places = {{covariance(1, 1), covariance(1, 2)}, {covariance(1, 2), covariance(2, 2)}};
        return new SingularValueDecomposition(new Array2DRowRealMatrix(places)).getSolver()
            .solve(new ArrayRealVector(new double[] {covariance(1, 3), covariance(2, 3)})).toArray();
    }

    private double covariance(final int i, final int j) {
        return sums[i][j] / sums[0][0] - sums[0][i] * sums[0][j] / (sums[0][0] * sums[0][0]);
    }
}
