package operando.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.report.plot.NumberText;
import operando.results.Results;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;

/** The tables of the report. */
final class Tables {

    private static final List<Quantity> HALF_CYCLES = List.of(Quantity.HALF_CYCLE, Quantity.START, Quantity.END, Quantity.CURRENT_DENSITY,
        Quantity.CHARGE, Quantity.STRIPPED_SIDE, Quantity.SCANS_INSIDE);
    /** Changes are shown with their sign. */
    private static final Set<Quantity> SIGNED = Set.of(Quantity.LITHIUM_CHANGE, Quantity.STACK_CHANGE);

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
        html.append("<tr><th scope=\"row\">").append(Quantity.TIME.column()).append("</th>");
        Arrays.stream(series.timesH()).forEach(time -> html.append("<td>").append(NumberText.text(time)).append("</td>"));
        html.append("</tr>\n");
        for (final Quantity quantity : series.quantities()) {
            if (series.hasAny(quantity)) {
                html.append("<tr><th scope=\"row\" title=\"").append(Html.text(quantity.label())).append("\">").append(quantity.column()).append("</th>");
                for (int row = 0; row < series.size(); row++) {
                    cell(html, series.get(row, quantity), false);
                }
                html.append("</tr>\n");
            }
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String halfCycles(final Results results) {
        final StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>");
        Stream.concat(HALF_CYCLES.stream(), results.halfCycles().get(0).numbers().keySet().stream())
            .forEach(quantity -> html.append("<th scope=\"col\">").append(Html.text(quantity.label())).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (final HalfCycleBalance half : results.halfCycles()) {
            html.append("<tr>");
            List.of(Integer.toString(half.number()), NumberText.text(half.startH()), NumberText.text(half.endH()),
                NumberText.text(half.meanCurrentDensityMAPerCm2()), NumberText.text(half.chargeMAhPerCm2()),
                half.strippedSide().key(), Integer.toString(half.scans())).forEach(field -> html.append("<td>").append(Html.text(field)).append("</td>"));
            half.numbers().forEach((quantity, number) -> cell(html, number, SIGNED.contains(quantity)));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void cell(final StringBuilder html, final Measured number, final boolean signed) {
        html.append("<td").append(number.isPresent() ? "" : " title=\"" + Html.text(number.reason()) + "\"").append(">")
            .append(Html.text(signed ? NumberText.signed(number) : NumberText.text(number))).append("</td>");
    }
}
