package operando.segment.feature.slice;

/**
 * Means around each pixel weighted by nearness in place and in grey, in 8 bit, cut to whole numbers. Weights are sampled
 * Gaussians that end at their radius; outside the image all is 0.
 */
final class BilateralFilter {

    private static final int GREYS = 256;
    private static final double SIGMA_OF_DIAMETER = 0.2;
    // Constants, and of a length that no difference of bytes exceeds, so that their use needs no checks.
    private static final float[] NEAR = byDifference(FeatureNames.GREY_RADII[0]);
    private static final float[] FAR = byDifference(FeatureNames.GREY_RADII[1]);
    private static final float[] VALUES = values();

    private final int reach;
    private final int side;
    private final float[] places;

    /** @param radius in pixels */
    BilateralFilter(final int radius) {
        final float[] line = kernel(radius);
        reach = radius;
        side = line.length;
        places = new float[side * side];
        for (int i = 0; i < places.length; i++) {
            places[i] = line[i % side] * line[i / side];
        }
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

    private static float[] values() {
        final float[] values = new float[GREYS];
        for (int grey = 0; grey < GREYS; grey++) {
            values[grey] = grey;
        }
        return values;
    }

    /** Two images, one for each range of greys, of the pixels of the plane's box. */
    float[][] of(final SlicePlane given, final SliceRange shown) {
        final SlicePlane plane = given.around(reach);
        final int stride = plane.width() + 2 * reach;
        final byte[] padded = padded(plane, shown.scaled(plane.grey()), stride);
        final int count = plane.boxWidth();
        final float[][] means = new float[2][count * plane.boxHeight()];
        final float[] pair = new float[4];
        for (int y = 0; y < plane.boxHeight(); y++) {
            for (int x = 0; x < count; x += 2) {
                findPair(padded, (plane.up() + y) * stride + plane.left() + x, stride, pair);
                means[0][y * count + x] = pair[0];
                means[1][y * count + x] = pair[1];
                if (x + 1 < count) {
                    means[0][y * count + x + 1] = pair[2];
                    means[1][y * count + x + 1] = pair[3];
                }
            }
        }
        return means;
    }

    /** Zeros around the plane, and one behind for the neighbour of its last pixel. */
    private byte[] padded(final SlicePlane plane, final byte[] grey, final int stride) {
        final byte[] padded = new byte[stride * (plane.height() + 2 * reach) + 1];
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(grey, y * plane.width(), padded, (y + reach) * stride + reach, plane.width());
        }
        return padded;
    }

    /**
     * The means of a pixel and of the next one, side by side, as an addition takes longer than all else. In float and in
     * this order, as whole numbers would otherwise be cut at other places.
     */
    private void findPair(final byte[] padded, final int corner, final int stride, final float[] pair) {
        final int middle = corner + reach * stride + reach;
        final int same = GREYS - (padded[middle] & 0xff);
        final int nextSame = GREYS - (padded[middle + 1] & 0xff);
        float nearSum = 0;
        float nearTotal = 0;
        float farSum = 0;
        float farTotal = 0;
        float nextNearSum = 0;
        float nextNearTotal = 0;
        float nextFarSum = 0;
        float nextFarTotal = 0;
        for (int n = 0; n < side; n++) {
            final int row = corner + n * stride;
            final int placesRow = n * side;
            for (int m = 0; m < side; m++) {
                final float place = places[placesRow + m];
                final int grey = padded[row + m] & 0xff;
                final float value = VALUES[grey];
                final float near = place * NEAR[grey + same];
                nearSum += value * near;
                nearTotal += near;
                final float far = place * FAR[grey + same];
                farSum += value * far;
                farTotal += far;
                final int nextGrey = padded[row + m + 1] & 0xff;
                final float nextValue = VALUES[nextGrey];
                final float nextNear = place * NEAR[nextGrey + nextSame];
                nextNearSum += nextValue * nextNear;
                nextNearTotal += nextNear;
                final float nextFar = place * FAR[nextGrey + nextSame];
                nextFarSum += nextValue * nextFar;
                nextFarTotal += nextFar;
            }
        }
        pair[0] = (int) (nearSum / nearTotal);
        pair[1] = (int) (farSum / farTotal);
        pair[2] = (int) (nextNearSum / nextNearTotal);
        pair[3] = (int) (nextFarSum / nextFarTotal);
    }
}
