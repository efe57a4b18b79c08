package operando.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.ForkedJava;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's language changes nothing: with Egyptian digits (t٠٠.tif), Turkish letters (the small I of "Interphase" has no
 * dot there) or a decimal comma the same commands write the same files.
 */
class LanguageTest {

    private static final List<String> LANGUAGES = List.of("en-US", "ar-EG", "tr-TR");

    @TempDir
    static Path folder;

    /** What a user would type, in a Java of its own, since classes remember the language they were loaded under. */
    public static final class Commands {

        private Commands() {
        }

        public static void main(final String[] arguments) throws IOException {
            final Path experiment = Path.of("series", "experiment.yml");
            run("phantom", "--out", "series", "--size", 64, "--scans", 2, "--seed", 5);
            run("run", experiment, "--out", "results");
            run("train", "series/scans/t00.tif", "results/labels/t00.tif", "--out", "cell.model", "--trees", 5, "--most-per-class", 200,
                "--features", "stack,Hessian", "--classes", "Lithium,Void,Interphase,Electrolyte,Collector");
            Files.writeString(experiment, Files.readString(experiment).replace("{method: sweep}", "{method: classifier, model: ../cell.model}"));
            run("run", experiment, "--out", "classified");
            run("potential", "--figure", "5c", "--out", "potential");
        }

        private static void run(final Object... command) {
            final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            final int code = Operando.run(Stream.of(command).map(Object::toString).toArray(String[]::new), out, out);
            if (code != 0) {
                System.exit(code);
            }
        }
    }

    @BeforeAll
    static void runEverywhere() throws IOException, InterruptedException {
        for (final String language : LANGUAGES) {
            final String[] parts = language.split("-");
            final Path home = Files.createDirectory(folder.resolve(language));
            final Path said = home.resolve("said.log");
            final Process process = new ProcessBuilder(ForkedJava.executable(), "-Xmx1g",
                "-Djava.awt.headless=true", "-Duser.language=" + parts[0], "-Duser.country=" + parts[1], "-Dfile.encoding=ISO-8859-9",
                "-cp", ForkedJava.classPath(), Commands.class.getName())
                .directory(home.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            assertTrue(process.waitFor(10, TimeUnit.MINUTES), language);
            assertEquals(0, process.exitValue(), () -> language + ": " + text(said));
        }
    }

    @Test
    void filesHaveTheSameNames() throws IOException {
        final SortedSet<String> names = names(LANGUAGES.get(0));
        assertTrue(names.containsAll(List.of("series/scans/t01.tif", "results/timeseries.csv", "classified/labels/t01.tif")), names.toString());
        for (final String language : LANGUAGES) {
            assertEquals(names, names(language), language);
        }
    }

    @Test
    void tablesStacksAndFiguresAreTheSameToTheByte() throws IOException {
        final List<String> same = names(LANGUAGES.get(0)).stream().filter(name -> name.matches(".*\\.(csv|yml|md|tif|png|svg)")).toList();
        for (final String language : LANGUAGES) {
            for (final String name : same) {
                assertArrayEquals(bytes(LANGUAGES.get(0), name), bytes(language, name), language + " " + name);
            }
        }
    }

    private static SortedSet<String> names(final String language) throws IOException {
        final Path home = folder.resolve(language);
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> !file.endsWith("times.csv")).map(file -> home.relativize(file).toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static byte[] bytes(final String language, final String name) throws IOException {
        return Files.readAllBytes(folder.resolve(language).resolve(name));
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return "nothing readable was said";
        }
    }
}
