import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Makes the pages of docs/ into HTML that needs no network: each page one file with its equations drawn, its pictures beside it. Run by the build, as one
 * source file; no part of the program.
 *
 * <pre>java -cp … DocsPages.java PROJECT TARGET</pre>
 */
public final class DocsPages {

    private static final List<String> TOP = List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md");
    private static final Pattern CODE = Pattern.compile("(?s)(^```.*?^```|`[^`\\n]*`)", Pattern.MULTILINE);
    private static final Pattern MATHS = Pattern.compile("(?s)\\$\\$(.+?)\\$\\$|(?<![\\\\$])\\$(?! )([^$\\n]+?)(?<![ \\\\])\\$");
    private static final Pattern LINK = Pattern.compile("(href|src)=\"([^\":#]*)(#[^\"]*)?\"");
    private static final String STYLE = """
        body { margin: 0; color: #222; font: 16px/1.55 system-ui, "Segoe UI", Arial, sans-serif; }
        main { max-width: 56rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
        nav { background: #f3f3f3; padding: .5rem 1.25rem; } nav a { margin-right: 1.2rem; }
        h1, h2, h3 { line-height: 1.25; margin: 1.8rem 0 .6rem; } a { color: #0b5fa5; }
        img { max-width: 100%; } img.equation { vertical-align: middle; } p.equation { text-align: center; }
        pre { background: #f6f6f6; padding: .7rem .9rem; overflow-x: auto; } code { font-size: .92em; background: #f6f6f6; }
        table { border-collapse: collapse; font-size: .92rem; } th, td { border-bottom: 1px solid #ddd; padding: .25rem .6rem; text-align: left; vertical-align: top; }
        """;

    private final Path project;
    private final Path target;
    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create())).build();

    private DocsPages(final Path project, final Path target) {
        this.project = project;
        this.target = target;
    }

    public static void main(final String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Locale.setDefault(Locale.ROOT);
        new DocsPages(Path.of(arguments[0]).toAbsolutePath().normalize(), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        for (final String page : TOP) {
            writePage(project.resolve(page));
        }
        try (Stream<Path> files = Files.walk(project.resolve("docs"))) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".md")) {
                    writePage(file);
                } else if (file.toString().matches(".*\\.(png|svg)")) {
                    final Path copy = target.resolve(project.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        try (Stream<Path> files = Files.walk(target)) {
            // A jar's folder cannot be listed.
            Files.write(target.resolve("files.txt"), files.filter(Files::isRegularFile).map(file -> target.relativize(file).toString().replace('\\', '/'))
                .filter(name -> !name.equals("files.txt")).sorted().toList());
        }
    }

    private void writePage(final Path file) throws IOException {
        final Path page = target.resolve(project.relativize(file).toString().replaceFirst("md$", "html"));
        Files.createDirectories(page.getParent());
        final String text = Files.readString(file);
        final String up = "../".repeat(target.relativize(page).getNameCount() - 1);
        final String title = text.lines().filter(line -> line.startsWith("# ")).findFirst().orElse("# " + file.getFileName()).substring(2);
        Files.writeString(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
            + title.replace("&", "&amp;").replace("<", "&lt;") + " · Operando Tomography</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<nav><a href=\"" + up
            + "README.html\">Operando Tomography</a><a href=\"" + up + "docs/index.html\">All pages</a></nav>\n<main>\n"
            + links(renderer.render(parser.parse(withEquations(text)))) + "</main>\n</body>\n</html>\n");
    }

    /** Equations outside of code become pictures. */
    private static String withEquations(final String text) {
        final StringBuilder out = new StringBuilder();
        int from = 0;
        final Matcher code = CODE.matcher(text);
        while (code.find()) {
            out.append(equations(text.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return out.append(equations(text.substring(from))).toString();
    }

    private static String equations(final String text) {
        return MATHS.matcher(text).replaceAll(DocsPages::equation);
    }

    private static String equation(final MatchResult found) {
        final boolean own = found.group(1) != null;
        // Markdown tables need their bars escaped.
        final String latex = (own ? found.group(1) : found.group(2)).replace("\\|", "|").replaceAll("\\\\[lr]vert(?![a-z])", "\\\\vert ").replaceAll("\\\\big[lr](?![a-z])", "\\\\big").strip();
        final TeXIcon icon = new TeXFormula(latex).createTeXIcon(own ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, own ? 18 : 17);
        icon.setForeground(new Color(0x222222));
        final SVGGraphics2D svg = new SVGGraphics2D(icon.getIconWidth() + 2, icon.getIconHeight() + 2);
        svg.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        svg.setTransform(AffineTransform.getTranslateInstance(1, 1));
        icon.paintIcon(null, svg, 0, 0);
        final String image = "<img class=\"equation\" alt=\"" + latex.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replaceAll("\\s+", " ")
            .replace("_", "&#95;").replace("*", "&#42;").replace("\\", "&#92;").replace("|", "&#124;") + "\" style=\"vertical-align:-" + icon.getIconDepth()
            + "px\" src=\"data:image/svg+xml;base64,"
            + Base64.getEncoder().encodeToString(svg.getSVGDocument().getBytes(StandardCharsets.UTF_8)) + "\">";
        return Matcher.quoteReplacement(own ? "<p class=\"equation\">" + image + "</p>" : image);
    }

    /** Links to pages of Markdown lead to their HTML; those to files that are not packed lead to the repository. */
    private static String links(final String html) {
        return LINK.matcher(html).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "=\"" + found.group(2).replaceFirst("\\.md$", ".html")
            + (found.group(3) == null ? "" : found.group(3)) + "\""));
    }
}
