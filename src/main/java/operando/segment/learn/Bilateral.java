package operando.segment.learn;

/**
 * Means around each pixel weighted by nearness in place and in grey, in 8 bit, cut to whole numbers. Weights are sampled
 * Gaussians that end at their radius; outside the image all is 0.
 */
final class Bilateral {

    private static final int GREYS = 256;
    private static final double SIGMA_OF_DIAMETER = 0.2;

    private final int reach;
    private final int side;
    private final float[] places;
    private final float[] near;
    private final float[] far;

    /** @param radius in pixels */
    Bilateral(final int radius) {
        final float[] line = kernel(radius);
        reach = radius;
        side = line.length;
        places = new float[side * side];
        for (int i = 0; i < places.length; i++) {
            places[i] = line[i % side] * line[i / side];
        }
        near = byDifference(FeatureNames.GREY_RADII[0]);
        far = byDifference(FeatureNames.GREY_RADII[1]);
    }

    private static float[] kernel(final int radius) {
        final float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            final double x = (i - radius) / (2.0 * (radius + 1)) / SIGMA_OF_DIAMETER;
            kernel[i] = (float) Math.exp(-0.5 * x * x);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /** Weights of all differences of greys, from below −255 on. */
    private static float[] byDifference(final int radius) {
        final float[] weights = new float[2 * GREYS];
        System.arraycopy(kernel(radius), 0, weights, GREYS - radius, 2 * radius + 1);
        return weights;
    }

    /** Two images, one for each range of greys, of the pixels of the plane's box. */
    float[][] of(final SlicePlane given, final SliceRange shown) {
        final SlicePlane plane = given.around(reach);
        final int[] padded = padded(plane, shown.scaled(plane.grey()));
        final int stride = plane.width() + 2 * reach;
        final int count = plane.boxWidth();
        final float[][] means = new float[2][count * plane.boxHeight()];
        for (int y = 0; y < plane.boxHeight(); y++) {
            for (int x = 0; x < count; x++) {
                mean(padded, (plane.up() + y) * stride + plane.left() + x, stride, y * count + x, means);
            }
        }
        return means;
    }

    private int[] padded(final SlicePlane plane, final byte[] grey) {
        final int stride = plane.width() + 2 * reach;
        final int[] padded = new int[stride * (plane.height() + 2 * reach)];
        for (int i = 0; i < grey.length; i++) {
            padded[(i / plane.width() + reach) * stride + reach + i % plane.width()] = grey[i] & 0xff;
        }
        return padded;
    }

    // Sums in float and in this order, as whole numbers would otherwise be cut at other places.
    private void mean(final int[] padded, final int corner, final int stride, final int at, final float[][] means) {
        final int same = GREYS - padded[corner + reach * stride + reach];
        float nearSum = 0;
        float nearTotal = 0;
        float farSum = 0;
        float farTotal = 0;
        for (int n = 0; n < side; n++) {
            for (int m = 0; m < side; m++) {
                final int grey = padded[corner + n * stride + m];
                final float place = places[n * side + m];
                final float nearWeight = place * near[grey + same];
                nearSum += grey * nearWeight;
                nearTotal += nearWeight;
                final float farWeight = place * far[grey + same];
                farSum += grey * farWeight;
                farTotal += farWeight;
            }
        }
        means[0][at] = (int) (nearSum / nearTotal);
        means[1][at] = (int) (farSum / farTotal);
    }
}
