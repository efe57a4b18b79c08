package operando.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Command lines in README.md and docs/ are such as the program takes. {@link DocumentedBlocksTest} runs them. */
class DocumentedCommandsTest {

    /** A line in a block of code, with those that it goes on in; not what a comment says. */
    private static final Pattern COMMAND = Pattern.compile("^\\./operando((?:[^\\n#\\\\]|\\\\\\R)+)", Pattern.MULTILINE);
    private static final Pattern USAGE = Pattern.compile("`operando ([^`]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern CODE = Pattern.compile("`(--[a-z][a-z-]+)[^`]*`");

    private record Command(String page, List<String> arguments) {
        @Override
        public String toString() {
            return page + ": " + String.join(" ", arguments);
        }
    }

    static List<Path> pages() throws IOException {
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
}
