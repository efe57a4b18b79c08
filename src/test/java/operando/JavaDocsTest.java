package operando;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import operando.cell.Side;
import operando.phantom.Phantom;
import operando.scan.Scan;
import operando.scan.tiff.StackWriter;
import operando.voltage.LumpedParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/java.md do what they say, in a Java of their own. */
class JavaDocsTest {

    @TempDir
    private static Path folder;

    private static double contact;
    private static double volts;
    private static int pixel;

    @BeforeAll
    static void makeScans() {
        final Phantom phantom = OperandoTest.phantom();
        for (int i = 0; i < 2; i++) {
            try (Scan scan = OperandoTest.scan(phantom, i); StackWriter writer = StackWriter.create(folder.resolve("t0" + i + ".tif"), scan.width(),
                scan.height(), scan.depth(), scan.pixelType(), scan.voxelSize().orElseThrow())) {
                for (int z = 0; z < scan.depth(); z++) {
                    final Object slice = scan.newSlice();
                    scan.readSlice(z, slice);
                    writer.write(slice);
                }
            }
        }
        try (Scan scan = Operando.open(folder.resolve("t00.tif").toString())) {
            final Segmentation cell = Operando.segment(scan);
            contact = Operando.measure(cell).top().contactFraction().value();
            volts = Operando.voltage(cell, 1.0, LumpedParameters.defaults()).totalV();
            pixel = cell.contactMap(Side.TOP).getAt(10, 20).get();
        }
        assertTrue(contact > 0.2 && contact < 1, "contact " + contact);
    }

    private static String example(final String language) throws IOException {
        final Matcher block = Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs", "java.md"), StandardCharsets.UTF_8));
        assertTrue(block.find(), "docs/java.md has no example in " + language);
        return block.group(1);
    }

    private static List<String> said(final String... arguments) throws Exception {
        final List<String> command = new ArrayList<>(List.of(ForkedJava.executable(), "-Xmx1g", "-cp",
            folder + java.io.File.pathSeparator + ForkedJava.classPath()));
        command.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().toList();
    }

    @Test
    void theJavaExampleCompilesAndRuns() throws Exception {
        final String example = example("java");
        final StringBuilder source = new StringBuilder();
        example.lines().filter(line -> line.startsWith("import ")).forEach(line -> source.append(line).append('\n'));
        source.append("final class Example {\npublic static void main(final String[] arguments) {\n");
        example.lines().filter(line -> !line.startsWith("import ")).forEach(line -> source.append(line).append('\n'));
        final Path file = folder.resolve("Example.java");
        Files.writeString(file, source.append("}\n}\n"), StandardCharsets.UTF_8);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), "-cp", ForkedJava.classPath(),
            file.toString()));
        assertEquals(List.of(Double.toString(contact), Double.toString(volts), Integer.toString(pixel)), said("Example"));
    }

    @Test
    void theGroovyExampleRuns() throws Exception {
        Files.writeString(folder.resolve("example.groovy"), example("groovy"), StandardCharsets.UTF_8);
        final List<String> lines = said("groovy.ui.GroovyMain", "example.groovy");
        assertTrue(lines.get(0).matches("\\[\\d+, \\d+, \\d+\\] points, mean displacement \\d+\\.\\d+(E-\\d+)? um"), lines.toString());
        assertTrue(lines.get(1).matches("-?\\d+\\.\\d+(E-\\d+)?|NaN"), lines.toString());
    }
}
