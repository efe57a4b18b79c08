package operando.command;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.swing.JComponent;

import operando.cycler.CyclingRecord;

/** The cycler's voltage and current over time, and when the scans were taken. */
final class RecordView extends JComponent {

    private static final long serialVersionUID = 1L;
    private static final int LEFT = 46;
    private static final int FLOOR = 18;
    private static final Color VOLTAGE = new Color(0x0072B2);
    private static final Color CURRENT = new Color(0xD55E00);

    private transient Optional<CyclingRecord> record = Optional.empty();
    private transient List<Double> scanTimesH = List.of();
    private transient String currentUnit = "";

    RecordView() {
        setPreferredSize(new Dimension(560, 130));
    }

    void show(final Optional<CyclingRecord> of, final List<Double> timesH, final String unit) {
        record = of;
        scanTimesH = timesH;
        currentUnit = unit;
        repaint();
    }

    @Override
    protected void paintComponent(final Graphics to) {
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, getWidth(), getHeight());
        to.setColor(Color.DARK_GRAY);
        if (scanTimesH.isEmpty()) {
            return;
        }
        final double from = Math.min(scanTimesH.get(0), record.map(CyclingRecord::startH).orElse(scanTimesH.get(0)));
        final double last = scanTimesH.get(scanTimesH.size() - 1);
        final double until = Math.max(from + 1e-6, Math.max(last, record.map(CyclingRecord::endH).orElse(last)));
        final int floor = getHeight() - FLOOR;
        to.setColor(new Color(0xD8D8D8));
        for (final double time : scanTimesH) {
            to.fillRect(x(time, from, until) - 1, 16, 3, floor - 16);
        }
        record.ifPresent(of -> {
            draw(to, of.timesH(), of.voltagesV(), from, until, VOLTAGE);
            draw(to, of.timesH(), of.currentDensitiesMAPerCm2(), from, until, CURRENT);
        });
        to.setColor(Color.DARK_GRAY);
        to.drawString(scanTimesH.size() + " scans (grey)" + (record.isPresent() ? "" : "; no cycler's file"), getWidth() - 170, 13);
        to.drawString(String.format(Locale.ROOT, "%.3g h", from), LEFT, getHeight() - 4);
        to.drawString(String.format(Locale.ROOT, "%.3g h", until), getWidth() - 46, getHeight() - 4);
        record.ifPresent(of -> drawRanges(to, of));
    }

    private void drawRanges(final Graphics to, final CyclingRecord of) {
        to.setColor(VOLTAGE);
        to.drawString(range("voltage", of.voltagesV(), "V"), 4, 13);
        to.setColor(CURRENT);
        to.drawString(range("current", of.currentDensitiesMAPerCm2(), currentUnit), 170, 13);
    }

    private static String range(final String name, final double[] values, final String unit) {
        double least = values[0];
        double most = values[0];
        for (final double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return String.format(Locale.ROOT, "%s %.3g to %.3g %s", name, least, most, unit);
    }

    private int x(final double timeH, final double from, final double until) {
        return LEFT + (int) ((timeH - from) / (until - from) * (getWidth() - LEFT - 12));
    }

    private void draw(final Graphics to, final double[] timesH, final double[] values, final double from, final double until, final Color colour) {
        double largest = 1e-12;
        for (final double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        final int middle = (16 + getHeight() - FLOOR) / 2;
        final double scale = 0.92 * (getHeight() - FLOOR - 16) / 2 / largest;
        to.setColor(colour);
        int beforeX = 0;
        int beforeY = 0;
        final int step = Math.max(1, values.length / 4000);
        for (int i = 0; i < values.length; i += step) {
            final int x = x(timesH[i], from, until);
            final int y = middle - (int) Math.round(values[i] * scale);
            if (i > 0) {
                to.drawLine(beforeX, beforeY, x, y);
            }
            beforeX = x;
            beforeY = y;
        }
    }
}
