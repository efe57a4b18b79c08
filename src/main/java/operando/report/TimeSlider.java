package operando.report;

import java.util.List;

import operando.report.plot.NumberText;
import operando.results.Results;

/** Pictures of every scan behind a slider over time. Without scripts, and on paper, every picture is shown. */
final class TimeSlider {

    private TimeSlider() {
    }

    /**
     * @param id     of the section
     * @param text   above the slider, HTML
     * @param frames from {@link #frame}; those that are empty are left out, and with fewer than two nothing is shown
     */
    static String html(final String id, final String heading, final String text, final List<String> frames) {
        final List<String> shown = frames.stream().filter(frame -> !frame.isEmpty()).toList();
        return shown.size() < 2 ? "" : "<section id=\"" + id + "\">\n" + Html.element("h2", heading) + text
            + "<p class=\"control\" hidden><label>Scan <input class=\"time\" type=\"range\" min=\"0\" max=\"" + (shown.size() - 1)
            + "\" value=\"0\" step=\"1\"></label></p>\n<div class=\"frames\">\n" + String.join("", shown) + "</div>\n</section>\n";
    }

    /** @param maps the pictures of a scan, HTML; empty where it has none */
    static String frame(final Results results, final int row, final String maps) {
        return maps.isEmpty() ? "" : "<figure class=\"frame\">\n<div class=\"maps\">\n" + maps + "</div>\n"
            + Html.element("figcaption", NumberText.text(results.series().timesH()[row]) + " h (" + results.series().scan(row) + ")") + "</figure>\n";
    }
}
