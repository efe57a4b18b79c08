package operando.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.report.figure.VoidVolume;
import operando.report.plot.NumberScale;
import operando.report.plot.NumberText;
import operando.results.Results;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;

/** The tables of the report. */
final class Tables {

    /** So many fit on a page beside the names. */
    private static final int COLUMNS = 6;
    /** Changes are shown with their sign. */
    private static final Set<Quantity> SIGNED = Set.of(Quantity.LITHIUM_CHANGE, Quantity.STACK_CHANGE);

    private Tables() {
    }

    /** Quantities as rows and scans as columns, in as many tables as it takes for none to be wider than a page. */
    static String timeSeries(final TimeSeries series) {
        final StringBuilder html = new StringBuilder();
        final int tables = (series.size() + COLUMNS - 1) / COLUMNS;
        for (int table = 0; table < tables; table++) {
            // Evenly, so that the last has not one column alone.
            timeSeries(series, table * series.size() / tables, (table + 1) * series.size() / tables, html);
        }
        return html.toString();
    }

    private static void timeSeries(final TimeSeries series, final int from, final int to, final StringBuilder html) {
        final List<Quantity> trusted = VoidVolume.of(series).quantity().everySide();
        head(html, "scan", IntStream.range(from, to).mapToObj(series::scan).toList());
        row(html, Quantity.TIME.label(), "", Arrays.stream(series.timesH(), from, to).mapToObj(NumberText::text).toList());
        for (final Quantity quantity : series.quantities()) {
            if (series.hasAny(quantity)) {
                // The same power in every table.
                numbers(html, quantity, trusted.contains(quantity) ? ", the one to trust" : "", IntStream.range(from, to).mapToObj(row -> series.get(row, quantity)).toList(),
                    NumberScale.of(series.values(quantity)));
            }
        }
        html.append("</tbody></table>\n");
    }

    /** Quantities as rows and half cycles as columns. */
    static String halfCycles(final Results results) {
        final StringBuilder html = new StringBuilder();
        final List<HalfCycleBalance> all = results.halfCycles();
        for (int from = 0; from < all.size(); from += COLUMNS) {
            final List<HalfCycleBalance> halves = all.subList(from, Math.min(all.size(), from + COLUMNS));
            head(html, Quantity.HALF_CYCLE.term(), halves.stream().map(half -> Integer.toString(half.number())).toList());
            row(html, Quantity.START.label(), "", halves.stream().map(half -> NumberText.text(half.startH())).toList());
            row(html, Quantity.END.label(), "", halves.stream().map(half -> NumberText.text(half.endH())).toList());
            row(html, Quantity.CURRENT_DENSITY.label(), "", halves.stream().map(half -> NumberText.text(half.meanCurrentDensityMAPerCm2())).toList());
            row(html, Quantity.CHARGE.label(), "", halves.stream().map(half -> NumberText.text(half.chargeMAhPerCm2())).toList());
            row(html, Quantity.STRIPPED_SIDE.label(), "", halves.stream().map(half -> half.strippedSide().key()).toList());
            row(html, Quantity.SCANS_INSIDE.label(), "", halves.stream().map(half -> Integer.toString(half.scans())).toList());
            for (final Quantity quantity : halves.get(0).numbers().keySet()) {
                numbers(html, quantity, "", halves.stream().map(half -> half.numbers().get(quantity)).toList(), new NumberScale(0));
            }
            html.append("</tbody></table>\n");
        }
        return html.toString();
    }

    private static void head(final StringBuilder html, final String first, final List<String> names) {
        html.append("<table class=\"numbers\">\n<thead><tr><th scope=\"col\">").append(Html.text(first)).append("</th>");
        names.forEach(name -> html.append("<th scope=\"col\">").append(Html.text(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    private static void row(final StringBuilder html, final String name, final String title, final List<String> fields) {
        html.append("<tr><th scope=\"row\"").append(title.isEmpty() ? "" : " title=\"" + Html.text(title) + "\"").append(">").append(Html.text(name)).append("</th>");
        fields.forEach(field -> html.append("<td>").append(Html.text(field)).append("</td>"));
        html.append("</tr>\n");
    }

    private static void numbers(final StringBuilder html, final Quantity quantity, final String remark, final List<Measured> numbers,
        final NumberScale scale) {
        final String label = scale.exponent() == 0 ? quantity.label()
            : quantity.label().substring(0, quantity.label().length() - quantity.unit().symbol().length()) + scale.unit(quantity.unit().symbol());
        html.append("<tr><th scope=\"row\" title=\"").append(Html.text(quantity.column() + ": " + quantity.meaning())).append("\">").append(Html.text(label + remark)).append("</th>");
        for (final Measured number : numbers) {
            final Measured scaled = number.isPresent() ? Measured.of(scale.scaled(number.value()), scale.scaled(number.standardError())) : number;
            html.append("<td").append(number.isPresent() ? "" : " title=\"" + Html.text(number.reason()) + "\"").append(">")
                // A line may break before the error.
                .append(Html.text(SIGNED.contains(quantity) ? NumberText.signed(scaled) : NumberText.text(scaled)).replace(" ± ", " <span>± ").replaceFirst("(<span>[^)]*)", "$1</span>"))
                .append("</td>");
        }
        html.append("</tr>\n");
    }
}
