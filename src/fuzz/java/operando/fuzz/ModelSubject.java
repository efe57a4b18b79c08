package operando.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import operando.segment.learn.forest.Forest;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.modelfile.WekaStart;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.functions.SimpleLogistic;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;

/** Classifiers as Weka, Trainable Weka Segmentation and we save them; one that is read also classifies. */
final class ModelSubject implements Subject {

    private final List<byte[]> seeds = new ArrayList<>();

    ModelSubject(final Path folder) throws IOException {
        WekaStart.quietly();
        final TrainingRows rows = ArffSubject.rows(new Random(5), 60);
        final RandomForest forest = new RandomForest();
        forest.setNumIterations(5);
        for (final AbstractClassifier classifier : List.of(forest, new J48(), new SimpleLogistic(), new NaiveBayes())) {
            seeds.add(saved(classifier, rows));
        }
        final Path ours = Files.write(folder.resolve("weka.model"), seeds.get(0));
        final TrainedClassifier read = ModelFile.read(ours);
        if (!(read.classifier() instanceof Forest)) {
            throw new IllegalStateException("a forest of Weka is read as " + read.classifier());
        }
        ModelFile.write(folder.resolve("ours.model"), read);
        seeds.add(Files.readAllBytes(folder.resolve("ours.model")));
    }

    private static byte[] saved(final Classifier classifier, final TrainingRows rows) throws IOException {
        final Instances data = rows.instances();
        try {
            classifier.buildClassifier(data);
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(classifier);
            out.writeObject(new Instances(data, 0));
        }
        return bytes.toByteArray();
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final byte[] seed = seeds.get(random.nextInt(seeds.size()));
        final byte[] bytes = random.nextInt(4) == 0 ? Mutation.ofBytes(seed, random) : Mutation.ofFewBytes(seed, random);
        final Path file = folder.resolve("phases.model");
        if (random.nextInt(8) > 0) {
            return Files.write(file, bytes);
        }
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return random.nextBoolean() ? file : Files.write(file, Mutation.ofBytes(Files.readAllBytes(file), random));
    }

    @Override
    public void read(final Path input) {
        final TrainedClassifier model = ModelFile.read(input);
        final float[] row = new float[model.classifier().featureCount()];
        final double[] probabilities = new double[model.classifier().classCount()];
        final Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            for (int f = 0; f < row.length; f++) {
                row[f] = i == 0 ? Float.NaN : (float) (5 * random.nextGaussian());
            }
            model.classifier().probabilities(row, probabilities);
        }
    }
}
