package operando.report;

import java.awt.image.BufferedImage;
import java.util.Optional;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.FigureFiles;
import operando.report.plot.NumberText;
import operando.report.plot.Picture;
import operando.results.Results;
import operando.series.TimeSeries;

/** All contact maps of the series with a slider over time. Without scripts, and on paper, every map is shown. */
final class ContactSlider {

    private static final int EDGE = 360;

    private ContactSlider() {
    }

    static String html(final Results results) {
        final TimeSeries series = results.series();
        final StringBuilder frames = new StringBuilder();
        int count = 0;
        for (int row = 0; row < series.size(); row++) {
            final String frame = frame(results, row);
            if (!frame.isEmpty()) {
                frames.append(frame);
                count++;
            }
        }
        return count < 2 ? "" : "<section id=\"contact-over-time\">\n<h2>Contact over time</h2>\n"
            + "<p class=\"control\" hidden><label for=\"time\">Scan</label> <input id=\"time\" type=\"range\" min=\"0\" max=\""
            + (count - 1) + "\" value=\"0\" step=\"1\"></p>\n<div id=\"frames\">\n" + frames + "</div>\n</section>\n";
    }

    private static String frame(final Results results, final int row) {
        final TimeSeries series = results.series();
        final StringBuilder maps = new StringBuilder();
        for (final Side side : Side.values()) {
            final Optional<BufferedImage> picture = Picture.read(results.files().contactPicture(side, series.scan(row)));
            if (picture.isPresent()) {
                final String name = side.key() + ": " + NumberText.text(
                    100 * series.value(row, Quantity.CONTACT_FRACTION.at(side))) + " % in contact";
                maps.append("<div>").append(Html.image(FigureFiles.bytes(Picture.atMost(picture.get(), EDGE)),
                    "contact map " + side.key() + ", " + series.scan(row), "class=\"map\""))
                    .append("<br>").append(Html.text(name)).append("</div>\n");
            }
        }
        return maps.isEmpty() ? "" : "<figure class=\"frame\">\n<div class=\"maps\">\n" + maps + "</div>\n"
            + Html.element("figcaption", NumberText.text(series.timesH()[row]) + " h (" + series.scan(row) + ")")
            + "</figure>\n";
    }
}
