package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.voltage.VoltageResult;

/**
 * The measured voltage, the one that the measured contact predicts and scenarios of the contact (Lewis et al., Fig. 4d); below, predicted less
 * measured.
 */
public record VoltageFigure(Results results, VoltageResult voltage) implements Figure {

    private static final int UPPER = 420;
    private static final int LOWER = 180;
    private static final double MV_PER_V = 1e3;
    /** A scenario that runs away must not flatten what was measured. */
    private static final double MOST_TIMES_MEASURED = 3;
    private static final List<Color> COLOURS = List.of(Palette.GREEN, Palette.ORANGE, Palette.PURPLE, Palette.SKY);
    private static final List<LinePlot.Look> LOOKS = List.of(LinePlot.Look.DASHED, LinePlot.Look.DOTTED, LinePlot.Look.LINE, LinePlot.Look.DASHED);

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
        return "Above: the measured voltage (broad line), the voltage that the lumped model predicts from the measured contact and interphase thickness"
            + " (thin line upon it), and scenarios. Below: predicted less measured. "
            + (voltage.fitted() ? "The interphase conductivity was fitted on the first half cycle only, until " + NumberText.text(voltage.firstHalfCycleEndH()) + " h."
                : voltage.parameterFits().isEmpty() ? "The interphase conductivity was given." : "What was fitted, and to which readings, stands in the figure of the fit.");
    }

    @Override
    public String reading() {
        return "Only the line called predicted follows from what was seen. The scenarios ask what the voltage would be if, from the second half cycle on,"
            + " less of the measured contact at the stripped side carried current: 25 % or 1 % of it all the time, or all of it at the start of each half"
            + " cycle and 1 % at its end. Voids too thin to be seen are one reason why that could be. A scenario that lies nearer to the measurement is no"
            + " proof of it.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return UPPER + LOWER;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, "voltage / V").zeroLine().aligned(false);
        plot.series(0, "measured", voltage.timesH(), voltage.measuredV(), Palette.PALE_BLUE, LinePlot.Look.THICK);
        int index = 0;
        for (final Map.Entry<String, double[]> scenario : voltage.scenariosV().entrySet()) {
            if (!scenario.getKey().equals(VoltageResult.MEASURED_CONTACT)) {
                plot.series(0, name(scenario.getKey()), voltage.timesH(), fromSecondHalfCycle(scenario.getValue()), COLOURS.get(index % COLOURS.size()), LOOKS.get(index % LOOKS.size()));
                index++;
            }
        }
        predicted().forEach(volts -> plot.series(0, "predicted", voltage.timesH(), volts, Palette.INK, LinePlot.Look.THIN));
        if (results.series().hasAny(Quantity.VOLTAGE_RESOLVED)) {
            plot.series(0, "current resolved between the contact maps", results.series().timesH(), results.series().values(Quantity.VOLTAGE_RESOLVED), Palette.INK, LinePlot.Look.POINTS_ONLY);
        }
        final double[] range = range();
        if (range[1] > range[0]) {
            final double room = 0.06 * (range[1] - range[0]);
            plot.range(0, range[0] - room, range[1] + 2 * room);
        }
        plot.draw(graphics, 0, 0, width(), UPPER);
        final LinePlot residuals = TimePlot.of(results, "difference / mV").zeroLine().aligned(false).withoutLegend().room(0.3);
        predicted().forEach(volts -> residuals.series(0, "predicted less measured", voltage.timesH(), residualsMV(volts), Palette.INK, LinePlot.Look.THIN));
        residuals.draw(graphics, 0, UPPER, width(), LOWER);
    }

    private Stream<double[]> predicted() {
        return Stream.ofNullable(voltage.scenariosV().get(VoltageResult.MEASURED_CONTACT));
    }

    /** In the first half cycle every scenario is the prediction. */
    private double[] fromSecondHalfCycle(final double[] volts) {
        final double[] later = new double[volts.length];
        Arrays.setAll(later, i -> voltage.timesH()[i] > voltage.firstHalfCycleEndH() ? volts[i] : Double.NaN);
        return later;
    }

    private double[] residualsMV(final double[] predictedV) {
        final double[] residuals = new double[predictedV.length];
        Arrays.setAll(residuals, i -> MV_PER_V * (predictedV[i] - voltage.measuredV()[i]));
        return residuals;
    }

    /** What is drawn, from the least to the most. */
    private double[] range() {
        final double most = MOST_TIMES_MEASURED * Arrays.stream(voltage.measuredV()).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        final double[] shown = Stream.concat(Stream.of(voltage.measuredV(), results.series().values(Quantity.VOLTAGE_RESOLVED)), voltage.scenariosV().values().stream()).flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite).map(volts -> Math.max(-most, Math.min(most, volts))).toArray();
        return new double[] {Math.min(0, Arrays.stream(shown).min().orElse(0)), Math.max(0, Arrays.stream(shown).max().orElse(0))};
    }

    /** {@code contact_25_percent_V} as words. */
    static String name(final String column) {
        return column.equals("contact_dynamic_V") ? "scenario: contact lost within each half cycle"
            : "scenario: " + column.replaceFirst("_V$", "").replaceFirst("^contact_", "").replaceAll("(\\d+)_percent", "$1 %").replace('_', ' ') + " of the contact";
    }
}
