package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.segment.learn.TrainingResult.FeatureImportance;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** The features that decide most in a forest, a bar each. */
public record ImportanceFigure(List<FeatureImportance> importances) implements Figure {

    private static final int BAR = 24;

    @Override
    public String id() {
        return "feature-importance";
    }

    @Override
    public String title() {
        return "Most important features";
    }

    @Override
    public String caption() {
        return "Share of a feature in the decrease of impurity at all nodes of all trees. Of features that say much the same,"
            + " each gets a part.";
    }

    @Override
    public int width() {
        return 760;
    }

    @Override
    public int height() {
        return 70 + BAR * importances.size();
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final DefaultCategoryDataset data = new DefaultCategoryDataset();
        importances.forEach(one -> data.addValue(100 * one.fraction(), "importance", one.feature()));
        final CategoryPlot plot = new CategoryPlot(data, names(), shares(), bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Palette.FAINT);
        plot.setOutlinePaint(Palette.INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        final JFreeChart chart = new JFreeChart(null, LinePlot.LABELS, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 4, 12));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width(), height()));
    }

    private static CategoryAxis names() {
        final CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(LinePlot.TICKS);
        axis.setTickLabelPaint(Palette.INK);
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
        axis.setCategoryMargin(0.25);
        return axis;
    }

    private static NumberAxis shares() {
        final NumberAxis axis = LinePlot.axis("share of importance / %", Palette.INK);
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeStickyZero(true);
        axis.setUpperMargin(0.05);
        return axis;
    }

    private static BarRenderer bars() {
        final BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setSeriesPaint(0, Palette.BLUE);
        return bars;
    }
}
