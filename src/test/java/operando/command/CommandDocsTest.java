package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/** The macro keys in docs/fiji.md are made from the commands, and every Help button finds its heading there. */
class CommandDocsTest {

    private static final Path PAGE = Path.of("docs/fiji.md");
    private static final String BEGIN = "<!-- inputs of the commands, made by CommandDocsTest -->\n";
    private static final String END = "<!-- end of inputs -->\n";

    private static CommandInputs inputs(final MenuEntries.Entry entry) throws ModuleException {
        final Matcher name = Pattern.compile("\\(\"(\\w+)\"\\)").matcher(entry.run());
        assertTrue(name.find(), entry.run());
        return new CommandInputs(new CommandInfo("operando.command." + name.group(1)));
    }

    private static String section() throws ModuleException {
        final StringBuilder text = new StringBuilder();
        for (final MenuEntries.Entry entry : MenuEntries.read()) {
            final CommandInputs inputs = inputs(entry);
            text.append("\n### ").append(inputs.label()).append("\n\n");
            if (inputs.takesImage()) {
                text.append("Works on the current image; in a macro `image=[title]` names another.\n\n");
            }
            if (inputs.asked().isEmpty()) {
                text.append("No inputs.\n");
            } else {
                text.append("| input | macro key | default | value |\n|---|---|---|---|\n");
                inputs.asked().forEach(item -> text.append(row(inputs, item)));
            }
        }
        return text.append('\n').toString();
    }

    private static String row(final CommandInputs inputs, final ModuleItem<?> item) {
        final String label = item.getLabel() == null || item.getLabel().isEmpty() ? item.getName() : item.getLabel();
        final String usual = inputs.text(item);
        return "| " + label.replace("|", "\\|") + " | `" + item.getName() + "` | "
            + (usual.isEmpty() ? item.isRequired() ? "must be given" : "" : "`" + usual.replace("|", "\\|") + "`") + " | " + kind(item) + " |\n";
    }

    private static String kind(final ModuleItem<?> item) {
        final Class<?> type = item.getType();
        final String least = item.getMinimumValue() == null ? "" : ", at least " + item.getMinimumValue();
        if (type == boolean.class || type == Boolean.class) {
            return "`true` or `false`";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(one -> "`" + one + "`").collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class) {
            return "whole number" + least;
        }
        if (type == File.class) {
            return "directory".equals(item.getWidgetStyle()) ? "folder" : "file";
        }
        if (type == ImagePlus.class || "image".equals(item.getWidgetStyle())) {
            return "title of an open image";
        }
        return type == String.class ? "text" : "number" + least;
    }

    @Test
    void inputsInTheDocsAreThoseOfTheCommands() throws Exception {
        final String page = Files.readString(PAGE);
        final int from = page.indexOf(BEGIN) + BEGIN.length();
        final int to = page.indexOf(END);
        assertTrue(from >= BEGIN.length() && to >= from, "the marks of the section are gone");
        if (Boolean.getBoolean("operando.draw")) {
            Files.writeString(PAGE, page.substring(0, from) + section() + page.substring(to));
        } else {
            assertEquals(section(), page.substring(from, to), "make the section anew: mvn test -Dtest=CommandDocsTest -Doperando.draw=true");
        }
    }

    @Test
    void everyHelpButtonFindsItsHeading() throws Exception {
        final String page = Files.readString(PAGE);
        for (final MenuEntries.Entry entry : MenuEntries.read()) {
            final String label = inputs(entry).label();
            assertTrue(page.contains("\n### " + label + "\n"), label + " has no heading");
            assertTrue(HelpPages.ofCommand(label).endsWith("#" + HelpPages.anchor(label)));
        }
        assertEquals("segment-stack-column-sweep", HelpPages.anchor("Segment Stack (Column Sweep)"));
    }

    @Test
    void packedPagesAreThereAndNeedNoNetwork() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(HelpPages.class.getResource("/operando/docs/files.txt") != null, "the pages are packed by mvn package");
        final Path page = Path.of(java.net.URI.create(HelpPages.url("docs/fiji", "")));
        final String html = Files.readString(page);
        assertTrue(html.contains("id=\"segment-stack-column-sweep\""));
        assertFalse(html.contains(".md\"") || Pattern.compile("src=\"https?:").matcher(html).find());
        assertTrue(Files.exists(page.resolveSibling("images/fiji-segment.png")));
    }
}
