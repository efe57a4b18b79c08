package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class WekaStartTest {

    /** What a fresh program prints that trains a forest. */
    static final class Program {
        public static void main(final String[] arguments) {
            WekaStart.quietly();
            System.out.println(new weka.classifiers.trees.RandomForest().getCapabilities() == null ? "" : "ready");
        }
    }

    @Test
    void wekaStartsWithoutAWordOnStandardOutput() throws Exception {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), Program.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("ready", printed.strip());
    }
}
