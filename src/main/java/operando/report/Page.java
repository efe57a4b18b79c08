package operando.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An HTML page that holds its style and script itself and is forbidden to load anything, so that it works from a mail. */
final class Page {

    private Page() {
    }

    /**
     * @param title   plain text
     * @param content HTML
     * @param script  name of a script among the resources of this package, or nothing
     */
    static String html(final String title, final CharSequence content, final String script) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
            + "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
            + Html.element("title", title + " · Operando Tomography")
            + "<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n<main>\n" + content + "</main>\n"
            + (script.isEmpty() ? "" : "<script>\n" + resource(script) + "</script>\n") + "</body>\n</html>\n";
    }

    private static String resource(final String name) {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
