package operando.report;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.FigureFiles;
import operando.report.plot.NumberText;
import operando.report.plot.Picture;
import operando.results.Results;
import operando.series.TimeSeries;

/** All contact maps of the series with a slider over time. */
final class ContactSlider {

    private static final int EDGE = 360;

    private ContactSlider() {
    }

    static String html(final Results results) {
        return TimeSlider.html("contact-over-time", "Contact over time", "", IntStream.range(0, results.series().size()).mapToObj(row -> frame(results, row)).toList());
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
        return TimeSlider.frame(results, row, maps.toString());
    }
}
