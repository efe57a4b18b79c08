package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import operando.breathing.regime.Regime;
import operando.breathing.regime.RegimeAxis;
import operando.breathing.regime.RegimeMap;
import operando.breathing.regime.RegimePoint;
import operando.report.plot.ColourMap;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Align;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Which process of the interface is ahead, with the amplitude of breathing and the memory beside it, over two parameters. */
public record RegimeMapFigure(RegimeMap map, List<RegimePoint> points) implements Figure {

    private static final int PANELS = 3;

    @Override
    public String id() {
        return "regime-map";
    }

    @Override
    public String title() {
        return "Regimes of the interface";
    }

    @Override
    public String caption() {
        return "The largest part of the overpotential at the end of the last stripping, the amplitude of breathing, and the mean interphase thickness after "
            + map.settings().cycles() + " cycles; grey where contact was lost altogether.";
    }

    @Override
    public int width() {
        return 1320;
    }

    @Override
    public int height() {
        return 440;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        regimes().draw(graphics, panel(0));
        numbers("amplitude of contact", point -> point.amplitude().orElse(Double.NaN)).draw(graphics, panel(1));
        numbers("interphase / µm", point -> point.memoryUm().orElse(Double.NaN)).draw(graphics, panel(2));
    }

    private Rectangle2D panel(final int number) {
        return new Rectangle2D.Double(number * width() / (double) PANELS, 0, width() / (double) PANELS, height());
    }

    private JFreeChart numbers(final String name, final ToDoubleFunction<RegimePoint> number) {
        final double most = points.stream().mapToDouble(number).filter(Double::isFinite).max().orElse(1);
        final ColourScale colours = new ColourScale(0, Math.max(most, 1e-6));
        return ColourMap.chart(image(point -> colours.colour(number.applyAsDouble(point))), axis(map.first()), axis(map.second()), name, colours);
    }

    private JFreeChart regimes() {
        final XYPlot plot = new XYPlot(null, axis(map.first()), axis(map.second()), null);
        plot.setBackgroundImage(image(point -> colour(point.regime())));
        plot.setBackgroundImageAlignment(Align.FIT);
        plot.setBackgroundImageAlpha(1);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(Palette.INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        final LegendItemCollection items = new LegendItemCollection();
        for (final Regime regime : Regime.values()) {
            items.add(new LegendItem(regime.words().replace("-dominant", ""), null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), colour(regime)));
        }
        plot.setFixedLegendItems(items);
        final JFreeChart chart = new JFreeChart(null, LinePlot.LABELS, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 4, 12));
        chart.getLegend().setPosition(RectangleEdge.TOP);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setItemFont(LinePlot.TICKS);
        chart.getLegend().setMargin(18, 0, 12, 0);
        return chart;
    }

    private static Color colour(final Regime regime) {
        return switch (regime) {
            case HEALING -> Palette.GREEN;
            case VOID_GROWTH -> Palette.SKY;
            case MEMORY -> Palette.RED;
        };
    }

    private BufferedImage image(final Function<RegimePoint, Color> colour) {
        final BufferedImage image = new BufferedImage(map.first().steps(), map.second().steps(), BufferedImage.TYPE_INT_RGB);
        for (final RegimePoint point : points) {
            image.setRGB(point.number() % image.getWidth(), image.getHeight() - 1 - point.number() / image.getWidth(), colour.apply(point).getRGB());
        }
        return enlarged(image);
    }

    // So that nothing smooths the runs into one another.
    private static BufferedImage enlarged(final BufferedImage small) {
        final int factor = 24;
        final BufferedImage image = new BufferedImage(factor * small.getWidth(), factor * small.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, small.getRGB(x / factor, y / factor));
            }
        }
        return image;
    }

    private static ValueAxis axis(final RegimeAxis sweep) {
        final NumberAxis look = LinePlot.axis(sweep.parameter().key().replace('_', ' '), Palette.INK);
        final ValueAxis axis = sweep.logarithmic() ? logarithmic(look.getLabel()) : look;
        axis.setLabelFont(look.getLabelFont());
        axis.setTickLabelFont(look.getTickLabelFont());
        final double from = sweep.value(-0.5);
        final double to = sweep.value(sweep.steps() - 0.5);
        axis.setRange(Math.min(from, to), Math.max(from, to));
        axis.setInverted(from > to);
        return axis;
    }

    // Labels at powers of two, as plain numbers.
    private static LogAxis logarithmic(final String label) {
        final LogAxis axis = new LogAxis(label);
        axis.setTickUnit(new NumberTickUnit(Math.log10(2)));
        axis.setNumberFormatOverride(new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }
}
