package operando.report.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.Align;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A picture of coloured pixels between two axes, with its colour scale above. */
public final class ColourMap {

    private static final int SCALE_WIDTH = 14;

    private ColourMap() {
    }

    /**
     * @param picture fills the field between the axes
     * @param quantity the label of the scale
     */
    public static JFreeChart chart(final BufferedImage picture, final ValueAxis xAxis, final ValueAxis yAxis, final String quantity, final ColourScale colours) {
        final XYPlot plot = new XYPlot(null, xAxis, yAxis, null);
        plot.setBackgroundImage(picture);
        plot.setBackgroundImageAlignment(Align.FIT);
        plot.setBackgroundImageAlpha(1);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(Palette.INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        final JFreeChart chart = new JFreeChart(null, LinePlot.LABELS, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 4, 12));
        chart.addSubtitle(legend(quantity, colours));
        return chart;
    }

    private static PaintScaleLegend legend(final String quantity, final ColourScale colours) {
        final PaintScaleLegend legend = new PaintScaleLegend(colours, LinePlot.axis(quantity, Palette.INK));
        legend.setStripWidth(SCALE_WIDTH);
        legend.setPosition(RectangleEdge.TOP);
        legend.setMargin(4, 60, 8, 20);
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
