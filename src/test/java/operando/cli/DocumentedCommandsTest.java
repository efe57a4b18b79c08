package operando.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Command lines in README.md and docs/ are such as the program takes; those that are quick with a small cell are run. */
class DocumentedCommandsTest {

    /** A line in a block of code, with those that it goes on in; not what a comment says. */
    private static final Pattern COMMAND = Pattern.compile("^\\./operando((?:[^\\n#\\\\]|\\\\\\R)+)", Pattern.MULTILINE);
    private static final Pattern USAGE = Pattern.compile("`operando ([^`]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern CODE = Pattern.compile("`(--[a-z][a-z-]+)[^`]*`");

    @TempDir
    static Path folder;

    private record Command(String page, List<String> arguments) {
        @Override
        public String toString() {
            return page + ": " + String.join(" ", arguments);
        }
    }

    private static List<Path> pages() throws IOException {
        final List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<Command> found(final Pattern pattern) throws IOException {
        final List<Command> commands = new ArrayList<>();
        for (final Path page : pages()) {
            final Matcher matcher = pattern.matcher(Files.readString(page));
            while (matcher.find()) {
                commands.add(new Command(page.toString(), List.of(matcher.group(1).replaceAll("\\\\\\R", " ").strip().split("\\s+"))));
            }
        }
        return commands;
    }

    static Stream<Command> commands() throws IOException {
        return found(COMMAND).stream();
    }

    static Stream<Command> usages() throws IOException {
        return found(USAGE).stream();
    }

    private static CommandLine line() {
        return new CommandLine(new Operando()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Test
    void someAreFound() throws IOException {
        assertTrue(commands().count() > 8 && usages().count() > 8, "the documents are written in another way than this test reads");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theProgramTakesIt(final Command command) {
        assertDoesNotThrow(() -> line().parseArgs(command.arguments().toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("usages")
    void itsOptionsAreThoseOfTheCommand(final Command usage) {
        final CommandLine outer = line().getSubcommands().get(usage.arguments().get(0));
        final CommandLine inner = outer == null || usage.arguments().size() < 2 ? null : outer.getSubcommands().get(usage.arguments().get(1));
        final CommandLine command = inner == null ? outer : inner;
        assertTrue(usage.arguments().get(0).matches("[A-Z]+") || usage.arguments().get(0).startsWith("--") || command != null, usage + ": there is no such command");
        if (command != null) {
            OPTION.matcher(usage.toString()).results().map(MatchResult::group)
                .forEach(option -> assertTrue(command.getCommandSpec().findOption(option) != null, usage + ": there is no " + option));
        }
    }

    @Test
    void everyOptionThatADocumentNamesExists() throws IOException {
        final Set<String> options = line().getSubcommands().values().stream()
            .flatMap(command -> Stream.concat(Stream.of(command), command.getSubcommands().values().stream())).flatMap(command -> command.getCommandSpec().options().stream())
            .flatMap(option -> Arrays.stream(option.names())).collect(Collectors.toCollection(TreeSet::new));
        for (final Path page : pages()) {
            if (page.startsWith(Path.of("docs")) && !page.endsWith("releasing.md") && !page.endsWith("performance.md")) {
                CODE.matcher(Files.readString(page)).results().map(found -> found.group(1))
                    .forEach(option -> assertTrue(options.contains(option), page + " names " + option + ", which no command has"));
            }
        }
    }

    @Test
    void thoseForASmallCellDoWhatTheySay() throws IOException {
        run(List.of("phantom", "--out", ".", "--size", "64", "--scans", "2", "--seed", "5"));
        Files.copy(folder.resolve("scans/t01.tif"), folder.resolve("t05.tif"));
        final Matcher layers = Pattern.compile("```yaml\\R(.*?)sweep:", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/potential.md")));
        assertTrue(layers.find());
        Files.writeString(folder.resolve("layers.yml"), layers.group(1));
        int run = 0;
        for (final Command command : commands().toList()) {
            if (command.page().matches(".*(quickstart|tutorial)\\.md")) {
                continue; // WalkthroughTest runs these, in their order.
            }
            if (command.arguments().get(0).equals("run") || command.arguments().contains("cluster") || command.arguments().contains("layers.yml")) {
                run(command.arguments());
                run++;
            }
        }
        assertTrue(run >= 3, run + " were run");
        for (final String result : List.of("results/timeseries.csv", "results/profile.csv", "t05-phases.tif")) {
            assertTrue(Files.size(folder.resolve(result)) > 0, result);
        }
    }

    /** Files lie in the folder of the test and not where the test was started. */
    private static void run(final List<String> arguments) {
        final String[] there = new String[arguments.size()];
        for (int i = 0; i < there.length; i++) {
            final boolean file = arguments.get(i).matches("[\\w/-]+\\.(tif|yml|model)") || i > 0 && arguments.get(i - 1).equals("--out");
            there[i] = file ? folder.resolve(arguments.get(i)).toString() : arguments.get(i);
        }
        final StringWriter said = new StringWriter();
        assertEquals(0, Operando.run(there, new PrintWriter(said), new PrintWriter(said, true)), () -> String.join(" ", arguments) + "\n" + said);
    }
}
