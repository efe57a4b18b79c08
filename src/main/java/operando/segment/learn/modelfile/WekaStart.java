package operando.segment.learn.modelfile;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Starts Weka once. It prints there, to the standard output of all things, that optional libraries for linear algebra are
 * not in its own jar; whoever reads our output as a table would trip over that.
 */
public final class WekaStart {

    static {
        final PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Class.forName("weka.core.Capabilities", true, WekaStart.class.getClassLoader());
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException("Weka is not on the class path", e);
        } finally {
            System.setOut(out);
        }
    }

    private WekaStart() {
    }

    /** Does nothing but make sure that Weka has started. */
    public static void quietly() {
        // The static initialiser has done it.
    }
}
