package operando.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user gives to train and segment that is wrong ends with one line and leaves nothing behind. */
class LearningBadInputTest {

    private static final int WIDTH = 26;
    private static final int HEIGHT = 21;
    private static final int DEPTH = 17;

    @TempDir
    static Path folder;

    private static Path scan;
    private static Path labels;
    private static Path model;
    private static Path out;

    private record Outcome(int code, List<String> lines) { }

    @FunctionalInterface
    private interface Voxel {
        float at(int x, int y, int z);
    }

    private static Outcome operando(final Object... arguments) {
        final StringWriter err = new StringWriter();
        final String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        final int code = Operando.run(words, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
        return new Outcome(code, err.toString().lines().filter(line -> !line.matches("[0-9]+ %  .*")).toList());
    }

    private static Path stack(final String name, final int depth, final PixelType type, final Voxel voxel) {
        final Path file = folder.resolve(name);
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, depth, type, VoxelSize.cubic(1.5))) {
            for (int z = 0; z < depth; z++) {
                final float[] slice = new float[WIDTH * HEIGHT];
                final byte[] bytes = new byte[slice.length];
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = voxel.at(i % WIDTH, i / WIDTH, z);
                    bytes[i] = (byte) (int) slice[i];
                }
                writer.write(type == PixelType.FLOAT32 ? slice : bytes);
            }
        }
        return file;
    }

    @BeforeAll
    static void makeInputs() throws IOException {
        final Random random = new Random(12);
        scan = stack("scan.tif", DEPTH, PixelType.UINT8, (x, y, z) -> (x < 13 ? 80 : 160) + random.nextInt(30));
        labels = stack("labels.tif", DEPTH, PixelType.UINT8, (x, y, z) -> random.nextInt(20) > 0 ? 0 : x < 13 ? 1 : 2);
        model = folder.resolve("good.model");
        out = Files.createDirectory(folder.resolve("out"));
        assertEquals(0, operando("train", scan, labels, "--features", "original,Mean_1.0", "--trees", 5, "--out", model).code);
        assertEquals(0, segment(scan, model).code);
        Files.delete(out.resolve("x.tif"));
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static Outcome segment(final Path of, final Path by, final Object... more) {
        final List<Object> arguments = new ArrayList<>(List.of("segment", of, "--method", "classifier", "--model", by, "--out", out.resolve("x.tif")));
        arguments.addAll(List.of(more));
        return operando(arguments.toArray());
    }

    private static void trainRefused(final String words, final Object... more) {
        final List<Object> arguments = new ArrayList<>(List.of("train", "--out", out.resolve("x.model"), "--trees=3"));
        arguments.addAll(List.of(more));
        assertRefused(words, operando(arguments.toArray()));
    }

    private static void assertRefused(final String words, final Outcome outcome) {
        assertEquals(2, outcome.code, outcome.lines.toString());
        // That a stack is unlike what a model was trained on is said before it is read.
        final List<String> refusals = outcome.lines.stream().filter(line -> !line.startsWith("Warning: ")).toList();
        assertEquals(1, refusals.size(), outcome.lines.toString());
        assertTrue(refusals.get(0).contains(words), refusals.get(0));
    }

    @Test
    void foreignModelsAreRefused() throws IOException {
        final byte[] whole = Files.readAllBytes(model);
        final Map<String, byte[]> foreign = new HashMap<>();
        foreign.put("text", "hello, this is no model\n".getBytes(StandardCharsets.UTF_8));
        foreign.put("empty", new byte[0]);
        foreign.put("cut", Arrays.copyOf(whole, whole.length / 2));
        foreign.put("cut-last", Arrays.copyOf(whole, whole.length - 1));
        foreign.put("longer", Arrays.copyOf(whole, whole.length + 1));
        final ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("a"));
        }
        foreign.put("zip", zip.toByteArray());
        final ByteArrayOutputStream map = new ByteArrayOutputStream();
        try (ObjectOutputStream object = new ObjectOutputStream(map)) {
            object.writeObject(new HashMap<>(Map.of("a", "b")));
        }
        foreign.put("map", map.toByteArray());
        for (final Map.Entry<String, byte[]> one : foreign.entrySet()) {
            final Path file = folder.resolve(one.getKey() + ".model");
            Files.write(file, one.getValue());
            assertRefused(file.toString(), segment(scan, file));
        }
        assertRefused("absent.model", segment(scan, folder.resolve("absent.model")));
    }

    @Test
    void modelOfTheWrongKindForTheScanIsRefused() throws IOException {
        final Path deep = folder.resolve("deep.model");
        assertEquals(0, operando("train", scan, labels, "--features", "stack", "--trees", 5, "--out", deep).code);
        final Path flat = stack("flat.tif", 1, PixelType.UINT8, (x, y, z) -> 7 * x);
        assertRefused("has one slice", segment(flat, deep));
        trainRefused("has one slice", flat, stack("flat-labels.tif", 1, PixelType.UINT8, (x, y, z) -> 1 + x % 2), "--features", "stack");
        final Path rows = folder.resolve("colour.arff");
        Files.writeString(rows, "@relation TWS-2D-v4.0.0-RGB\n@attribute original numeric\n@attribute Hue numeric\n@attribute class {a,b}\n@data\n1,2,a\n3,4,b\n5,6,a\n");
        final Path colour = folder.resolve("colour.model");
        assertEquals(0, operando("train", "--data", rows, "--trees", 2, "--out", colour).code);
        assertRefused("colour", segment(scan, colour));
        Files.writeString(rows, "@relation own\n@attribute Foo numeric\n@attribute class {lithium,electrolyte}\n@data\n1,lithium\n3,electrolyte\n2,lithium\n");
        assertEquals(0, operando("train", "--data", rows, "--trees", 2, "--out", folder.resolve("foo.model")).code);
        assertRefused("foo.model, feature Foo", runWith("foo"));
        assertRefused("holds no classifier", runWith("map"));
        assertRefused("are not the phases of a cell", runWith("good"));
    }

    private static Outcome runWith(final String name) throws IOException {
        if (name.equals("map")) {
            try (ObjectOutputStream object = new ObjectOutputStream(Files.newOutputStream(folder.resolve("map.model")))) {
                object.writeObject(new HashMap<>(Map.of("a", "b")));
            }
        }
        final Path yml = Files.writeString(folder.resolve("run.yml"), "scans: [{file: scan.tif, time_h: 0}]\nsegmentation: {method: classifier, model: "
            + name + ".model}\n");
        return operando("run", yml, "--out", out.resolve("run"));
    }

    @Test
    void valuesThatAreNoGreyAreNamed() {
        final Path nan = stack("nan.tif", DEPTH, PixelType.FLOAT32, (x, y, z) -> z == 9 && x > 20 ? Float.NaN : 10 * x);
        assertRefused("NaN", segment(nan, model));
        trainRefused("nan.tif: the voxel", nan, labels, "--features", "original");
    }

    @Test
    void labelsThatMeanNothingAreNamed() {
        final Path nine = stack("nine.tif", DEPTH, PixelType.UINT8, (x, y, z) -> x == 3 ? 9 : x % 3);
        trainRefused("nine.tif, label stack: the value 9 is no phase", scan, nine, "--classes", "phases");
        trainRefused("nine.tif: the label 9 has no class", scan, nine, "--classes", "a,b", "--features", "original");
        trainRefused("the name for label 2 is empty", scan, labels, "--classes", "a,,b");
        trainRefused("'a' is there twice", scan, labels, "--classes", "a,a");
        trainRefused("class 'c': has no labelled voxel", scan, labels, "--classes", "a,b,c", "--features", "original");
        trainRefused("one class only, 'class 1'", scan, stack("one.tif", DEPTH, PixelType.UINT8, (x, y, z) -> x % 2), "--features", "original");
        trainRefused("there are no classes", scan, stack("none.tif", DEPTH, PixelType.UINT8, (x, y, z) -> 0));
        trainRefused("half.tif: the label 0.5", scan, stack("half.tif", DEPTH, PixelType.FLOAT32, (x, y, z) -> 0.5f));
        trainRefused("scan.tif", labels, scan);
        trainRefused("26 x 21 x 3", scan, stack("low.tif", 3, PixelType.UINT8, (x, y, z) -> 1 + x % 2), "--features", "original");
    }

    @Test
    void whatWekaDoesNotTakeIsNamed() {
        trainRefused("weka.classifiers.Nope", scan, labels, "--features", "original", "--classifier", "weka.classifiers.Nope");
        trainRefused("java.util.HashMap", scan, labels, "--features", "original", "--classifier", "java.util.HashMap");
        trainRefused("-Q 5", scan, labels, "--features", "original", "--classifier", "weka.classifiers.functions.Logistic", "--options=-Q 5");
        trainRefused("-C 7", scan, labels, "--features", "original", "--classifier", "weka.classifiers.trees.J48", "--options=-C 7");
        trainRefused("Cannot handle", scan, labels, "--features", "original", "--classifier", "weka.classifiers.functions.LinearRegression");
        trainRefused("bags of 0 %", scan, labels, "--features", "original", "--classifier", "weka.classifiers.trees.RandomForest", "--options=-P 0");
        trainRefused("extra-trees take none", scan, labels, "--features", "original", "--options=-P 0");
        trainRefused("feature nope", scan, labels, "--features", "nope");
    }

    @Test
    void otherTrainingDataIsNamed() throws IOException {
        final Path rows = folder.resolve("rows.arff");
        assertEquals(0, operando("train", scan, labels, "--features", "original", "--trees", 2, "--save-data", rows, "--out", folder.resolve("r.model")).code);
        final String text = Files.readString(rows);
        trainRefused("foo.arff, feature Foo", scan, labels, "--data", Files.writeString(folder.resolve("foo.arff"), text.replace("original", "Foo")));
        trainRefused("cut.arff", "--data", Files.writeString(folder.resolve("cut.arff"), text.substring(0, text.length() - 4)));
        trainRefused("words.arff", "--data", Files.writeString(folder.resolve("words.arff"), text.replace("numeric", "string")));
        trainRefused("prose.arff", "--data", Files.writeString(folder.resolve("prose.arff"), "Dear reader,\n"));
        trainRefused("absent.arff", "--data", folder.resolve("absent.arff"));
    }

    @Test
    void outputsNeverTakeThePlaceOfInputs() throws IOException {
        final byte[] before = Files.readAllBytes(scan);
        assertRefused("also read", operando("train", scan, labels, "--out", scan));
        assertRefused("also read", operando("train", scan, labels, "--save-data", scan, "--out", out.resolve("x.model")));
        assertRefused("also read", operando("segment", scan, "--method", "classifier", "--model", model, "--out", scan));
        assertRefused("also read", operando("segment", scan, "--method", "classifier", "--model", model, "--out", model));
        assertRefused("cannot be written to", operando("train", scan, labels, "--out", scan.resolve("x.model")));
        assertRefused("--probabilities", segment(scan, model, "--probabilities", scan.resolve("folder")));
        assertRefused("is a folder", operando("segment", scan, "--method", "classifier", "--model", model, "--out", out));
        final Path slices = Files.createDirectory(folder.resolve("slices"));
        Files.copy(scan, slices.resolve("s.tif"));
        assertRefused("among the slices", operando("segment", slices, "--method", "classifier", "--model", model, "--out", slices.resolve("x.tif")));
        assertArrayEquals(before, Files.readAllBytes(scan));
    }

    @Test
    void memoryThatIsTooSmallIsRefused() {
        assertRefused("--memory: 10k", segment(scan, model, "--memory", "10k"));
        assertRefused("'lots' is not a size", segment(scan, model, "--memory", "lots"));
        assertRefused("that Java was given", segment(scan, model, "--memory", "900t"));
        trainRefused("--memory: 1m", scan, labels, "--features", "original", "--memory", "1m");
        trainRefused("--most-per-class", scan, labels, "--features", "original", "--most-per-class", 0);
    }

    @Test
    void misspeltCallIsOneLine() {
        assertRefused("did you mean --trees", operando("train", scan, labels, "--out", out.resolve("x.model"), "--tree", 4));
        assertRefused("'abc' is not an int", operando("train", scan, labels, "--out", out.resolve("x.model"), "--trees", "abc"));
        assertRefused("--out", operando("train", scan, labels));
    }
}
