package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import operando.cell.RangeCheck;
import operando.cycler.ImpedanceFile;
import operando.cycler.ImpedanceSpectrum;
import operando.report.ImpedanceFiles;
import operando.results.TimeSeriesFile;
import operando.voltage.impedance.CircuitFit;
import operando.voltage.impedance.CircuitSettings;
import operando.voltage.impedance.InterfaceResistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando impedance SPECTRA… --out DIR}: the resistance of the interfaces from impedance spectra. */
@Command(name = "impedance", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Fits an equivalent circuit to impedance spectra and gives the resistance of bulk and interfaces with their errors.")
final class Impedance implements Runnable {

    @Parameters(arity = "1..*", paramLabel = "SPECTRA", description = "Bio-Logic .mpt of PEIS or GEIS, or CSV with freq_Hz, re_ohm, im_ohm")
    private List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for impedance.csv and the pictures")
    private Path out;

    @Option(names = "--area", paramLabel = "CM2", description = "area of an electrode, cm2; if not given, as the file says")
    private Double area;

    @Option(names = "--arcs", paramLabel = "N", description = "arcs of the circuit, 1 to 3; if not given, as many as a spectrum supports")
    private Integer arcs;

    @Option(names = "--warburg", paramLabel = "true|false", description = "whether there is diffusion; if not given, chosen")
    private Boolean warburg;

    @Option(names = "--series", paramLabel = "timeseries.csv", description = "table of the run during which the spectra were taken: R_int over the contact area at the time of each")
    private Path series;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (area != null) {
            RangeCheck.positive("--area", area, "cm2");
        }
        OutputFile.checkFolder("--out", out);
        final Optional<InterfaceResistance> contact = Optional.ofNullable(series).map(file -> new InterfaceResistance(TimeSeriesFile.read(file), file.toString()));
        final CircuitSettings defaults = CircuitSettings.defaults();
        final CircuitSettings settings = new CircuitSettings(arcs == null ? OptionalInt.empty() : OptionalInt.of(arcs), Optional.ofNullable(warburg), defaults.starts(),
            defaults.seed());
        final TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        final List<ImpedanceFiles.Fitted> fitted = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            final OptionalDouble stated = area == null ? ImpedanceFile.areaCm2(files.get(i)) : OptionalDouble.of(area);
            for (final ImpedanceSpectrum spectrum : ImpedanceFile.read(files.get(i))) {
                progress.report((double) i / files.size(), "Fitting " + spectrum.name());
                fitted.add(new ImpedanceFiles.Fitted(spectrum, CircuitFit.of(spectrum, settings), stated));
            }
        }
        ImpedanceFiles.write(fitted, contact, out);
        progress.report(1, "Impedance");
        fitted.forEach(this::print);
        spec.commandLine().getOut().println("files: " + out);
    }

    private void print(final ImpedanceFiles.Fitted one) {
        final PrintWriter terminal = spec.commandLine().getOut();
        final CircuitFit fit = one.fit();
        terminal.printf(Locale.ROOT, "%-32s bulk %.4g +- %.2g ohm, interfaces %s, %d arcs, residual %.2g%n", one.spectrum().name(), fit.bulk().ohm(), fit.bulk().error(),
            Double.isNaN(fit.interfaces().ohm()) ? "not known" : String.format(Locale.ROOT, "%.4g +- %.2g ohm", fit.interfaces().ohm(), fit.interfaces().error()),
            fit.circuit().arcs().size(), fit.residual());
        fit.remarks().forEach(remark -> spec.commandLine().getErr().println("warning: " + one.spectrum().name() + ": " + remark));
    }
}
