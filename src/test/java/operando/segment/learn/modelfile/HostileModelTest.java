package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import operando.cell.InputException;
import operando.segment.learn.forest.VoxelClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.SimpleLogistic;
import weka.classifiers.trees.J48;
import weka.core.Instances;

/** A crafted or damaged model costs neither time nor memory, and one that fails on a voxel is one line that names it. */
class HostileModelTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private static Instances data;

    @BeforeAll
    static void makeData() {
        WekaStart.quietly();
        final ModelHeader header = new ModelHeader("rows", List.of("a", "b", "c"), List.of("one", "two"));
        final float[][] rows = new float[60][3];
        final int[] classes = new int[rows.length];
        final Random random = new Random(5);
        for (int row = 0; row < rows.length; row++) {
            classes[row] = row % 2;
            for (int f = 0; f < 3; f++) {
                rows[row][f] = (float) (random.nextGaussian() + f * classes[row]);
            }
        }
        data = new TrainingRows(header, rows, classes).instances();
    }

    /** A classifier with any object in a field of its own, as a crafted file has it. */
    private Path model(final AbstractClassifier classifier, final Object planted) throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            if (planted != null) {
                final Holder holder = new Holder();
                holder.planted = planted;
                out.writeObject(holder);
            } else {
                out.writeObject(classifier);
            }
            out.writeObject(new Instances(data, 0));
        }
        return Files.write(folder.resolve("crafted.model"), bytes.toByteArray());
    }

    /** Written under the name of a classifier of Weka. */
    private static final class Holder extends AbstractClassifier {
        private static final long serialVersionUID = 1L;
        private Object planted;

        @Override
        public void buildClassifier(final Instances instances) {
            throw new UnsupportedOperationException();
        }
    }

    private static void refusedSoon(final Path file, final String because) {
        assertTimeoutPreemptively(LIMIT, () -> {
            final InputException e = assertThrows(InputException.class, () -> ModelFile.read(file));
            assertEquals(1, e.getMessage().lines().count());
            assertTrue(e.getMessage().contains(file.getFileName().toString()) && e.getMessage().contains(because), e.getMessage());
        });
    }

    // The class that the stream names is replaced by one of Weka of the same length, which may be made.
    private Path renamed(final Path file) throws IOException {
        final String from = Holder.class.getName();
        final String to = "weka.classifiers.trees." + "X".repeat(from.length() - "weka.classifiers.trees.".length());
        final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace(from, to);
        return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void setsWithinSetsAreRefused() throws Exception {
        final Set<Object> root = new HashSet<>();
        Set<Object> left = root;
        Set<Object> right = new HashSet<>();
        root.add(right);
        for (int level = 0; level < 60; level++) {
            final Set<Object> nextLeft = new HashSet<>(Set.of("level"));
            final Set<Object> nextRight = new HashSet<>();
            left.add(nextLeft);
            left.add(nextRight);
            right.add(nextLeft);
            right.add(nextRight);
            left = nextLeft;
            right = nextRight;
        }
        refusedSoon(renamed(model(null, root)), "collections as keys");
    }

    @Test
    void listsThatClaimManyEntriesAreRefused() throws Exception {
        final List<Object> lists = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lists.add(new ArrayList<>(List.of("claim" + i)));
        }
        final Path file = renamed(model(null, lists));
        final byte[] bytes = Files.readAllBytes(file);
        // The size of a list stands before its block of four bytes: 00 00 00 01 77 04 00 00 00 01.
        for (int i = 0; i + 10 < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + 6, new byte[] {0, 0, 0, 1, 0x77, 4}, 0, 6)) {
                bytes[i] = 4;
            }
        }
        refusedSoon(Files.write(file, bytes), "larger tables than its entries");
    }

    @Test
    void aClassifierThatFailsOnAVoxelIsOneLineThatNamesIt() throws Exception {
        final J48 untrained = new J48();
        final VoxelClassifier classifier = ModelFile.read(model(untrained, null)).classifier();
        final InputException e = assertThrows(InputException.class, () -> classifier.probabilities(new float[] {1, 2, 3}, new double[2]));
        assertTrue(e.getMessage().contains("crafted.model") && e.getMessage().contains("J48"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void anyByteOfAModelMayBeAnother() throws Exception {
        final J48 trained = new J48();
        trained.buildClassifier(data);
        final SimpleLogistic logistic = new SimpleLogistic();
        logistic.buildClassifier(data);
        final Random random = new Random(7);
        for (final AbstractClassifier classifier : List.of(trained, logistic)) {
            final byte[] whole = Files.readAllBytes(model(classifier, null));
            for (int i = 0; i < 400; i++) {
                final byte[] bytes = whole.clone();
                for (int change = 0; change <= random.nextInt(3); change++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                final Path file = Files.write(folder.resolve("damaged.model"), bytes);
                assertTimeoutPreemptively(LIMIT, () -> readOrRefuse(file));
            }
        }
    }

    private static void readOrRefuse(final Path file) {
        try {
            final TrainedClassifier model = ModelFile.read(file);
            model.classifier().probabilities(new float[model.classifier().featureCount()], new double[model.classifier().classCount()]);
        } catch (final InputException e) {
            assertEquals(1, e.getMessage().lines().count());
            assertFalse(e.getMessage().contains("null"), e.getMessage());
        }
    }

    @Test
    void theHostileFilesAreRefused() {
        final Path hostile = Path.of(System.getProperty("operando.shared", "../shared"), "data", "hostile");
        assumeTrue(Files.isDirectory(hostile), "skipped: the hostile files are not beside this project");
        refusedSoon(hostile.resolve("dos.model"), "collections as keys");
        refusedSoon(hostile.resolve("oom.model"), "larger tables than its entries");
        final TrainedClassifier damaged = ModelFile.read(hostile.resolve("damaged-J48.model"));
        final float[] row = new float[damaged.classifier().featureCount()];
        final InputException e = assertThrows(InputException.class, () -> {
            final Random random = new Random(3);
            for (int i = 0; i < 1000; i++) {
                for (int f = 0; f < row.length; f++) {
                    row[f] = random.nextFloat() * 256;
                }
                damaged.classifier().probabilities(row, new double[damaged.classifier().classCount()]);
            }
        });
        assertTrue(e.getMessage().contains("damaged-J48.model"), e.getMessage());
    }
}
