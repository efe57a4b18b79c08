package operando.command;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JComponent;

import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.setup.PhasePreview.Histogram;

/** How often grey values are met, and the thresholds among them, which are moved with the mouse. */
final class HistogramView extends JComponent {

    private static final long serialVersionUID = 1L;
    private static final String[] NAMES = {"void", "lithium", "interphase", "electrolyte", "collector"};
    private static final Color[] COLOURS = {new Color(Phase.VOID.rgb()), new Color(Phase.LITHIUM.rgb()), new Color(0xB8A800), new Color(0x777777)};
    private static final int NEAR = 8;
    private static final int FLOOR = 18;

    private final transient Consumer<Thresholds> moved;
    private transient Histogram histogram;
    private final double[] levels = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    private int held = -1;

    /** @param moved is told of thresholds that were moved */
    HistogramView(final Consumer<Thresholds> moved) {
        this.moved = moved;
        setPreferredSize(new Dimension(560, 130));
        setToolTipText("Drag a line to move a threshold");
        final MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(final MouseEvent event) {
                held = nearest(event.getX());
            }

            @Override
            public void mouseDragged(final MouseEvent event) {
                drag(event.getX());
            }

            @Override
            public void mouseReleased(final MouseEvent event) {
                drag(event.getX());
                held = -1;
            }

            @Override
            public void mouseMoved(final MouseEvent event) {
                setCursor(Cursor.getPredefinedCursor(nearest(event.getX()) < 0 ? Cursor.DEFAULT_CURSOR : Cursor.E_RESIZE_CURSOR));
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Without thresholds four lines stand evenly, to be moved. */
    void show(final Histogram greys, final Optional<Thresholds> thresholds) {
        histogram = greys;
        if (held < 0) {
            if (thresholds.isPresent()) {
                levels[0] = thresholds.get().voidLithium();
                levels[1] = thresholds.get().lithiumInterphase();
                levels[2] = thresholds.get().interphaseElectrolyte();
                levels[3] = thresholds.get().electrolyteCollector();
            } else {
                for (int i = 0; i < levels.length; i++) {
                    levels[i] = greys.least() + (i + 1) * greys.width() * greys.counts().length / (levels.length + 1);
                }
            }
        }
        repaint();
    }

    /** Where the line of a threshold stands. */
    int line(final int threshold) {
        return x(levels[threshold]);
    }

    private int x(final double grey) {
        return (int) ((grey - histogram.least()) / (histogram.width() * histogram.counts().length) * getWidth());
    }

    private int nearest(final int x) {
        int nearest = -1;
        for (int i = 0; histogram != null && i < levels.length; i++) {
            final int away = Math.abs(x(levels[i]) - x);
            if (Double.isFinite(levels[i]) && away <= NEAR && (nearest < 0 || away < Math.abs(x(levels[nearest]) - x))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private void drag(final int x) {
        if (held < 0) {
            return;
        }
        final double bin = histogram.width();
        final double grey = histogram.least() + Math.max(0, Math.min(getWidth(), x)) * bin * histogram.counts().length / getWidth();
        final double above = held == 0 ? Double.NEGATIVE_INFINITY : levels[held - 1] + bin;
        final double below = held == levels.length - 1 ? Double.POSITIVE_INFINITY : levels[held + 1] - bin;
        final double level = Math.max(above, Math.min(below, grey));
        if (level != levels[held]) {
            levels[held] = level;
            repaint();
            moved.accept(new Thresholds(levels[0], levels[1], levels[2], levels[3]));
        }
    }

    @Override
    protected void paintComponent(final Graphics to) {
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, getWidth(), getHeight());
        if (histogram == null) {
            return;
        }
        double most = 1;
        for (final long count : histogram.counts()) {
            most = Math.max(most, Math.sqrt(count));
        }
        final int bins = histogram.counts().length;
        final int floor = getHeight() - FLOOR;
        to.setColor(new Color(0xBBBBBB));
        for (int bin = 0; bin < bins; bin++) {
            final int height = (int) (Math.sqrt(histogram.counts()[bin]) / most * (floor - FLOOR));
            final int from = bin * getWidth() / bins;
            to.fillRect(from, floor - height, Math.max(1, (bin + 1) * getWidth() / bins - from), height);
        }
        int before = 0;
        for (int i = 0; i <= levels.length; i++) {
            final boolean line = i < levels.length && Double.isFinite(levels[i]);
            final int end = line ? x(levels[i]) : getWidth();
            if (i < NAMES.length && end - before > 20) {
                to.setColor(Color.DARK_GRAY);
                final int width = to.getFontMetrics().stringWidth(NAMES[i]);
                if (width < end - before) {
                    to.drawString(NAMES[i], (before + end - width) / 2, 13);
                }
            }
            if (!line) {
                break;
            }
            to.setColor(COLOURS[i]);
            to.fillRect(end - 1, 16, 3, floor - 16);
            to.setColor(Color.DARK_GRAY);
            to.drawString(String.format(Locale.ROOT, "%.4g", levels[i]), Math.max(2, Math.min(getWidth() - 50, end - 15)), getHeight() - 4);
            before = end;
        }
    }
}
