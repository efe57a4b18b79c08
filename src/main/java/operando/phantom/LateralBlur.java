package operando.phantom;

/** Gaussian blur of a slice along x and y; the slice comes with a rim that is used up by the blur. */
final class LateralBlur {

    private final float[] kernelX;
    private final float[] kernelY;

    /** Standard deviations in voxels. */
    LateralBlur(final double sigmaX, final double sigmaY) {
        kernelX = kernel(sigmaX);
        kernelY = kernel(sigmaY);
    }

    /** Voxels that are used up at each end of x. */
    int rimX() {
        return kernelX.length / 2;
    }

    /** Voxels that are used up at each end of y. */
    int rimY() {
        return kernelY.length / 2;
    }

    /** Blurs (width + 2 rimX) × (height + 2 rimY) pixels to width × height. */
    float[] blur(final float[] rimmed, final int width, final int height) {
        final int fullWidth = width + 2 * rimX();
        final float[] alongX = new float[width * (height + 2 * rimY())];
        for (int y = 0; y < height + 2 * rimY(); y++) {
            for (int i = 0; i < kernelX.length; i++) {
                final float weight = kernelX[i];
                for (int x = 0; x < width; x++) {
                    alongX[y * width + x] += weight * rimmed[y * fullWidth + x + i];
                }
            }
        }
        final float[] blurred = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < kernelY.length; i++) {
                final float weight = kernelY[i];
                for (int x = 0; x < width; x++) {
                    blurred[y * width + x] += weight * alongX[(y + i) * width + x];
                }
            }
        }
        return blurred;
    }

    private static float[] kernel(final double sigma) {
        final int reach = (int) Math.ceil(3.5 * sigma);
        final float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = sigma == 0 ? 1 : (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }
}
