package operando.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import operando.results.Version;
import picocli.CommandLine.IVersionProvider;

/** Which program this is: its version, the commit that it was built from where the jar knows it, and the Java that runs it. */
final class VersionLines implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Operando Tomography " + Version.NUMBER + commit(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch")};
    }

    private static String commit() {
        final URL here = VersionLines.class.getProtectionDomain().getCodeSource().getLocation();
        if (!here.getPath().endsWith(".jar")) {
            return "";
        }
        try (InputStream in = new URL("jar:" + here + "!/META-INF/MANIFEST.MF").openStream()) {
            final String build = new Manifest(in).getMainAttributes().getValue(new Attributes.Name("Implementation-Build"));
            return build == null ? "" : " (commit " + build + ")";
        } catch (final IOException e) {
            return "";
        }
    }
}
