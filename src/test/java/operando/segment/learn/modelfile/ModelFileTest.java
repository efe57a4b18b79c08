package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import operando.cell.InputException;
import operando.segment.learn.forest.VoxelClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;

class ModelFileTest {

    private static Instances rows;
    private static RandomForest weka;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        rows = WekaRows.of(300, 7);
        weka = new RandomForest();
        weka.setNumIterations(20);
        weka.setCalcOutOfBag(true);
        weka.setSeed(3);
        weka.buildClassifier(rows);
    }

    private Path saved() throws Exception {
        final Path file = folder.resolve("weka.model");
        SerializationHelper.writeAll(file.toString(), new Object[] {weka, new Instances(rows, 0)});
        return file;
    }

    @Test
    void forestSavedByWekaGivesWekasProbabilitiesToTheBit() throws Exception {
        final TrainedClassifier model = ModelFile.read(saved());
        final Instances unseen = WekaRows.of(500, 8);
        for (int row = 0; row < unseen.size(); row++) {
            final double[] ours = new double[3];
            model.classifier().probabilities(WekaRows.features(unseen, row), ours);
            assertArrayEquals(weka.distributionForInstance(unseen.instance(row)), ours, 0.0);
        }
    }

    @Test
    void featureThatIsNotANumberSplitsTheVoteAsWekaDoes() throws Exception {
        final TrainedClassifier model = ModelFile.read(saved());
        final Instances unseen = WekaRows.of(100, 9);
        for (int row = 0; row < unseen.size(); row++) {
            unseen.instance(row).setMissing(row % 5);
            unseen.instance(row).setMissing(row % 3);
            final double[] ours = new double[3];
            model.classifier().probabilities(WekaRows.features(unseen, row), ours);
            assertArrayEquals(weka.distributionForInstance(unseen.instance(row)), ours, 0.0);
        }
    }

    @Test
    void namesOfFeaturesAndClassesComeFromTheHeader() throws Exception {
        final ModelHeader header = ModelFile.read(saved()).header();
        assertEquals("TWS-2D-v4.0.0-grayscale", header.relation());
        assertEquals(List.of("original", "Gaussian_blur_1.0", "Sobel_filter_0.0", "Hessian_1.0", "Mean 4"), header.features());
        assertEquals(List.of("void", "lithium metal", "électrolyte"), header.classes());
    }

    @Test
    void compressedModelIsTheSameModel() throws Exception {
        final Path zipped = folder.resolve("weka.model.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(saved(), out);
        }
        assertEquals(ModelFile.read(saved()).header(), ModelFile.read(zipped).header());
        Files.write(zipped, Arrays.copyOf(Files.readAllBytes(zipped), 2000));
        assertRefused(zipped, "cut short");
    }

    @Test
    void realModelOfTrainableWekaSegmentationPredictsItsTrainingRowsAsLabelled() throws Exception {
        final Path data = Path.of(System.getProperty("operando.shared", "../shared/data")).resolve("tws-interop");
        assumeTrue(Files.isDirectory(data), "no real data beside the repository: " + data);
        final TrainedClassifier model = ModelFile.read(data.resolve("garcialab-1024.model"));
        final Instances trained = new DataSource(data.resolve("garcialab-1024.arff").toString()).getDataSet();
        trained.setClassIndex(trained.numAttributes() - 1);
        assertEquals(153, trained.size());
        assertEquals(218, model.header().features().size());
        for (int f = 0; f < 218; f++) {
            assertEquals(trained.attribute(f).name(), model.header().features().get(f));
        }
        for (int row = 0; row < trained.size(); row++) {
            assertEquals((int) trained.instance(row).classValue(), model.classifier().classOf(WekaRows.features(trained, row)));
        }
    }

    @Test
    void modelCutShortAnywhereIsRefused() throws Exception {
        final byte[] whole = Files.readAllBytes(saved());
        final Path cut = folder.resolve("cut.model");
        for (int length = 0; length < whole.length; length += 1 + length / 3) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertRefused(cut, length < 4 ? "shorter than any model" : "");
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
        assertRefused(cut, "cut short");
    }

    @Test
    void modelThatGoesOnAfterItsEndIsRefused() throws Exception {
        final byte[] whole = Files.readAllBytes(saved());
        final Path longer = folder.resolve("longer.model");
        Files.write(longer, Arrays.copyOf(whole, whole.length + 1));
        assertRefused(longer, "goes on after the end");
    }

    @Test
    void damagedByteIsRefusedOrReadButNeverADefect() throws Exception {
        final byte[] whole = Files.readAllBytes(saved());
        final Path damaged = folder.resolve("damaged.model");
        int refused = 0;
        for (int at = 0; at < 3000; at += 7) {
            final byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(damaged, bytes);
            try {
                ModelFile.read(damaged);
            } catch (final InputException e) {
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " of 429 refused");
    }

    /** Something that would run code while it is read the usual way. */
    static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean hasRun;

        private Object readResolve() {
            hasRun = true;
            return this;
        }
    }

    @Test
    void objectThatCouldRunCodeIsRefusedAndDoesNotRun() throws Exception {
        final HashMap<Object, Object> map = new HashMap<>();
        map.put("key", new Gadget());
        assertRefused(written(map), "ModelFileTest$Gadget, which no model needs");
        assertRefused(written(new ArrayList<>(List.of("harmless"))), "holds no classifier");
        assertFalse(Gadget.hasRun);
    }

    private Path written(final Object object) throws IOException {
        final Path file = folder.resolve("object.model");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(object);
        }
        return file;
    }

    @Test
    void deepNestingCostsNoStack() throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xACED0005);
        for (int depth = 0; depth < 200_000; depth++) {
            out.writeByte(0x75);
            out.writeByte(depth == 0 ? 0x72 : 0x71);
            if (depth == 0) {
                out.writeUTF("[Lweka.core.Instance;");
                out.writeLong(0);
                out.writeByte(2);
                out.writeShort(0);
                out.writeByte(0x78);
                out.writeByte(0x70);
            } else {
                out.writeInt(0x7E0000);
            }
            out.writeInt(1);
        }
        final Path file = folder.resolve("deep.model");
        Files.write(file, bytes.toByteArray());
        assertRefused(file, "cut short");
    }

    @Test
    void arrayThatClaimsTwoThousandMillionNumbersTakesNoMemoryForThem() throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xACED0005);
        out.writeByte(0x75);
        out.writeByte(0x72);
        out.writeUTF("[D");
        out.writeLong(0);
        out.writeByte(2);
        out.writeShort(0);
        out.writeByte(0x78);
        out.writeByte(0x70);
        out.writeInt(Integer.MAX_VALUE);
        out.writeDouble(1);
        final Path file = folder.resolve("huge.model");
        Files.write(file, bytes.toByteArray());
        assertRefused(file, "cut short");
    }

    @Test
    void streamWithMoreEntriesThanAllowedIsRefused() throws Exception {
        final JavaStreamException e = assertThrows(JavaStreamException.class,
            () -> new JavaStreamReader(Files.newInputStream(saved()), name -> true, 1000).readObject());
        assertTrue(e.getMessage().contains("more than 1000 entries"), e.getMessage());
    }

    @Test
    void treeThatHoldsTheSameNodesOverAndOverIsRefusedBeforeItFillsTheMemory() {
        final ModelHeader header = new ModelHeader("crafted", List.of("a"), List.of("p", "q"));
        JavaStreamObject node = node(null);
        for (int depth = 0; depth < 10; depth++) {
            node = node(node);
        }
        final JavaStreamObject bagger = new JavaStreamObject(new JavaStreamClass("bagger", 1, 2,
            List.of(new JavaStreamClass.Field('[', "m_Classifiers", "")), null));
        bagger.set(0, new Object[] {node, node, node});
        final JavaStreamObject forest = new JavaStreamObject(new JavaStreamClass(JavaStreamForest.FAST_FOREST, 1, 2,
            List.of(new JavaStreamClass.Field('L', "m_bagger", "")), null));
        forest.set(0, bagger);
        assertEquals(3 * 2047, JavaStreamForest.read(forest, header, 3 * 2047).nodeCount());
        final JavaStreamException e = assertThrows(JavaStreamException.class, () -> JavaStreamForest.read(forest, header, 3 * 2047 - 1));
        assertTrue(e.getMessage().contains("more than 6140 nodes"), e.getMessage());
        for (int depth = 0; depth < 10; depth++) {
            node = node(node);
        }
        bagger.set(0, new Object[] {node});
        assertThrows(JavaStreamException.class, () -> JavaStreamForest.read(forest, header, Long.MAX_VALUE));
    }

    private static JavaStreamObject node(final JavaStreamObject twice) {
        final JavaStreamObject node = new JavaStreamObject(WekaClasses.TREE);
        node.set(4, twice == null ? -1 : 0);
        node.set(5, 0.5);
        node.set(6, twice == null ? new double[] {1, 0} : null);
        node.set(8, twice == null ? null : new double[] {0.5, 0.5});
        node.set(9, twice == null ? null : new Object[] {twice, twice});
        return node;
    }

    @Test
    void forestWithoutTreesIsRefused() throws Exception {
        final Path file = folder.resolve("untrained.model");
        SerializationHelper.writeAll(file.toString(), new Object[] {new RandomForest(), new Instances(rows, 0)});
        assertRefused(file, "has not been trained");
    }

    @Test
    void foreignFileIsRefused() throws Exception {
        final Path file = folder.resolve("foreign.model");
        Files.writeString(file, "<?xml version=\"1.0\"?><PMML/>");
        assertRefused(file, "does not begin as a file saved by Weka");
        assertRefused(folder.resolve("absent.model"), "cannot be read");
    }

    private static void assertRefused(final Path file, final String because) {
        final InputException e = assertThrows(InputException.class, () -> ModelFile.read(file));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertTrue(e.getMessage().contains(because), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void classOfIsTheFirstOfEqualVotes() {
        assertEquals(1, VoxelClassifier.firstLargest(new double[] {0.2, 0.4, 0.4}));
        assertEquals(0, Utils.maxIndex(new double[] {0, 0, 0}));
        assertEquals(0, VoxelClassifier.firstLargest(new double[3]));
    }
}
