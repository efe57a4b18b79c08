package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.DoubleUnaryOperator;

import operando.cell.Constants;
import operando.potential.Layer;
import operando.potential.published.PublishedConductivity;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;

/** How an electrolyte conducts ions, electrons and holes as the Li⁰ potential changes, on a logarithmic scale. */
public record ConductivityFigure(String id, PublishedConductivity shown) implements Figure {

    private static final int POINTS = 201;

    private static final double DECADES_AROUND = 4;

    @Override
    public String title() {
        return "how " + shown.layer().name() + " conducts";
    }

    @Override
    public String caption() {
        return "Conductivities against the Li⁰ potential; electrons and holes conduct least where the two lines cross.";
    }

    @Override
    public int width() {
        return 480;
    }

    @Override
    public int height() {
        return 420;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final Layer layer = shown.layer();
        final double thermalEv = Constants.BOLTZMANN_EV_PER_K * shown.temperatureK();
        final LinePlot plot = new LinePlot("Li⁰ potential µ / eV", "log₁₀ (σ / mS cm⁻¹)").timeRange(shown.fromEv(), shown.toEv());
        add(plot, "Li⁺", ev -> layer.ionicConductivityMSPerCm(), Palette.INK, LinePlot.Look.LINE);
        add(plot, "holes", ev -> layer.holeConductivityMSPerCm(ev, thermalEv), Palette.RED, LinePlot.Look.DASHED);
        add(plot, "electrons", ev -> layer.electronConductivityMSPerCm(ev, thermalEv), Palette.BLUE, LinePlot.Look.DASHED);
        add(plot, "holes and electrons", ev -> layer.holeConductivityMSPerCm(ev, thermalEv)
            + layer.electronConductivityMSPerCm(ev, thermalEv), Palette.GREEN, LinePlot.Look.LINE);
        plot.range(0, Math.log10(layer.electronConductivityMSPerCm(layer.electronicMinimumEv(), thermalEv)) - DECADES_AROUND,
            Math.log10(layer.ionicConductivityMSPerCm()) + DECADES_AROUND);
        plot.draw(graphics, 0, 0, width(), height());
    }

    private void add(final LinePlot plot, final String name, final DoubleUnaryOperator conductivity, final Color colour, final LinePlot.Look look) {
        final double[] potentials = new double[POINTS];
        final double[] logarithms = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            potentials[i] = shown.fromEv() + (shown.toEv() - shown.fromEv()) * i / (POINTS - 1);
            logarithms[i] = Math.log10(conductivity.applyAsDouble(potentials[i]));
        }
        plot.series(0, name, potentials, logarithms, colour, look);
    }
}
