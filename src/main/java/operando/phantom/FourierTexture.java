package operando.phantom;

import java.util.Random;
import java.util.SplittableRandom;

import operando.cell.InputException;
import operando.engine.Cores;

/**
 * A random texture of mean 0 and standard deviation 1 that is a sum of plane waves of random direction and phase, so
 * that it can be evaluated at displaced coordinates without interpolation: the ground truth for displacement fields.
 *
 * <pre>
 * FourierTexture texture = new FourierTexture(100, 6, 14, 7);
 * float[] grey = texture.evaluate(128, 120, 110, (x, y, z, p) -> p[0] = x - 3.3, cores);
 * </pre>
 */
public final class FourierTexture {

    /** Where in the texture the point (x, y, z) of a volume lies. */
    @FunctionalInterface
    public interface Coordinates {
        /** Changes {@code point}, which holds x, y and z, to the texture's coordinates. */
        void displace(double x, double y, double z, double[] point);
    }

    private final double[] waveX;
    private final double[] waveY;
    private final double[] waveZ;
    private final double[] phase;
    private final double amplitude;

    /**
     * @param waves   number of waves; cost is proportional to it
     * @param least   shortest wavelength, voxels, at least 2
     * @param longest longest wavelength, voxels
     * @throws InputException if there is no wave or no such range
     */
    public FourierTexture(final int waves, final double least, final double longest, final long seed) {
        if (waves < 1 || !(least >= 2 && longest >= least)) {
            throw new InputException("Fourier texture", waves + " waves of " + least + " to " + longest + " voxels",
                "give at least one wave and wavelengths from 2 voxels on");
        }
        final SplittableRandom random = new SplittableRandom(seed);
        waveX = new double[waves];
        waveY = new double[waves];
        waveZ = new double[waves];
        phase = new double[waves];
        for (int i = 0; i < waves; i++) {
            final double wave = 2 * Math.PI * (1 / longest + random.nextDouble() * (1 / least - 1 / longest));
            final double cosine = 2 * random.nextDouble() - 1;
            final double sine = Math.sqrt(1 - cosine * cosine);
            final double angle = 2 * Math.PI * random.nextDouble();
            waveX[i] = wave * sine * Math.cos(angle);
            waveY[i] = wave * sine * Math.sin(angle);
            waveZ[i] = wave * cosine;
            phase[i] = 2 * Math.PI * random.nextDouble();
        }
        amplitude = Math.sqrt(2.0 / waves);
    }

    public double at(final double x, final double y, final double z) {
        double sum = 0;
        for (int i = 0; i < phase.length; i++) {
            sum += Math.cos(waveX[i] * x + waveY[i] * y + waveZ[i] * z + phase[i]);
        }
        return amplitude * sum;
    }

    /** The texture seen at every voxel of a volume; axes x (fastest), y, z. */
    public float[] evaluate(final int width, final int height, final int depth, final Coordinates coordinates,
        final Cores cores) {
        final float[] grey = new float[width * height * depth];
        cores.forEach(depth, z -> {
            final double[] point = new double[3];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    point[0] = x;
                    point[1] = y;
                    point[2] = z;
                    coordinates.displace(x, y, z, point);
                    grey[(z * height + y) * width + x] = (float) at(point[0], point[1], point[2]);
                }
            }
        });
        return grey;
    }

    /** Adds white Gaussian noise. */
    public static void addNoise(final float[] grey, final double deviation, final long seed) {
        final Random random = new Random(seed);
        for (int i = 0; i < grey.length; i++) {
            grey[i] += (float) (deviation * random.nextGaussian());
        }
    }
}
