package operando.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help of every command shows examples that the program takes, and what the exit codes mean. */
class ExamplesTest {

    static Stream<String> commands() {
        return new CommandLine(new Operando()).getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesAreTaken(final String command) {
        assertFalse(Examples.of(command).isEmpty(), command + " has no example: give it one in Examples");
        for (final String example : Examples.of(command)) {
            assertTrue(example.startsWith(command), example);
            assertDoesNotThrow(() -> new CommandLine(new Operando()).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(example.replace("'", "").split(" ")), example);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpShowsExamplesAndExitCodes(final String command) {
        final StringWriter said = new StringWriter();
        assertEquals(0, Operando.run(new String[] {command, "--help"}, new PrintWriter(said, true), new PrintWriter(said, true)));
        Examples.of(command).forEach(example -> assertTrue(said.toString().replaceAll("\\s+", " ").contains("operando " + example), said.toString()));
        assertTrue(said.toString().contains("Exit codes:") && said.toString().contains("one line says where"), said.toString());
    }
}
