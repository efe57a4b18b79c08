package operando.report.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.IntStream;

import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.voltage.impedance.CircuitFit.Resistance;
import operando.voltage.impedance.InterfaceResistance;

/**
 * The resistance of the interfaces over the contact area of both sides in series.
 *
 * @param timesH      of the spectra, h
 * @param resistances of the interfaces, one a spectrum
 */
public record ResistanceAndContactFigure(InterfaceResistance contact, List<Double> timesH, List<Resistance> resistances) implements Figure {

    @Override
    public String id() {
        return "resistance-and-contact";
    }

    @Override
    public String title() {
        return "Interface resistance and contact";
    }

    @Override
    public String caption() {
        return "Resistance of both interfaces, with its standard error, over the reciprocal contact area of both sides, 1/A top + 1/A bottom, at the time of each spectrum. An areal resistance of"
            + " the contact that stays the same makes a line through the origin.";
    }

    @Override
    public int width() {
        return 720;
    }

    @Override
    public int height() {
        return 480;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final int[] known = IntStream.range(0, timesH.size()).filter(i -> Double.isFinite(contact.areaInSeriesMm2(timesH.get(i)) + resistances.get(i).ohm())).toArray();
        new LinePlot("1/A top + 1/A bottom / mm⁻²", "R_int / Ω").errorBars("standard error", IntStream.of(known).mapToDouble(i -> 1 / contact.areaInSeriesMm2(timesH.get(i))).toArray(),
            IntStream.of(known).mapToDouble(i -> resistances.get(i).ohm()).toArray(), IntStream.of(known).mapToDouble(i -> resistances.get(i).error()).toArray(), Palette.BLUE)
            .series(0, "R_int", IntStream.of(known).mapToDouble(i -> 1 / contact.areaInSeriesMm2(timesH.get(i))).toArray(), IntStream.of(known).mapToDouble(i -> resistances.get(i).ohm()).toArray(),
                Palette.BLUE, LinePlot.Look.POINTS_ONLY)
            .draw(graphics, 0, 0, width(), height());
    }
}
