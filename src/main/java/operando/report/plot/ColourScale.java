package operando.report.plot;

import java.awt.Color;
import java.awt.Paint;

import org.jfree.chart.renderer.PaintScale;

/** Numbers as colours that grow evenly brighter (anchors of viridis, by van der Walt and Smith); grey for no number. */
public record ColourScale(double getLowerBound, double getUpperBound) implements PaintScale {

    private static final int[] ANCHORS = {0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725};

    private static final Color NONE = new Color(0xDDDDDD);

    @Override
    public Paint getPaint(final double value) {
        return colour(value);
    }

    public Color colour(final double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        final double share = Math.max(0, Math.min(1, (value - getLowerBound) / (getUpperBound - getLowerBound)));
        final double place = share * (ANCHORS.length - 1);
        final int below = (int) Math.min(ANCHORS.length - 2, place);
        return mix(new Color(ANCHORS[below]), new Color(ANCHORS[below + 1]), place - below);
    }

    private static Color mix(final Color from, final Color to, final double share) {
        return new Color((int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
            (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
            (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }
}
