package operando.report.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.GreyHistogram;
import operando.results.Results;

/** The grey values of scans with the thresholds that were used. */
public record HistogramsFigure(Results results) implements Figure {

    private static final int MOST = 12;
    private static final int COLUMNS = 2;
    private static final int PANEL_HEIGHT = 190;
    private static final int HEAD = 18;
    /** Thresholds by the letters that name them in the figure, in one order in every Java. */
    private static final List<Map.Entry<Quantity, String>> THRESHOLDS = List.of(Map.entry(Quantity.THRESHOLD_VOID, "v"), Map.entry(Quantity.THRESHOLD_LITHIUM, "l"),
        Map.entry(Quantity.THRESHOLD_INTERPHASE, "i"), Map.entry(Quantity.THRESHOLD_COLLECTOR, "c"));

    @Override
    public String id() {
        return "histograms";
    }

    @Override
    public String title() {
        return "Grey values and thresholds";
    }

    @Override
    public String caption() {
        return "How often each grey value occurs in the cross-sections of a scan (logarithmic), and the thresholds used for it: below v is void, below l lithium, below i"
            + " interphase, below c electrolyte and above it the current collector." + (withHistogram().size() > MOST ? " Of " + withHistogram().size() + " scans, "
                + MOST + " are shown." : "");
    }

    @Override
    public String reading() {
        return "A threshold stands where it should if it lies in the valley between two peaks. Thresholds are found inside the phases, away from their edges; voxels at"
            + " edges fill the valleys of these histograms, so that a valley may be shallow. A threshold on the flank of a peak is a reason to look at the labels.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return (shown().length + COLUMNS - 1) / COLUMNS * (PANEL_HEIGHT + HEAD);
    }

    /** Whether thresholds were used and histograms are there. */
    public static boolean applies(final Results results) {
        return results.series().hasAny(Quantity.THRESHOLD_VOID) && !new HistogramsFigure(results).withHistogram().isEmpty();
    }

    private List<Integer> withHistogram() {
        return IntStream.range(0, results.series().size()).filter(row -> GreyHistogram.read(results.files().histogram(results.series().scan(row))).isPresent())
            .boxed().toList();
    }

    /** All, or so many of them evenly. */
    private int[] shown() {
        final List<Integer> rows = withHistogram();
        final int count = Math.min(MOST, rows.size());
        return IntStream.range(0, count).map(i -> rows.get(count == 1 ? 0 : i * (rows.size() - 1) / (count - 1))).toArray();
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final int[] rows = shown();
        for (int panel = 0; panel < rows.length; panel++) {
            final int row = rows[panel];
            final String scan = results.series().scan(row);
            final int x = panel % COLUMNS * width() / COLUMNS;
            final int y = panel / COLUMNS * (PANEL_HEIGHT + HEAD);
            graphics.setColor(Palette.INK);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
            graphics.drawString(scan, x + 70, y + 14);
            final GreyHistogram histogram = GreyHistogram.read(results.files().histogram(scan)).orElseThrow();
            final double[] counts = Arrays.stream(histogram.voxels()).map(voxels -> Math.log10(Math.max(1, voxels))).toArray();
            final LinePlot plot = new LinePlot("grey value", "log₁₀ voxels").withoutLegend().series(0, scan, histogram.grey(), counts, Palette.BLUE, LinePlot.Look.LINE);
            for (final Map.Entry<Quantity, String> threshold : THRESHOLDS) {
                if (results.series().get(row, threshold.getKey()).isPresent()) {
                    plot.mark(results.series().value(row, threshold.getKey()), threshold.getValue(), Palette.RED);
                }
            }
            plot.draw(graphics, x, y + HEAD, width() / COLUMNS, PANEL_HEIGHT);
        }
    }
}
