package operando.motion;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;

/**
 * How far the points of a displacement field moved, by their distance from the stack's axis: in rings of one width from the
 * centre of the cross-section to its rim (Lewis et al., Fig. 5: more at the centre).
 */
public final class RadialProfile {

    /**
     * @param innerUm     inner radius, µm
     * @param outerUm     outer radius, µm
     * @param points      measured points in the ring
     * @param lengthUm    mean length of the displacement, µm; not a number without points
     * @param deviationUm standard deviation of the length, µm
     * @param axialUm     mean displacement along z, µm
     * @param radialUm    mean displacement away from the axis, µm
     */
    public record Ring(double innerUm, double outerUm, int points, double lengthUm, double deviationUm, double axialUm, double radialUm) {
    }

    private RadialProfile() {
    }

    /**
     * @param width  voxels of the scan along x
     * @param height voxels of the scan along y
     * @param rings  how many rings to cut the way from the axis to the outermost point into
     * @throws InputException if there is no ring
     */
    public static List<Ring> of(final DisplacementField field, final int width, final int height, final int rings) {
        if (rings < 1) {
            throw new InputException("radial profile", rings + " rings hold nothing", "give 1 or more");
        }
        final double centreX = width * field.voxelSize().xUm() / 2;
        final double centreY = height * field.voxelSize().yUm() / 2;
        double most = 0;
        for (int point = 0; point < field.size(); point++) {
            most = Math.max(most, Math.hypot(field.xUm(point) - centreX, field.yUm(point) - centreY));
        }
        final double[][] sums = new double[rings][5];
        for (int point = 0; point < field.size(); point++) {
            if (field.status()[point].measured()) {
                final double x = field.xUm(point) - centreX;
                final double y = field.yUm(point) - centreY;
                final double radius = Math.hypot(x, y);
                final double[] sum = sums[Math.min(rings - 1, most > 0 ? (int) (rings * radius / most) : 0)];
                final double length = field.lengthUm(point);
                sum[0]++;
                sum[1] += length;
                sum[2] += length * length;
                sum[3] += field.displacementUm(2, point);
                sum[4] += radius == 0 ? 0 : (field.displacementUm(0, point) * x + field.displacementUm(1, point) * y) / radius;
            }
        }
        final List<Ring> profile = new ArrayList<>();
        for (int ring = 0; ring < rings; ring++) {
            final double[] sum = sums[ring];
            final double count = sum[0] == 0 ? Double.NaN : sum[0];
            final double mean = sum[1] / count;
            profile.add(new Ring(most * ring / rings, most * (ring + 1) / rings, (int) sum[0], mean,
                Math.sqrt(Math.max(0, sum[2] / count - mean * mean)), sum[3] / count, sum[4] / count));
        }
        return profile;
    }
}
