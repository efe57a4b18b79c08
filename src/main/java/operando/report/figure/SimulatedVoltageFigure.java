package operando.report.figure;

import java.awt.Graphics2D;

import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.voltage.VoltageResult;

/**
 * The voltage that another program simulated, beside the measured one and that of the lumped model.
 *
 * @param timesH     of the simulation, h
 * @param simulatedV V
 */
public record SimulatedVoltageFigure(Results results, VoltageResult voltage, double[] timesH, double[] simulatedV) implements Figure {

    @Override
    public String id() {
        return "simulated-voltage";
    }

    @Override
    public String title() {
        return "Measured and simulated voltage";
    }

    @Override
    public String caption() {
        return "The measured voltage (broad line), that of the lumped model from the measured contact, and that which was read from the simulation.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final LinePlot plot = TimePlot.of(results, "voltage / V").zeroLine().aligned(false);
        plot.series(0, "measured", voltage.timesH(), voltage.measuredV(), Palette.PALE_BLUE, LinePlot.Look.THICK);
        if (voltage.scenariosV().containsKey(VoltageResult.MEASURED_CONTACT)) {
            plot.series(0, "lumped model", voltage.timesH(), voltage.scenariosV().get(VoltageResult.MEASURED_CONTACT), Palette.INK, LinePlot.Look.THIN);
        }
        plot.series(0, "simulated", timesH, simulatedV, Palette.ORANGE, LinePlot.Look.DASHED).draw(graphics, 0, 0, width(), height());
    }
}
