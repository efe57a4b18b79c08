package operando.report.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

import operando.breathing.phasefield.InterfaceReading;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** A simulated interface over time: contact and interphase above, what makes up its overpotential below. */
public record InterfaceFigure(List<InterfaceReading> readings) implements Figure {

    @Override
    public String id() {
        return "interface";
    }

    @Override
    public String title() {
        return "Simulated interface";
    }

    @Override
    public String caption() {
        return "Contact fraction and mean interphase thickness; below, the overpotential and its three parts, which add up to it.";
    }

    @Override
    public String reading() {
        return "Contact that swings is breathing; a thickness that only rises is memory.";
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 640;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final double[] times = values(InterfaceReading::timeH);
        new LinePlot(TimePlot.TIME, "contact fraction").secondAxis("interphase / µm", Palette.RED).aligned(true).timeRange(times[0], times[times.length - 1])
            .series(0, "contact", times, values(InterfaceReading::contactFraction), Palette.GREEN, LinePlot.Look.LINE)
            .series(1, "interphase", times, values(InterfaceReading::thicknessUm), Palette.RED, LinePlot.Look.DASHED).draw(graphics, 0, 0, width(), height() / 2);
        new LinePlot(TimePlot.TIME, "overpotential / mV").aligned(true).timeRange(times[0], times[times.length - 1]).zeroLine()
            .series(0, "whole", times, values(one -> 1e3 * one.overpotentialV()), Palette.INK, LinePlot.Look.LINE)
            .series(0, "kinetics of full contact", times, values(one -> 1e3 * one.kineticV()), Palette.BLUE, LinePlot.Look.THIN)
            .series(0, "interphase", times, values(one -> 1e3 * one.interphaseV()), Palette.RED, LinePlot.Look.DASHED)
            .series(0, "lost contact", times, values(one -> 1e3 * one.contactLossV()), Palette.GREEN, LinePlot.Look.DOTTED)
            .draw(graphics, 0, height() / 2, width(), height() / 2);
    }

    private double[] values(final ToDoubleFunction<InterfaceReading> number) {
        return readings.stream().mapToDouble(number).toArray();
    }
}
