package operando.report;

import java.util.Arrays;
import java.util.List;

import operando.experiment.ExperimentResults;
import operando.experiment.HalfCycleResult;
import operando.experiment.TimeSeries;
import operando.report.figure.TimePlot;
import operando.report.plot.NumberText;

/** The tables of the report. */
final class Tables {

    private static final List<String> HALF_CYCLE_HEADER = List.of("half cycle", "from / h", "to / h",
        "current density / mA cm⁻²", "charge / mAh cm⁻²", "stripped side", "lithium change there / µm",
        "current from lithium metal", "interphase at start / µm", "stack change / µm",
        "Li in interphase / cm³ mol⁻¹");

    private Tables() {
    }

    /** Quantities as rows and scans as columns, so that a long list of quantities stays readable. */
    static String timeSeries(final TimeSeries series) {
        final StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>"
            + "<th scope=\"col\">scan</th>");
        for (int row = 0; row < series.size(); row++) {
            html.append("<th scope=\"col\">").append(Html.text(series.scan(row))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        row(html, "time_h", series.timesH());
        for (final String column : series.columns()) {
            final double[] values = series.values(column);
            if (TimePlot.hasAny(values)) {
                row(html, column, values);
            }
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String halfCycles(final ExperimentResults results) {
        final StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>");
        HALF_CYCLE_HEADER.forEach(name -> html.append("<th scope=\"col\">").append(Html.text(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (final HalfCycleResult half : results.halfCycles()) {
            html.append("<tr>");
            List.of(Integer.toString(half.number()), NumberText.text(half.startH()), NumberText.text(half.endH()),
                NumberText.text(half.meanCurrentDensityMAPerCm2()), NumberText.text(half.chargeMAhPerCm2()),
                half.strippedSide().key(), NumberText.signed(half.lithiumChangeUm()), NumberText.text(half.lithiumFraction()),
                NumberText.text(half.interphaseThicknessUm()), NumberText.signed(half.stackChangeUm()),
                NumberText.text(half.interphaseMolarVolumeCm3()))
                .forEach(field -> html.append("<td>").append(Html.text(field)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void row(final StringBuilder html, final String name, final double[] values) {
        html.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th>");
        Arrays.stream(values).forEach(value -> html.append("<td>").append(NumberText.text(value)).append("</td>"));
        html.append("</tr>\n");
    }
}
