package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import operando.ForkedJava;
import operando.cell.VoxelSize;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.StackAxis;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What the command line says to those who use it as they think it is. */
class WrongUseTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int operando(final String... arguments) {
        return Operando.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @ParameterizedTest
    @CsvSource({"segmnt, segment", "displace2, displace", "phantm, phantom", "infos, info"})
    void aMisspeltCommandIsAnsweredWithTheRightOne(final String misspelt, final String right) {
        assertEquals(2, operando(misspelt));
        assertTrue(err.toString().contains("did you mean " + right), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels.png", "labels", "labels.csv", "labels.tif.zip"})
    void labelsAreNotWrittenUnderTheNameOfAnotherFormat(final String name) {
        final Path stack = folder.resolve("t00.tif");
        try (StackWriter writer = StackWriter.create(stack, 7, 5, 2, PixelType.UINT8, VoxelSize.cubic(1))) {
            writer.write(new byte[35]);
            writer.write(new byte[35]);
        }
        assertEquals(2, operando("segment", stack.toString(), "--out", folder.resolve(name).toString()));
        assertTrue(err.toString().contains(".tif"), err.toString());
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void theStackAxisHasOneNameAndItsShortForm() {
        for (final String option : new String[] {"--stack-axis", "--axis"}) {
            final Turned command = new Turned();
            new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(option, "y");
            final MemoryScan scan = new MemoryScan("s", 2, 3, java.util.List.of(new byte[6]), Optional.empty());
            assertEquals(3, command.options.turned(scan).depth());
        }
        assertEquals(StackAxis.Y, StackAxis.of("y"));
    }

    @CommandLine.Command
    static final class Turned {
        @Mixin
        private ScanOptions options = new ScanOptions();
    }

    @Test
    void everyCommandHasHelp() {
        for (final String command : new CommandLine(new Operando()).getSubcommands().keySet()) {
            assertEquals(0, operando(command, "--help"), command);
        }
    }

    @Test
    void theVersionSaysWhichProgramAndWhichJava() {
        assertEquals(0, operando("--version"));
        assertTrue(Pattern.matches("(?s)Operando Tomography \\d+\\.\\d+\\.\\d+.*Java " + Pattern.quote(System.getProperty("java.version")) + ".*", out.toString()),
            out.toString());
    }

    @ParameterizedTest
    @CsvSource({"a folder, out.csv, true", "folder, out.csv, false"})
    void aMacroGetsItsArgumentsAlsoWithBlanks(final String first, final String second, final boolean blanks) throws Exception {
        final Path macro = folder.resolve("arguments.ijm");
        final Path said = folder.resolve("said.txt");
        Files.writeString(macro, "File.saveString(getArgument(), \"" + said + "\");", StandardCharsets.UTF_8);
        final Process process = new ProcessBuilder(ForkedJava.executable(), "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true", "-cp",
            ForkedJava.classPath(), Operando.class.getName(), "macro", macro.toString(), first, second).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals(blanks ? first + "\n" + second : first + " " + second, Files.readString(said, StandardCharsets.UTF_8));
    }

    @Test
    void progressHasDigitsThatScriptsRead() {
        final Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            final TerminalProgress progress = new TerminalProgress(new PrintWriter(out, true), false);
            progress.report(0.5, "Labels");
            assertTrue(out.toString().matches("50 %  Labels, \\d+:\\d\\d left\\R"), out.toString());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void bothLaunchersStartJavaAlike() throws Exception {
        final String unix = Files.readString(Path.of("operando"), StandardCharsets.UTF_8);
        final String windows = Files.readString(Path.of("operando.cmd"), StandardCharsets.UTF_8);
        for (final String option : new String[] {"JAVA_HOME", "OPERANDO_JAVA_OPTIONS", "--add-opens java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true",
            "-Doperando.home=", "operando.cli.Operando", "launcher.stamp", "plugins.config", "pom.xml", "mvn -q -B -DskipTests package"}) {
            assertTrue(unix.contains(option), "operando has no " + option);
            assertTrue(windows.contains(option), "operando.cmd has no " + option);
        }
        assertTrue(windows.lines().count() > 10 && windows.replace("\r\n", "").indexOf('\n') < 0, "operando.cmd needs the line ends of Windows");
    }
}
