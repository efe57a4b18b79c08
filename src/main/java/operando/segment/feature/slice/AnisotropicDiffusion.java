package operando.segment.feature.slice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Smoothing along edges and not across them, by a diffusion whose tensor follows the gradient of what is smoothed
 * (D. Tschumperlé and R. Deriche, IEEE Transactions on Pattern Analysis and Machine Intelligence 27, 506, 2005), as Fiji's
 * filter of that name has it. The smaller eigenvalue of a tensor made of one gradient is rounding error, and the tensor
 * depends on it: only the same operations in the same order give the same image. They are kept here for this reason.
 */
final class AnisotropicDiffusion {

    private static final String TITLE = FeatureGroup.ANISOTROPIC_DIFFUSION.title();
    private static final float[] ALONG_EDGES = {0.1f, 0.35f};
    private static final int ITERATIONS = 20;
    private static final float ACROSS_EDGES = 0.9f;
    private static final double TIME_STEP = 20;
    private static final double STEP_RANGE = 6;
    private static final double GREYS = 256;
    private static final float CORNER = (float) ((2 - Math.sqrt(2)) / 4);
    private static final float SIDE = (float) ((Math.sqrt(2) - 1) / 2);

    private final int smoothings;
    private final float alongEdges;
    private final float edge;
    private final int iterations;

    /**
     * @param smoothings steps with one tensor
     * @param alongEdges the exponent that limits diffusion along edges
     * @param edge       how strong an edge is kept, in 256ths of the slice's standard deviation
     */
    AnisotropicDiffusion(final int smoothings, final float alongEdges, final float edge) {
        this(smoothings, alongEdges, edge, ITERATIONS);
    }

    AnisotropicDiffusion(final int smoothings, final float alongEdges, final float edge, final int iterations) {
        this.smoothings = smoothings;
        this.alongEdges = alongEdges;
        this.edge = edge;
        this.iterations = iterations;
    }

    /** The names of these features in the order of Trainable Weka Segmentation; edges are as strong as membranes are thick. */
    static List<String> names(final List<Float> sigmas, final int thickness) {
        return sigmas.stream().map(Float::intValue).distinct().flatMap(smoothings -> IntStream.range(0, ALONG_EDGES.length)
            .mapToObj(i -> TITLE + "_" + ITERATIONS + "_" + smoothings + "_" + ALONG_EDGES[i] + "_" + ACROSS_EDGES + "_" + (float) thickness)).toList();
    }

    /** The filter of a feature with such a name. */
    static AnisotropicDiffusion named(final String name) {
        final String[] numbers = name.substring(TITLE.length() + 1).split("_");
        return new AnisotropicDiffusion(Integer.parseInt(numbers[1]), Float.parseFloat(numbers[2]), Float.parseFloat(numbers[4]));
    }

    /** Whole grey values after 20 changes of the tensor; the slice is the whole one. */
    float[] of(final SlicePlane slice) {
        return new Run(slice).diffused();
    }

    private final class Run {

        private final int width;
        private final int height;
        private final int stride;
        // With one more pixel around it, like its neighbour.
        private final float[] image;
        private final float[] xx;
        private final float[] xy;
        private final float[] yy;
        private final float[] velocity;
        private final float least;
        private final float greatest;
        private final double deviation;

        private Run(final SlicePlane slice) {
            width = slice.width();
            height = slice.height();
            stride = width + 2;
            image = new float[stride * (height + 2)];
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    final float whole = (int) slice.grey()[y * width + x];
                    image[at(x, y)] = whole;
                    low = Math.min(low, whole);
                    high = Math.max(high, whole);
                }
            }
            repeatBorder();
            least = low;
            greatest = high;
            deviation = standardDeviation();
            xx = new float[width * height];
            xy = new float[width * height];
            yy = new float[width * height];
            velocity = new float[width * height];
        }

        private int at(final int x, final int y) {
            return (y + 1) * stride + x + 1;
        }

        private void repeatBorder() {
            for (int y = 0; y < height; y++) {
                image[at(-1, y)] = image[at(0, y)];
                image[at(width, y)] = image[at(width - 1, y)];
            }
            System.arraycopy(image, stride, image, 0, stride);
            System.arraycopy(image, height * stride, image, (height + 1) * stride, stride);
        }

        // Column by column from the end: the last digits of the sum count.
        private double standardDeviation() {
            double sum = 0;
            for (int x = width - 1; x >= 0; x--) {
                for (int y = height - 1; y >= 0; y--) {
                    sum += image[at(x, y)];
                }
            }
            final double mean = sum / (width * height);
            double squares = 0;
            for (int x = width - 1; x >= 0; x--) {
                for (int y = height - 1; y >= 0; y--) {
                    final double apart = image[at(x, y)] - mean;
                    squares += apart * apart;
                }
            }
            return Math.sqrt(squares / (width * height));
        }

        private float[] diffused() {
            for (int i = 0; i < iterations; i++) {
                findTensors();
                for (int s = 0; s < smoothings; s++) {
                    step(findVelocity());
                    repeatBorder();
                }
            }
            final float[] whole = new float[width * height];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (int) image[at(i % width, i / width)];
            }
            return whole;
        }

        private void findTensors() {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    final int i = at(x, y);
                    final float falling = CORNER * (image[i + stride + 1] - image[i - stride - 1]);
                    final float rising = CORNER * (image[i + stride - 1] - image[i - stride + 1]);
                    findTensor(y * width + x, falling - rising - SIDE * image[i - 1] + SIDE * image[i + 1],
                        falling + rising - SIDE * image[i - stride] + SIDE * image[i + stride]);
                }
            }
        }

        private void findTensor(final int i, final float across, final float down) {
            final double a = across * across;
            final double b = across * down;
            final double d = down * down;
            final double trace = a + d;
            final double determinant = a * d - b * b;
            final double root = Math.sqrt(trace * trace - 4 * determinant);
            double less = 0.5 * (trace - root);
            double more = 0.5 * (trace + root);
            if (trace > 0) {
                more = less == 0 ? more : determinant / less;
            } else {
                less = more == 0 ? less : determinant / more;
            }
            final double range = edge * deviation / GREYS;
            final double unit = range * range;
            final float strength = 1 + (float) (more / unit) + (float) (less / unit);
            setTensor(i, a, b, less, (float) Math.pow(strength, -alongEdges), (float) Math.pow(strength, -ACROSS_EDGES));
        }

        /** From the direction of the lesser eigenvalue, which is that of the edge. */
        private void setTensor(final int i, final double a, final double b, final double less, final float along, final float across) {
            double u = 1;
            double v = 0;
            if (Math.abs(b) > Math.abs(a - less)) {
                v = (less - a) / b;
            } else if (a - less != 0) {
                u = -b / (a - less);
                v = 1;
            }
            final double length = Math.sqrt(u * u + v * v);
            final float x = (float) (u / length);
            final float y = (float) (v / length);
            xx[i] = along * (x * x) + across * (y * y);
            xy[i] = (along - across) * (x * y);
            yy[i] = along * (y * y) + across * (x * x);
        }

        // Not a number for a slice of one grey, which then becomes 0.
        private float findVelocity() {
            float fastest = 0;
            for (int y = 0; y < height; y++) {
                final int row = y * width;
                final int up = y * stride;
                final int here = up + stride;
                final int down = here + stride;
                for (int x = 0; x < width; x++) {
                    final float twice = 2 * image[here + x + 1];
                    velocity[row + x] = xx[row + x] * (image[here + x + 2] + image[here + x] - twice)
                        + xy[row + x] * (0.5f * (image[up + x] + image[down + x + 2] - image[down + x] - image[up + x + 2]))
                        + yy[row + x] * (image[down + x + 1] + image[up + x + 1] - twice);
                }
                for (int x = 0; x < width; x++) {
                    fastest = Math.max(fastest, Math.abs(velocity[row + x]));
                }
            }
            return fastest;
        }

        private void step(final float fastest) {
            final double time = TIME_STEP / fastest * (STEP_RANGE * deviation / GREYS);
            for (int y = 0; y < height; y++) {
                final int here = at(0, y);
                for (int x = 0; x < width; x++) {
                    final float next = (float) (image[here + x] + velocity[y * width + x] * time);
                    // Ten times as fast as the library's minimum and maximum.
                    image[here + x] = next < least ? least : next > greatest ? greatest : next;
                }
            }
        }
    }
}
