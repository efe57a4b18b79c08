package operando.report;

import java.util.Base64;

/** The few words of HTML that the report is written in. Whatever comes from a file goes through {@link #text}. */
final class Html {

    private Html() {
    }

    /** Text so that no browser takes any of it for markup; for element contents and quoted attributes. */
    static String text(final String text) {
        final StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    static String element(final String name, final String content) {
        return "<" + name + ">" + text(content) + "</" + name + ">\n";
    }

    /** An image that is part of the page. */
    static String image(final byte[] png, final String alternative, final String attributes) {
        return "<img " + attributes + " alt=\"" + text(alternative) + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(png) + "\">";
    }
}
