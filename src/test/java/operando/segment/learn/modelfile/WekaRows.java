package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Training data with a known rule, as Weka holds it: three classes that overlap, of five features. */
public final class WekaRows {

    private WekaRows() {
    }

    public static Instances of(final int rows, final long seed) {
        final ArrayList<Attribute> attributes = new ArrayList<>();
        for (final String name : List.of("original", "Gaussian_blur_1.0", "Sobel_filter_0.0", "Hessian_1.0", "Mean 4")) {
            attributes.add(new Attribute(name));
        }
        attributes.add(new Attribute("class", List.of("void", "lithium metal", "électrolyte")));
        final Instances data = new Instances("TWS-2D-v4.0.0-grayscale", attributes, rows);
        data.setClassIndex(5);
        final Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            final double[] values = new double[6];
            final int label = random.nextInt(3);
            for (int f = 0; f < 5; f++) {
                values[f] = (float) (random.nextGaussian() * 40 + 50 * label * (f % 2 == 0 ? 1 : -1));
            }
            values[5] = label;
            data.add(new DenseInstance(1, values));
        }
        return data;
    }

    public static float[] features(final Instances data, final int row) {
        final float[] features = new float[data.numAttributes() - 1];
        for (int f = 0; f < features.length; f++) {
            features[f] = (float) data.instance(row).value(f);
        }
        return features;
    }
}
