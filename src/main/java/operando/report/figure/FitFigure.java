package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.stream.Collectors;

import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.voltage.ParameterFit;
import operando.voltage.ParameterFit.Estimate;

/** What a fit of the model's parameters leaves of the measured voltage, reading by reading, with the parameters and their intervals. */
public record FitFigure(ParameterFit fit) implements Figure {

    private static final double MV_PER_V = 1e3;

    @Override
    public String id() {
        return "fit";
    }

    @Override
    public String title() {
        return "Fit of the voltage model";
    }

    @Override
    public String caption() {
        return "What the fit leaves, measured less fitted, at the readings that were fitted; root mean square " + NumberText.text(MV_PER_V * fit.rootMeanSquareV()) + " mV. "
            + fit.estimates().stream().map(FitFigure::words).collect(Collectors.joining("; ")) + ". "
            + fit.remarks().stream().map(remark -> Character.toUpperCase(remark.charAt(0)) + remark.substring(1) + ".").collect(Collectors.joining(" "));
    }

    @Override
    public String reading() {
        return "Scatter about zero without a trend means that the model can follow these readings. A trend or a bend means that something changes that the model does not know; then"
            + " the parameters take its place, and mean less than their intervals say.";
    }

    private static String words(final Estimate estimate) {
        final String name = estimate.parameter().column().replace("_mS_cm", " / mS cm⁻¹").replace("_mA_cm2", " / mA cm⁻²").replace('_', ' ');
        return name + " " + (estimate.value().isPresent() ? NumberText.text(estimate.value()) + " (95 %: " + NumberText.text(estimate.lowest()) + " to "
            + NumberText.text(estimate.highest()) + ")" : "is not known, since " + estimate.value().reason());
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 320;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        new LinePlot("time / h", "measured less fitted / mV").zeroLine()
            .series(0, "residuals", fit.timesH(), Arrays.stream(fit.residualsV()).map(left -> MV_PER_V * left).toArray(), Palette.INK, LinePlot.Look.POINTS_ONLY)
            .draw(graphics, 0, 0, width(), height());
    }
}
