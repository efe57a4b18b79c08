package operando.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.swing.JButton;

import ij.IJ;
import ij.plugin.BrowserLauncher;

/**
 * The pages of the documentation that are packed into the jar, for Help buttons: unpacked once into a temporary folder, so that a browser shows them without a
 * network. Where they are not packed, as in a build from sources alone, their address in the repository.
 */
final class HelpPages {

    private static final String PACKED = "/operando/docs/";
    private static final String REPOSITORY = "https://github.com/operando-tomography/operando-tomography/blob/main/";

    private static Optional<Path> folder = Optional.empty();

    private HelpPages() {
    }

    /** Where the inputs of a command are explained. */
    static String ofCommand(final String label) {
        return url("docs/fiji", anchor(label));
    }

    /** A button that opens the page at a command, for windows that are no dialogs. */
    static JButton button(final String label) {
        final JButton help = new JButton("Help");
        help.addActionListener(event -> open(ofCommand(label)));
        return help;
    }

    static void open(final String url) {
        try {
            BrowserLauncher.openURL(url);
        } catch (final IOException e) {
            IJ.error("Help", "no browser can be opened: " + e.getMessage());
        }
    }

    /** @param page its path without ending, as {@code docs/segmentation} */
    static synchronized String url(final String page, final String anchor) {
        if (folder.isEmpty()) {
            folder = unpacked();
        }
        return folder.map(pages -> pages.resolve(page + ".html").toUri().toString()).orElse(REPOSITORY + page + ".md") + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** How pages name a heading: {@code Segment Stack (Column Sweep)} is {@code segment-stack-column-sweep}. */
    static String anchor(final String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\- ]", "").replace(' ', '-');
    }

    private static Optional<Path> unpacked() {
        try (InputStream list = HelpPages.class.getResourceAsStream(PACKED + "files.txt")) {
            if (list == null) {
                return Optional.empty();
            }
            final Path pages = Files.createTempDirectory("operando-help-");
            pages.toFile().deleteOnExit();
            final List<String> names = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines().toList();
            for (final String name : names) {
                unpack(name, pages);
            }
            return Optional.of(pages);
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    private static void unpack(final String name, final Path pages) throws IOException {
        final Path file = pages.resolve(name);
        for (Path parent = file.getParent(); !Files.exists(parent); parent = parent.getParent()) {
            // Later requests are deleted first: files before their folders.
            parent.toFile().deleteOnExit();
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = HelpPages.class.getResourceAsStream(PACKED + name)) {
            Files.copy(in, file);
        }
        file.toFile().deleteOnExit();
    }
}
