package operando.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.report.figure.VoidVolume;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.results.Results;
import operando.series.TimeSeries;

/** The HTML report: one file without any request to elsewhere, which works from a disk or a mail. */
final class ReportPage {

    /** A drawn figure. */
    record Drawn(Figure figure, byte[] png) {

        String html() {
            return "<figure>\n" + Html.image(png, figure.title(), "width=\"" + figure.width() + "\"") + "\n"
                + Html.element("figcaption", figure.caption()) + "</figure>\n"
                + (figure.reading().isEmpty() ? "" : "<p class=\"reading\">" + Html.text(figure.reading()) + "</p>\n");
        }
    }

    private static final String HALF_CYCLES = "Changes are slopes over the charge through the scans inside the half cycle, with their standard errors;"
        + " a scan across a reversal of the current does not enter. The molar volume follows from the metal that is lost at both sides together, the"
        + " stack and the voids. Lithium that creeps out of the field of view enters both it and the current from lithium metal.";

    private final Results results;
    private final List<String> warnings;
    private final StringBuilder page = new StringBuilder();

    /** @param warnings of the run and of the drawing of its figures */
    ReportPage(final Results results, final List<String> warnings) {
        this.results = results;
        this.warnings = warnings;
    }

    /** @param importance of the classifier's features, shown among what else is known of the classifier */
    String html(final List<Drawn> figures, final Optional<Drawn> importance) {
        final String name = results.name();
        page.append("<header>\n")
            .append(Html.element("h1", name))
            .append(Html.element("p", summary())).append(results.note().isEmpty() ? "" : Html.element("p", results.note())).append("</header>\n");
        warnings();
        headlines();
        figures.forEach(this::figure);
        page.append(ContactSlider.html(results));
        page.append(CurrentSlider.html(results));
        halfCycles();
        results.classifier().ifPresent(classifier -> page.append(ClassifierSection.html(classifier, importance)));
        table();
        facts();
        cite();
        return Page.html(name, page, "report.js");
    }

    private String summary() {
        final double[] times = results.series().timesH();
        return times.length + (times.length == 1 ? " scan, " : " scans, ") + NumberText.text(times[0]) + " to "
            + NumberText.text(times[times.length - 1]) + " h.";
    }

    private void warnings() {
        if (!warnings.isEmpty()) {
            page.append("<section class=\"warnings\">\n<h2>Warnings</h2>\n<ul>\n");
            warnings.forEach(warning -> page.append(Html.element("li", warning)));
            page.append("</ul>\n</section>\n");
        }
    }

    private void headlines() {
        page.append("<section>\n<h2>In short</h2>\n<dl class=\"headlines\">\n");
        for (final Headline headline : Headline.of(results)) {
            page.append("<div>").append(Html.element("dt", headline.name()))
                .append("<dd><strong>").append(Html.text(headline.value())).append("</strong> <span>")
                .append(Html.text(headline.note())).append("</span></dd></div>\n");
        }
        page.append("</dl>\n").append(Html.element("p", VoidVolume.of(results.series()).advice())).append("</section>\n");
    }

    private void figure(final Drawn drawn) {
        page.append("<section>\n").append(Html.element("h2", drawn.figure().title())).append(drawn.html()).append("</section>\n");
    }

    private void halfCycles() {
        if (!results.halfCycles().isEmpty()) {
            page.append("<section>\n<h2>Half cycles</h2>\n").append(Html.element("p", HALF_CYCLES)).append(Tables.halfCycles(results)).append("</section>\n");
        }
    }

    private void table() {
        final TimeSeries series = results.series();
        page.append("<section>\n<h2>Time series</h2>\n<p>All numbers of timeseries.csv, to three digits; with a standard error,"
            + " to its second digit. A dash stands where there is no number; the pointer upon it tells the reason, and upon a name its column and meaning.</p>\n").append(Tables.timeSeries(series)).append("</section>\n");
    }

    private void facts() {
        page.append("<section>\n<h2>Method and parameters</h2>\n").append(Html.element("p", results.thresholdMethod()))
            .append("<table class=\"facts\">\n");
        for (final Map.Entry<String, String> fact : results.facts().entrySet()) {
            page.append("<tr><th scope=\"row\">").append(Html.text(fact.getKey())).append("</th><td>")
                .append(Html.text(fact.getValue())).append("</td></tr>\n");
        }
        page.append("</table>\n</section>\n");
    }

    private void cite() {
        page.append("<section>\n<h2>How to cite</h2>\n").append(Html.element("p",
            "Please cite Operando Tomography with the version above, and the work whose method it follows: J. A. Lewis"
                + " et al., Linking void and interphase evolution to electrochemistry in solid-state batteries using"
                + " operando X-ray tomography, Nature Materials 20, 503–510 (2021)."))
            .append("</section>\n");
    }
}
