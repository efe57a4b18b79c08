package operando.command;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import ij.IJ;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import operando.cell.RangeCheck;
import operando.cycler.ImpedanceFile;
import operando.cycler.ImpedanceSpectrum;
import operando.voltage.impedance.CircuitFit;
import operando.voltage.impedance.CircuitSettings;
import org.apache.commons.math3.complex.Complex;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The impedance spectra of a file to the resistance of bulk and interfaces, each with a plot. */
@Plugin(type = Command.class, label = "Impedance")
public final class ImpedanceSpectra implements Command {

    private static final int CURVE_POINTS = 200;

    @Parameter(label = "Spectra (Bio-Logic .mpt, or CSV with freq_Hz, re_ohm, im_ohm)")
    private File spectra;

    @Parameter(label = "Area of an electrode (cm²; 0 for what the file says)", min = "0")
    private double area;

    @Parameter(label = "Arcs of the circuit (1 to 3; 0 for as many as the spectrum tells)", min = "0")
    private int arcs;

    @Parameter(type = ItemIO.OUTPUT)
    private List<Plot> plots;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        if (area != 0) {
            RangeCheck.positive("area", area, "cm²");
        }
        final CircuitSettings defaults = CircuitSettings.defaults();
        final CircuitSettings settings = new CircuitSettings(arcs == 0 ? OptionalInt.empty() : OptionalInt.of(arcs), Optional.empty(), defaults.starts(), defaults.seed());
        final OptionalDouble areaCm2 = area == 0 ? ImpedanceFile.areaCm2(spectra.toPath()) : OptionalDouble.of(area);
        plots = new ArrayList<>();
        for (final ImpedanceSpectrum spectrum : ImpedanceFile.read(spectra.toPath())) {
            final CircuitFit fit = CircuitFit.of(spectrum, settings);
            plots.add(plot(spectrum, fit));
            table = MeasureRows.add(spectrum.name(), row(fit, areaCm2));
            fit.remarks().forEach(remark -> IJ.log("Warning: " + spectrum.name() + ": " + remark));
        }
    }

    private static Map<String, Double> row(final CircuitFit fit, final OptionalDouble areaCm2) {
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put("R_bulk_ohm", fit.bulk().ohm());
        values.put("R_bulk_ohm_se", fit.bulk().error());
        values.put("R_int_ohm", fit.interfaces().ohm());
        values.put("R_int_ohm_se", fit.interfaces().error());
        values.put("R_int_ohm_95_percent", fit.interfaces().interval());
        values.put("R_int_ohm_cm2", areaCm2.orElse(Double.NaN) * fit.interfaces().ohm());
        values.put("arcs", (double) fit.circuit().arcs().size());
        values.put("residual", fit.residual());
        return values;
    }

    private static Plot plot(final ImpedanceSpectrum spectrum, final CircuitFit fit) {
        final double high = spectrum.frequencyHz()[0];
        final double low = spectrum.frequencyHz()[spectrum.size() - 1];
        final double[] real = new double[CURVE_POINTS];
        final double[] negative = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            final Complex z = fit.circuit().impedance(high * Math.pow(low / high, (double) i / (CURVE_POINTS - 1)));
            real[i] = z.getReal();
            negative[i] = -z.getImaginary();
        }
        final Plot plot = new Plot("Impedance, " + spectrum.name(), "Re Z (Ω)", "−Im Z (Ω)");
        plot.setColor("black");
        plot.add("line", real, negative);
        plot.setColor("blue");
        plot.add("circle", spectrum.realOhm(), Arrays.stream(spectrum.imaginaryOhm()).map(im -> -im).toArray());
        return plot;
    }
}
