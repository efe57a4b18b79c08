package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.voltage.VoltageResult;

/** The measured voltage beside the one that the measured contact predicts, with scenarios (Lewis et al., Fig. 4d). */
public record VoltageFigure(Results results, VoltageResult voltage) implements Figure {

    private static final List<Color> COLOURS = List.of(Palette.RED, Palette.GREEN, Palette.ORANGE, Palette.PURPLE,
        Palette.SKY, Palette.INK);
    private static final List<LinePlot.Look> LOOKS = List.of(LinePlot.Look.LINE, LinePlot.Look.DASHED,
        LinePlot.Look.DOTTED, LinePlot.Look.LINE, LinePlot.Look.DASHED, LinePlot.Look.DOTTED);

    @Override
    public String id() {
        return "voltage";
    }

    @Override
    public String title() {
        return "Measured and predicted voltage";
    }

    @Override
    public String caption() {
        return "Voltage predicted by the lumped model from the measured contact and interphase thickness, and from"
            + " scenarios of the contact, beside the measured voltage. "
            + (voltage.fitted() ? "The interphase conductivity was fitted on the first half cycle only, until "
                + NumberText.text(voltage.firstHalfCycleEndH()) + " h; everything later is a prediction."
                : "The interphase conductivity was given.");
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 460;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, "voltage / V").zeroLine()
            .series(0, "measured", voltage.timesH(), voltage.measuredV(), Palette.MEASURED_VOLTAGE, LinePlot.Look.LINE);
        int index = 0;
        for (final Map.Entry<String, double[]> scenario : voltage.scenariosV().entrySet()) {
            plot.series(0, name(scenario.getKey()), voltage.timesH(), scenario.getValue(),
                COLOURS.get(index % COLOURS.size()), LOOKS.get(index % LOOKS.size()));
            index++;
        }
        final double[] all = voltage.scenariosV().values().stream().flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite).toArray();
        if (all.length > 0) {
            final double[] measured = Arrays.stream(voltage.measuredV()).filter(Double::isFinite).toArray();
            final double most = Arrays.stream(measured).map(Math::abs).max().orElse(1);
            // A scenario that runs away must not flatten what was measured.
            final double bound = Math.min(3 * most, Arrays.stream(all).map(Math::abs).max().orElse(most)) * 1.15;
            if (!(most > 0)) {
                plot.draw(graphics, 0, 0, width(), height());
                return;
            }
            plot.range(0, Arrays.stream(all).min().orElse(0) < 0 || Arrays.stream(measured).anyMatch(v -> v < 0)
                ? -Math.max(bound, 1.1 * most) : 0, Math.max(bound, 1.1 * most) * 1.15);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }

    /** {@code contact_25_percent_V} as words. */
    static String name(final String column) {
        return column.replaceFirst("_V$", "").replaceAll("(\\d+)_percent", "$1 %").replace('_', ' ');
    }
}
