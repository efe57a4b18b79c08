package operando.motion.subvolume;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The shape of a deformed subvolume: the displacement of the point that lies (x, y, z) from the subvolume's centre, as a
 * polynomial of second degree in the scaled coordinates ξ = x/r, η = y/r, ζ = z/r, r being half the subvolume's side.
 * Component c is {@code Σ p[c][m] · monomial m}, all in voxels; monomials are 1, ξ, η, ζ, ξ², η², ζ², ξη, ξζ, ηζ.
 * A first-order shape has zeros in the last six.
 */
public final class ShapeFunction implements Serializable {

    private static final long serialVersionUID = 1L;


    public static final int LINEAR = 4;
    public static final int QUADRATIC = 10;

    public final double radius;
    public final double[][] p = new double[3][QUADRATIC];

    public ShapeFunction(final double radius) {
        this.radius = radius;
    }

    public static ShapeFunction shifted(final double radius, final double x, final double y, final double z) {
        final ShapeFunction warp = new ShapeFunction(radius);
        warp.p[0][0] = x;
        warp.p[1][0] = y;
        warp.p[2][0] = z;
        return warp;
    }

    public ShapeFunction copy() {
        final ShapeFunction copy = new ShapeFunction(radius);
        for (int c = 0; c < 3; c++) {
            System.arraycopy(p[c], 0, copy.p[c], 0, QUADRATIC);
        }
        return copy;
    }

    /** The shape without its second-order part. */
    public ShapeFunction firstOrder() {
        final ShapeFunction linear = new ShapeFunction(radius);
        for (int c = 0; c < 3; c++) {
            System.arraycopy(p[c], 0, linear.p[c], 0, LINEAR);
        }
        return linear;
    }

    /** Whether there is a second-order part. */
    boolean isBent() {
        for (int c = 0; c < 3; c++) {
            for (int m = LINEAR; m < QUADRATIC; m++) {
                if (p[c][m] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drops the second-order part. */
    void straighten() {
        for (int c = 0; c < 3; c++) {
            Arrays.fill(p[c], LINEAR, QUADRATIC, 0);
        }
    }

    /** The displacement of the point at the given distance from the centre, voxels. */
    double at(final int component, final double x, final double y, final double z) {
        final double a = x / radius;
        final double b = y / radius;
        final double c = z / radius;
        final double[] q = p[component];
        return q[0] + q[1] * a + q[2] * b + q[3] * c + q[4] * a * a + q[5] * b * b + q[6] * c * c + q[7] * a * b
            + q[8] * a * c + q[9] * b * c;
    }

    /** The displacement of the point at the given distance from the centre by the first-order part alone, voxels. */
    public double[] linearAt(final double x, final double y, final double z) {
        final double[] displacement = new double[3];
        for (int c = 0; c < 3; c++) {
            displacement[c] = p[c][0] + (p[c][1] * x + p[c][2] * y + p[c][3] * z) / radius;
        }
        return displacement;
    }

    /** The same polynomial about a centre that lies (x, y, z) from this one, for the start of a neighbour. */
    public ShapeFunction about(final double x, final double y, final double z) {
        final double a = x / radius;
        final double b = y / radius;
        final double c = z / radius;
        final ShapeFunction moved = copy();
        for (int i = 0; i < 3; i++) {
            final double[] q = p[i];
            moved.p[i][0] = at(i, x, y, z);
            moved.p[i][1] = q[1] + 2 * q[4] * a + q[7] * b + q[8] * c;
            moved.p[i][2] = q[2] + 2 * q[5] * b + q[7] * a + q[9] * c;
            moved.p[i][3] = q[3] + 2 * q[6] * c + q[8] * a + q[9] * b;
        }
        return moved;
    }

    /** The linear part of the same field about a centre that lies (x, y, z) from this one, for another radius. */
    public ShapeFunction startAt(final double x, final double y, final double z, final double newRadius) {
        final ShapeFunction moved = about(x, y, z);
        final ShapeFunction start = new ShapeFunction(newRadius);
        for (int c = 0; c < 3; c++) {
            start.p[c][0] = moved.p[c][0];
            for (int m = 1; m < LINEAR; m++) {
                start.p[c][m] = moved.p[c][m] * newRadius / radius;
            }
        }
        return start;
    }

    /** The same motion seen in voxels that are {@code bin} times smaller. */
    public ShapeFunction magnified(final double bin) {
        final ShapeFunction fine = new ShapeFunction(radius * bin);
        for (int c = 0; c < 3; c++) {
            for (int m = 0; m < QUADRATIC; m++) {
                fine.p[c][m] = p[c][m] * bin;
            }
        }
        return fine;
    }

    /**
     * Replaces this warp W by W ∘ V⁻¹, V being the small warp {@code d} of the reference (inverse-compositional update;
     * Baker and Matthews, Int. J. Comput. Vis. 56, 221, 2004). The affine part is inverted exactly, terms of third
     * degree are dropped, which moves the way to the solution and not the solution.
     */
    void composeWithInverse(final double[][] d) {
        final double[][] inverse = inverseOfAffine(d);
        final double[] shift = new double[3];
        for (int c = 0; c < 3; c++) {
            shift[c] = -(inverse[c][0] * d[0][0] + inverse[c][1] * d[1][0] + inverse[c][2] * d[2][0]) / radius;
        }
        final double[][] old = copy().p;
        for (int i = 0; i < 3; i++) {
            final double[] q = old[i];
            // The gradient of the whole map, identity included, at the shifted centre; in voxels a scaled unit.
            final double[] slope = {
                q[1] + 2 * q[4] * shift[0] + q[7] * shift[1] + q[8] * shift[2],
                q[2] + 2 * q[5] * shift[1] + q[7] * shift[0] + q[9] * shift[2],
                q[3] + 2 * q[6] * shift[2] + q[8] * shift[0] + q[9] * shift[1]};
            slope[i] += radius;
            p[i][0] = value(q, shift) + radius * shift[i];
            for (int j = 0; j < 3; j++) {
                p[i][1 + j] = slope[0] * inverse[0][j] + slope[1] * inverse[1][j] + slope[2] * inverse[2][j];
            }
            p[i][1 + i] -= radius;
            for (int m = LINEAR; m < QUADRATIC; m++) {
                p[i][m] = q[m] - (slope[0] * d[0][m] + slope[1] * d[1][m] + slope[2] * d[2][m]) / radius;
            }
        }
    }

    private static double value(final double[] q, final double[] s) {
        return q[0] + q[1] * s[0] + q[2] * s[1] + q[3] * s[2] + q[4] * s[0] * s[0] + q[5] * s[1] * s[1]
            + q[6] * s[2] * s[2] + q[7] * s[0] * s[1] + q[8] * s[0] * s[2] + q[9] * s[1] * s[2];
    }

    private double[][] inverseOfAffine(final double[][] d) {
        final double[][] a = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                a[i][j] = d[i][1 + j] / radius + (i == j ? 1 : 0);
            }
        }
        final double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            final int i1 = (i + 1) % 3;
            final int i2 = (i + 2) % 3;
            for (int j = 0; j < 3; j++) {
                final int j1 = (j + 1) % 3;
                final int j2 = (j + 2) % 3;
                inverse[j][i] = a[i1][j1] * a[i2][j2] - a[i1][j2] * a[i2][j1];
            }
            determinant += i == 0 ? a[0][0] * inverse[0][0] + a[0][1] * inverse[1][0] + a[0][2] * inverse[2][0] : 0;
        }
        for (final double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }
}
