package operando.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The menu of this plugin as {@code plugins.config} lists it. */
public final class MenuEntries {

    /** One line of the menu: its label, and what ImageJ runs, {@code class("argument")}. */
    public record Entry(String label, String run) {
    }

    private static final Pattern LINE = Pattern.compile("[^#\"]*,\\s*\"([^\"]+)\"\\s*,\\s*(.+)");

    private MenuEntries() {
    }

    public static List<Entry> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            MenuEntries.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
            final List<Entry> entries = new ArrayList<>();
            lines.lines().map(LINE::matcher).filter(Matcher::matches)
                .forEach(line -> entries.add(new Entry(line.group(1), line.group(2).strip())));
            return entries;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
