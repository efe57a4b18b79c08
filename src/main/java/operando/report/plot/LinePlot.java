package operando.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines and points over one or two value axes, in the look that all charts of the report share. */
public final class LinePlot {

    /** How a series is drawn. */
    public enum Look { LINE, THIN, THICK, DASHED, DOTTED, CIRCLES, SQUARES, TRIANGLES, POINTS_ONLY }

    public static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    public static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final double LABEL_ROOM = 84;
    private static final int MOST_DECADES = 8;

    private final XYPlot plot = new XYPlot();
    private boolean legend = true;

    public LinePlot(final String xLabel, final String yLabel) {
        plot.setDomainAxis(axis(xLabel, Palette.INK));
        plot.setRangeAxis(0, axis(yLabel, Palette.INK));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Palette.FAINT);
        plot.setRangeGridlinePaint(Palette.FAINT);
        plot.setOutlinePaint(Palette.INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        addLayer(0);
    }

    /** Adds a value axis at the right, in the colour of what is read from it. */
    public LinePlot secondAxis(final String label, final Color colour) {
        plot.setRangeAxis(1, axis(label, colour));
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        addLayer(1);
        plot.mapDatasetToRangeAxis(1, 1);
        return this;
    }

    /** Adds a series to the left axis (0) or the right one (1); it has a gap where a value is NaN. */
    public LinePlot series(final int axis, final String name, final double[] x, final double[] y, final Color colour,
        final Look look) {
        final XYSeriesCollection data = (XYSeriesCollection) plot.getDataset(axis);
        final XYSeries series = new XYSeries(name, false, true);
        for (final int i : Thinning.shown(y)) {
            if (Double.isFinite(x[i])) {
                series.add(x[i], Double.isFinite(y[i]) ? (Double) y[i] : null, false);
            }
        }
        data.addSeries(series);
        style((XYLineAndShapeRenderer) plot.getRenderer(axis), data.getSeriesCount() - 1, colour, look);
        return this;
    }

    /** Adds a series to the left axis that the legend does not name, since it belongs to another one. */
    public LinePlot unnamed(final double[] x, final double[] y, final Color colour, final Look look) {
        final int index = ((XYSeriesCollection) plot.getDataset(0)).getSeriesCount();
        series(0, "unnamed " + index, x, y, colour, look);
        ((XYLineAndShapeRenderer) plot.getRenderer(0)).setSeriesVisibleInLegend(index, false);
        return this;
    }

    /** Shades a time span and writes what happens in it at its top. */
    public LinePlot span(final double from, final double to, final String label, final boolean shaded) {
        final IntervalMarker marker = new IntervalMarker(from, to, shaded ? new Color(0xF3F3F3) : Color.WHITE);
        marker.setLabel(label);
        marker.setLabelFont(TICKS);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelPaint(new Color(0x555555));
        marker.setLabelAnchor(RectangleAnchor.TOP);
        marker.setLabelTextAnchor(TextAnchor.TOP_CENTER);
        marker.setAlpha(1f);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
        return this;
    }

    /** Shades a span of time faintly, over other spans: the beam was on. */
    public LinePlot beam(final double from, final double to) {
        final IntervalMarker marker = new IntervalMarker(from, to, new Color(0xFFE9A8));
        marker.setAlpha(0.5f);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
        return this;
    }

    /** Bars of one standard error up and down at the points of the left axis; none where the error is not known. */
    public LinePlot errorBars(final String name, final double[] x, final double[] y, final double[] standardError, final Color colour) {
        final double[] ends = new double[3 * x.length];
        final double[] values = new double[3 * x.length];
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(ends, 3 * i, 3 * i + 3, x[i]);
            values[3 * i] = y[i] - standardError[i];
            values[3 * i + 1] = y[i] + standardError[i];
            values[3 * i + 2] = Double.NaN;
        }
        return series(0, name, ends, values, colour, Look.LINE);
    }

    /** A thin line at the value 0 of the left axis. */
    public LinePlot zeroLine() {
        plot.addRangeMarker(new ValueMarker(0, new Color(0x888888), new BasicStroke(1f)), Layer.BACKGROUND);
        return this;
    }

    public LinePlot timeRange(final double from, final double to) {
        if (to > from) {
            plot.getDomainAxis().setRange(from, to);
        }
        return this;
    }

    /** Sets the range of a value axis instead of fitting it to the data. */
    public LinePlot range(final int axis, final double from, final double to) {
        plot.getRangeAxis(axis).setRange(from, to);
        return this;
    }

    /**
     * Keeps room for the labels of value axes, so that plots below one another have their times below one another.
     *
     * @param right whether one of them has a value axis at the right
     */
    public LinePlot aligned(final boolean right) {
        final AxisSpace space = new AxisSpace();
        space.setLeft(LABEL_ROOM);
        space.setRight(right ? LABEL_ROOM : 12);
        plot.setFixedRangeAxisSpace(space);
        return this;
    }

    /** Leaves room above the highest value of the left axis, as part of what the values span. */
    public LinePlot room(final double share) {
        plot.getRangeAxis(0).setUpperMargin(share);
        return this;
    }

    /** Leaves the names of the series out, where they stand elsewhere or there is one alone. */
    public LinePlot withoutLegend() {
        legend = false;
        return this;
    }

    /** A thin upright line with a name at its top. */
    public LinePlot mark(final double x, final String label, final Color colour) {
        final ValueMarker marker = new ValueMarker(x, colour, new BasicStroke(1.2f));
        marker.setLabel(label);
        marker.setLabelFont(TICKS);
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        plot.addDomainMarker(marker, Layer.FOREGROUND);
        return this;
    }

    /** Lets the values of the left axis grow downwards, as depths do. */
    public LinePlot downwards() {
        plot.getRangeAxis(0).setInverted(true);
        return this;
    }

    /** Makes the left axis logarithmic, from one power of ten to another, with room above for what stands at the top. */
    public LinePlot decades(final int from, final int to) {
        final LogAxis axis = new LogAxis(plot.getRangeAxis(0).getLabel());
        axis.setLabelFont(LABELS);
        axis.setTickLabelFont(TICKS);
        axis.setLabelPaint(Palette.INK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setRange(Math.pow(10, from), Math.pow(10, to + 0.12 * (to - from)));
        axis.setTickUnit(new NumberTickUnit(Math.max(1, (to - from + MOST_DECADES - 1) / MOST_DECADES)));
        // The same in every language.
        axis.setNumberFormatOverride(new DecimalFormat("0.############", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setMinorTickMarksVisible(false);
        plot.setRangeAxis(0, axis);
        return this;
    }

    /** A dashed line at a value of the left axis, with its name. */
    public LinePlot level(final double value, final String label) {
        final ValueMarker marker = new ValueMarker(value, new Color(0x888888), new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4, 3}, 0));
        marker.setLabel(label);
        marker.setLabelFont(TICKS);
        marker.setLabelPaint(new Color(0x555555));
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        plot.addRangeMarker(marker, Layer.BACKGROUND);
        return this;
    }

    public void draw(final Graphics2D graphics, final int x, final int y, final int width, final int height) {
        final JFreeChart chart = new JFreeChart(null, LABELS, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 4, 12));
        if (legend) {
            chart.getLegend().setItemFont(TICKS);
            chart.getLegend().setItemPaint(Palette.INK);
            chart.getLegend().setFrame(BlockBorder.NONE);
            chart.getLegend().setPosition(RectangleEdge.TOP);
        }
        chart.draw(graphics, new Rectangle2D.Double(x, y, width, height));
    }

    private void addLayer(final int index) {
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setUseFillPaint(true);
        renderer.setDefaultFillPaint(Color.WHITE);
        // A whole line keeps the rhythm of its dashes, and is short in SVG.
        renderer.setDrawSeriesLineAsPath(true);
        plot.setDataset(index, new XYSeriesCollection());
        plot.setRenderer(index, renderer);
    }

    public static NumberAxis axis(final String label, final Color colour) {
        final NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(new AxisTicks());
        axis.setLabelFont(LABELS);
        axis.setTickLabelFont(TICKS);
        axis.setLabelPaint(colour);
        axis.setTickLabelPaint(colour);
        axis.setAxisLinePaint(colour);
        axis.setTickMarkPaint(colour);
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeStickyZero(false);
        axis.setUpperMargin(0.15);
        axis.setLowerMargin(0.08);
        return axis;
    }

    private static void style(final XYLineAndShapeRenderer renderer, final int series, final Color colour,
        final Look look) {
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesFillPaint(series, colour);
        final Shape shape = shape(look);
        renderer.setSeriesShapesVisible(series, shape != null);
        renderer.setSeriesLinesVisible(series, look != Look.POINTS_ONLY);
        if (shape != null) {
            renderer.setSeriesShape(series, shape);
        }
        final float width = look == Look.THICK ? 5f : look == Look.THIN ? 1.2f : 2f;
        renderer.setSeriesStroke(series, switch (look) {
            case DASHED -> new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f,
                new float[] {8, 4}, 0);
            case DOTTED -> new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f,
                new float[] {2, 4}, 0);
            default -> new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        });
    }

    private static Shape shape(final Look look) {
        return switch (look) {
            case CIRCLES, POINTS_ONLY -> new Ellipse2D.Double(-3.5, -3.5, 7, 7);
            case SQUARES -> new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4);
            case TRIANGLES -> {
                final Path2D triangle = new Path2D.Double();
                triangle.moveTo(0, -4.5);
                triangle.lineTo(4.2, 3.2);
                triangle.lineTo(-4.2, 3.2);
                triangle.closePath();
                yield triangle;
            }
            default -> null;
        };
    }
}
