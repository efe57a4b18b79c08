package operando;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a test needs to start a Java of its own. */
public final class ForkedJava {

    private ForkedJava() {
    }

    /** The java that runs the test. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of the test; JUnit's own console keeps it in a class loader. */
    public static String classPath() {
        if (ForkedJava.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(ForkedJava::path).collect(Collectors.joining(java.io.File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String path(final URL url) {
        return Path.of(java.net.URI.create(url.toString())).toString();
    }
}
