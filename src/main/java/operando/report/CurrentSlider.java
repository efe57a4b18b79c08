package operando.report;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.ColourScale;
import operando.report.plot.FigureFiles;
import operando.report.plot.NumberText;
import operando.report.plot.Picture;
import operando.results.PixelMap;
import operando.results.Results;

/** Where current is dense at the contacts of every scan, by the resolved model, with a slider over time and one scale of colours. */
final class CurrentSlider {

    private static final int EDGE = 360;
    /** Pixels above this part of all in contact share the brightest colour, so that a few do not darken the rest. */
    private static final double BRIGHTEST = 0.995;

    private CurrentSlider() {
    }

    static String html(final Results results) {
        final double most = IntStream.range(0, results.series().size()).mapToDouble(row -> Arrays.stream(Side.values())
            .mapToDouble(side -> dense(results.files().currentMap(side, results.series().scan(row)))).max().orElse(0)).max().orElse(0);
        return most == 0 ? "" : TimeSlider.html("current-over-time", "Current at the contacts over time", Html.element("p", "Current density of every pixel in contact, without its sign, by"
            + " the resolved model: from 0 (dark) to " + NumberText.text(most) + " mA cm⁻² and more (yellow); grey without contact."),
            IntStream.range(0, results.series().size()).mapToObj(row -> frame(results, row, new ColourScale(0, most))).toList());
    }

    /** What nearly all pixels in contact stay below, mA cm⁻²; 0 without a map. */
    private static double dense(final Path file) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        final float[] all = PixelMap.read(file).values();
        final double[] contact = IntStream.range(0, all.length).mapToDouble(pixel -> Math.abs(all[pixel])).filter(current -> current > 0).sorted().toArray();
        return contact.length == 0 ? 0 : contact[(int) (BRIGHTEST * (contact.length - 1))];
    }

    private static String frame(final Results results, final int row, final ColourScale colours) {
        final String scan = results.series().scan(row);
        final StringBuilder maps = new StringBuilder();
        for (final Side side : Side.values()) {
            final Path file = results.files().currentMap(side, scan);
            if (Files.isRegularFile(file)) {
                maps.append("<div>").append(Html.image(FigureFiles.bytes(Picture.atMost(picture(PixelMap.read(file), colours), EDGE)), "current density " + side.key() + ", " + scan, "class=\"map\""))
                    .append("<br>").append(Html.text(side.key() + ": peak over mean " + NumberText.text(results.series().value(row, Quantity.CURRENT_PEAK.at(side))))).append("</div>\n");
            }
        }
        return TimeSlider.frame(results, row, maps.toString());
    }

    private static BufferedImage picture(final PixelMap map, final ColourScale colours) {
        final BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < map.values().length; pixel++) {
            final double current = Math.abs(map.values()[pixel]);
            image.setRGB(pixel % map.width(), pixel / map.width(), colours.colour(current == 0 ? Double.NaN : current).getRGB());
        }
        return image;
    }
}
