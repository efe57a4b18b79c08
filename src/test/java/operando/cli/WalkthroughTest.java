package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import operando.ForkedJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick start and the tutorial can be followed: their commands run in their order, and their pictures are there. */
class WalkthroughTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml)?\\n(.*?)^```$");

    @TempDir
    Path folder;

    private static List<MatchResult> blocks(final String page) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs", page))).results().toList();
    }

    private void run(final String line) throws Exception {
        // The same cell, smaller and with fewer scans; its last scan is still called t06.
        final List<String> arguments = List.of(line.replace("--size 96", "--size 64").split(" "));
        final List<String> command = new ArrayList<>(List.of(ForkedJava.executable(), "-Xmx1g", "-Djava.awt.headless=true", "-Doperando.home=" + Path.of("").toAbsolutePath(),
            "-cp", ForkedJava.classPath(), "operando.cli.Operando"));
        command.addAll(arguments.subList(1, arguments.size()));
        final Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), line + "\n" + said);
    }

    @Test
    void theTutorialCanBeFollowed() throws Exception {
        for (final MatchResult block : blocks("tutorial.md")) {
            if (block.group(1) != null) {
                final Path experiment = folder.resolve("cell/experiment.yml");
                Files.writeString(experiment, Files.readString(experiment) + block.group(2));
                continue;
            }
            for (final String line : block.group(2).lines().toList()) {
                run(line);
            }
        }
        final List<String> plain = Files.readAllLines(folder.resolve("plain/timeseries.csv"));
        final int contact = List.of(plain.get(0).split(",", -1)).indexOf("contact_fraction_top");
        assertTrue(plain.subList(1, plain.size()).stream().allMatch(row -> row.split(",", -1)[contact].isEmpty()), "without filters no contact can be told");
        assertTrue(Files.readAllLines(folder.resolve("filtered/timeseries.csv")).get(7).split(",", -1)[contact].matches("0\\.[78]\\d+"), "and with them it can");
        assertTrue(Files.size(folder.resolve("current/current-maps.png")) > 0);
    }

    @Test
    void theQuickStartCanBeFollowed() throws Exception {
        run("./operando phantom --out FOLDER --size 64 --scans 2 --seed 3");
        Files.delete(folder.resolve("FOLDER/experiment.yml"));
        for (final MatchResult block : blocks("quickstart.md")) {
            for (final String line : block.group(2).lines().toList()) {
                run(line.replace("demo --out results", "demo --out results").replace("FOLDER/experiment.yml --out results", "FOLDER/experiment.yml --out own"));
            }
        }
        assertTrue(Files.size(folder.resolve("own/report.html")) > 0);
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md"), Path.of("CONTRIBUTING.md")),
                docs.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageAndEveryPictureIsThere(final Path page) throws IOException {
        final String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
        for (final MatchResult link : Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(text).results().toList()) {
            final Path target = page.toAbsolutePath().resolveSibling(link.group(1)).normalize();
            assertTrue(Files.exists(target), page + " leads to " + link.group(1));
            if (link.group(2) != null && target.toString().endsWith(".md")) {
                final String heading = link.group(2).substring(1);
                assertTrue(Files.readString(target).lines().filter(line -> line.startsWith("#"))
                    .anyMatch(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\- ]", "").replace(' ', '-').equals(heading)),
                    page + " leads to " + link.group());
            }
        }
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        final String index = Files.readString(Path.of("docs/index.md"));
        for (final Path page : pages().filter(one -> one.startsWith("docs") && one.getNameCount() == 2 && !one.endsWith("index.md")).toList()) {
            assertTrue(index.contains("(" + page.getFileName() + ")"), page + " is not in the index");
        }
    }
}
