package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;

import operando.cycler.ImpedanceSpectrum;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.voltage.impedance.CircuitFit;
import org.apache.commons.math3.complex.Complex;

/** A spectrum in the complex plane with the circuit that was fitted to it. */
public record NyquistFigure(String id, ImpedanceSpectrum spectrum, CircuitFit fit) implements Figure {

    private static final int CURVE_POINTS = 400;

    @Override
    public String title() {
        return "Impedance, " + spectrum.name();
    }

    @Override
    public String caption() {
        return "Measured impedance and the circuit fitted to it, both of the whole cell; the frequency falls to the right.";
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
        final double high = spectrum.frequencyHz()[0];
        final double low = spectrum.frequencyHz()[spectrum.size() - 1];
        final double[] real = new double[CURVE_POINTS];
        final double[] negative = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            final Complex z = fit.circuit().impedance(high * Math.pow(low / high, (double) i / (CURVE_POINTS - 1)));
            real[i] = z.getReal();
            negative[i] = -z.getImaginary();
        }
        new LinePlot("Re Z / Ω", "−Im Z / Ω")
            .series(0, "measured", spectrum.realOhm(), Arrays.stream(spectrum.imaginaryOhm()).map(im -> -im).toArray(), Palette.BLUE, LinePlot.Look.POINTS_ONLY)
            .series(0, "circuit", real, negative, new Color(0x222222), LinePlot.Look.LINE)
            .draw(graphics, 0, 0, width(), height());
    }
}
