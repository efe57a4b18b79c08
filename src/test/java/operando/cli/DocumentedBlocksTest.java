package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.cell.VoxelSize;
import operando.experiment.Experiment;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of code in README.md and docs/ is executed: here, or by the test or check that is named for it; or it is said why it cannot
 * be executed by a test, and then what it names is there. A new block that nobody executes fails.
 */
class DocumentedBlocksTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern OUR_CLASS = Pattern.compile("operando\\.((?:bench|fuzz)\\.\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])(src/\\S+|\\.ci/run)");

    /** What runs blocks that are not run here: page and text of the block, and a test, a check, or a reason that begins with "not run". */
    private static final Map<String, String> ELSEWHERE = elsewhere();

    /** What makes the same of less, in seconds: fewer voxels and trees, smaller planes. */
    private static final Map<String, List<String>> FEWER = Map.of("train", List.of("--most-per-class", "300", "--trees", "20"),
        "breathing simulate", List.of("--cells", "16", "--tolerance", "0.01"),
        "breathing regime-map", List.of("--cells", "16", "--tolerance", "0.01", "--cycles", "2", "--first", "stack_pressure_MPa,1,20,2", "--second", "current_density_mA_cm2,0.2,2,2"),
        "breathing benchmark", List.of("--cells", "16", "--tolerance", "0.01", "--seeds", "2"));

    @TempDir
    static Path folder;

    private record Block(String page, String language, String text) {

        String key() {
            return page + " " + language + ": " + text;
        }
    }

    private static Map<String, String> elsewhere() {
        final Map<String, String> by = new LinkedHashMap<>();
        by.put("docs/(quickstart|tutorial)\\.md .*", "WalkthroughTest");
        by.put("docs/java\\.md (java|groovy): .*", "JavaDocsTest");
        by.put("docs/simulation\\.md : .*python .*", ".ci/checks/pybamm.sh");
        by.put("docs/segmentation\\.md : \\./operando segment --data .*", "SegmentRowsTest");
        by.put("docs/atoms\\.md : operando atoms sample .*", "not run: 27 641 atoms take minutes; LocalEnvironmentsTest takes fewer from their file to phases");
        by.put("docs/java\\.md python: .*", ".ci/checks/python.sh");
        by.put("docs/java\\.md : java -cp \"/path/to/operando-tomography-.*", ".ci/checks/release.sh");
        by.put("README\\.md : \\./operando demo.*", ".ci/checks/demo.sh");
        by.put("docs/fiji\\.md : (run\\(|\\./operando macro ).*", ".ci/checks/macros.sh");
        by.put("docs/(fidelity\\.md : \\./operando fidelity|potential\\.md : \\./operando potential --figure).*", ".ci/checks/fidelity.sh");
        by.put("docs/architecture\\.md : cycler file .*", "not run: a drawing");
        by.put("docs/adding-a-measure\\.md java: .*", "not run: lines of a change that is described; ResultColumnsTest keeps what they would change");
        by.put("README\\.md : mvn verify.*", "not run: the test is a part of it");
        by.put("README\\.md : mvn -Dscijava\\.app\\.directory.*", "not run: needs a Fiji");
        by.put("CONTRIBUTING\\.md : .*", "not run: builds and tests the program, of which this test is a part");
        by.put("docs/(performance|displacement)\\.md : .*(bench/|operando\\.bench\\.).*", "not run: takes minutes, and other programs for some");
        by.put("docs/reliability\\.md : .*operando\\.fuzz\\..*", ".ci/checks/fuzz.sh");
        return by;
    }

    private static List<Block> blocks() throws IOException {
        final List<Block> blocks = new ArrayList<>();
        for (final Path page : DocumentedCommandsTest.pages()) {
            final Matcher found = BLOCK.matcher(Files.readString(page));
            while (found.find()) {
                blocks.add(new Block(page.toString().replace('\\', '/'), found.group(1), found.group(2)));
            }
        }
        return blocks;
    }

    private static List<Map.Entry<String, String>> rules(final Block block) {
        return ELSEWHERE.entrySet().stream().filter(rule -> Pattern.compile(rule.getKey(), Pattern.DOTALL).matcher(block.key()).matches()).toList();
    }

    @Test
    void everyBlockIsExecutedBySomebody() throws IOException {
        final List<String> nobodys = new ArrayList<>();
        for (final Block block : blocks()) {
            final boolean here = rules(block).isEmpty() && (block.language.isEmpty() && block.text.lines().allMatch(line -> line.matches("(\\./)?operando .*|\\s+--.*"))
                || List.of("yaml", "xml").contains(block.language));
            if (!here && rules(block).size() != 1) {
                nobodys.add(block.key().strip());
            }
        }
        assertEquals(List.of(), nobodys, "blocks of code that no test executes");
        for (final Map.Entry<String, String> rule : ELSEWHERE.entrySet()) {
            assertTrue(blocks().stream().anyMatch(block -> rules(block).contains(rule)), "no block is any more: " + rule.getKey());
            final String who = rule.getValue();
            assertTrue(who.startsWith("not run: ") || (who.startsWith(".ci/") ? Files.isRegularFile(Path.of(who)) : isTest(who)), "there is no " + who);
        }
    }

    private static boolean isTest(final String name) {
        return Files.isRegularFile(Path.of("src/test/java/operando/cli/" + name + ".java")) || Files.isRegularFile(Path.of("src/test/java/operando/" + name + ".java"));
    }

    /** What is not run because it takes too long names classes and scripts that are there. */
    @Test
    void programsOfTheBenchmarksAreThere() throws IOException {
        int found = 0;
        for (final Block block : blocks()) {
            for (final MatchResult name : OUR_CLASS.matcher(block.text).results().toList()) {
                final Path source = Path.of("src", name.group(1).substring(0, name.group(1).indexOf('.')), "java/operando", name.group(1).replace('.', '/') + ".java");
                assertTrue(Files.readString(source).contains("public static void main"), source + " cannot be started, which " + block.page + " does");
                found++;
            }
            for (final MatchResult script : SCRIPT.matcher(block.text).results().toList()) {
                assertTrue(Files.isRegularFile(Path.of(script.group(1))), block.page + " starts " + script.group(1));
            }
        }
        assertTrue(found > 5, found + " are found");
    }

    @Test
    void theCoordinatesAreThoseOfTheProgram() throws IOException {
        final String pom = Files.readString(Path.of("pom.xml")).replaceFirst("(?s)<parent>.*?</parent>", "");
        final Block xml = blocks().stream().filter(block -> block.language.equals("xml")).findFirst().orElseThrow();
        for (final String element : List.of("groupId", "artifactId")) {
            final Pattern pattern = Pattern.compile("<" + element + ">.*?</" + element + ">");
            final Matcher ours = pattern.matcher(pom);
            final Matcher shown = pattern.matcher(xml.text);
            assertTrue(ours.find() && shown.find());
            assertEquals(ours.group(), shown.group());
        }
    }

    /** Experiment files and lines of them are taken as they stand, where what they name is there. */
    @Test
    void experimentsInTheDocumentsAreTaken() throws IOException {
        final Path place = Files.createDirectories(folder.resolve("yaml/scans"));
        for (final String name : List.of("scans/t00.tif", "scans/t01.tif", "cycling.mpr")) {
            Files.writeString(place.resolveSibling(name), "");
        }
        int read = 0;
        for (final Block block : blocks()) {
            if (block.language.equals("yaml") && block.text.contains("scans:")) {
                final Path file = place.resolveSibling("experiment" + read++ + ".yml");
                Files.writeString(file, block.text);
                assertEquals(2, Experiment.read(file).scans().size());
            }
        }
        assertTrue(read > 0);
    }

    /** Every command line that nobody else runs, in a folder with a small cell under the names of the documents. */
    @Test
    void commandLinesDoWhatTheySay() throws IOException {
        prepare();
        final List<String> ran = new ArrayList<>();
        for (final Block block : blocks()) {
            if (!block.language.isEmpty() || !rules(block).isEmpty()) {
                continue;
            }
            for (final String line : block.text.replaceAll("\\\\\\R\\s*", " ").replaceAll(" \\[--[^]]*]", "").split("\\R")) {
                final List<String> arguments = Arrays.stream(line.replaceFirst("#.*", "").strip().split("\\s+")).skip(1).toList();
                final String two = String.join(" ", arguments.subList(0, Math.min(2, arguments.size())));
                run(Stream.concat(arguments.stream(), FEWER.getOrDefault(two, FEWER.getOrDefault(arguments.get(0), List.of())).stream()).toList());
                ran.add(arguments.get(0));
            }
        }
        assertTrue(ran.stream().distinct().count() >= 8, () -> ran.stream().distinct().collect(Collectors.joining(", ")));
    }

    private static void prepare() throws IOException {
        run(List.of("phantom", "--out", ".", "--size", "64", "--scans", "3", "--seed", "5", "--labels"));
        for (final String name : List.of("t00", "t02", "t05", "t08")) {
            final String from = name.equals("t00") ? "t00" : name.equals("t05") ? "t02" : "t01";
            Files.copy(folder.resolve("scans/" + from + ".tif"), folder.resolve(name + ".tif"));
            Files.copy(folder.resolve("labels/" + from + ".tif"), folder.resolve(name + "-labels.tif"));
        }
        Files.copy(folder.resolve("labels/t02.tif"), folder.resolve("labels/t05.tif"));
        Files.copy(folder.resolve("labels/t00.tif"), folder.resolve("labels.tif"));
        run(List.of("run", "experiment.yml", "--out", "results"));
        Files.copy(folder.resolve("results/contact/top_t02.tif"), folder.resolve("top.tif"));
        Files.copy(folder.resolve("results/contact/bottom_t02.tif"), folder.resolve("bottom.tif"));
        final float[] thickness = new float[64 * 64];
        for (int i = 0; i < thickness.length; i++) {
            thickness[i] = 10 + i % 64 / 16f;
        }
        try (StackWriter writer = StackWriter.create(folder.resolve("bottom-thickness.tif"), 64, 64, 1, PixelType.FLOAT32, VoxelSize.cubic(1.7))) {
            writer.write(thickness);
        }
        final Matcher layers = Pattern.compile("```yaml\\R(.*?)sweep:", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/potential.md")));
        assertTrue(layers.find());
        Files.writeString(folder.resolve("layers.yml"), layers.group(1));
        for (final String name : List.of("peis-before.mpt", "peis-after.mpt")) {
            Files.writeString(folder.resolve(name), spectrum(name.contains("before") ? 30 : 55), StandardCharsets.UTF_8);
        }
    }

    /** An electrolyte and two interfaces: Z = R0 + Σ R / (1 + iωRC). */
    private static String spectrum(final double ohm) {
        final StringBuilder text = new StringBuilder("freq_Hz,re_ohm,im_ohm\n");
        for (double frequency = 1e6; frequency > 0.1; frequency /= 1.4) {
            double real = 20;
            double imaginary = 0;
            for (final double[] arc : new double[][] {{ohm, 1e-6}, {2 * ohm, 1e-4}}) {
                final double turn = 2 * Math.PI * frequency * arc[0] * arc[1];
                real += arc[0] / (1 + turn * turn);
                imaginary -= arc[0] * turn / (1 + turn * turn);
            }
            text.append(String.format(Locale.ROOT, "%.6g,%.6g,%.6g%n", frequency, real, imaginary));
        }
        return text.toString();
    }

    /** Files lie in the folder of the test and not where the test was started. */
    private static void run(final List<String> arguments) {
        final String[] there = new String[arguments.size()];
        for (int i = 0; i < there.length; i++) {
            final boolean file = arguments.get(i).matches("[\\w/-]+\\.(tif|yml|model|mpt|csv)") || i > 0 && arguments.get(i - 1).equals("--out");
            there[i] = file ? folder.resolve(arguments.get(i)).toString() : arguments.get(i);
        }
        final StringWriter said = new StringWriter();
        assertEquals(0, Operando.run(there, new PrintWriter(said), new PrintWriter(said, true)), () -> String.join(" ", arguments) + "\n" + said);
    }
}
