package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.MeasuredContact;
import operando.cell.InputException;
import operando.report.InterfaceRun;
import operando.results.InputHash;
import operando.results.PixelMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando breathing simulate}: the phase-field model of an interface over some cycles. */
@Command(name = "simulate", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Simulates contact and interphase of one interface over some cycles, from random voids or from a measured contact map.")
final class SimulateInterface implements Runnable {

    @Mixin
    private InterfaceOptions model = new InterfaceOptions();

    @Option(names = "--contact-map", paramLabel = "MAP.tif", description = "measured contact to begin with, one slice, 0 where there is none; if not given, random voids")
    private Path contactMap;

    @Option(names = "--pixel-size", paramLabel = "UM", description = "edge of a pixel of the contact map, µm")
    private double pixelSize;

    @Option(names = "--at", paramLabel = "X,Y", split = ",", arity = "1", description = "middle of the window of the contact map that is taken, µm; if not given, the middle of the map")
    private double[] at = {};

    @Option(names = "--resume", description = "go on after the last cycle in the folder")
    private boolean resume;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the tables, the maps and the movie")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final InterfaceSettings settings = model.settings(10);
        final InterfaceRun run = contactMap == null ? InterfaceRun.ofRandomVoids(settings) : new InterfaceRun(settings, measured(settings), InputHash.of(contactMap));
        final List<CycleSummary> cycles = run.write(out, resume, new TerminalProgress(spec.commandLine().getErr()));
        print(cycles.get(0));
        print(cycles.get(cycles.size() - 1));
        spec.commandLine().getOut().println("files: " + out);
    }

    private double[] measured(final InterfaceSettings settings) {
        if (!(pixelSize > 0)) {
            throw new InputException("--pixel-size", "the pixels of " + contactMap + " have no size", "give the edge of a pixel in µm");
        }
        if (at.length != 0 && at.length != 2) {
            throw new InputException("--at", at.length + " numbers", "give the middle of the window as X,Y in µm");
        }
        if (!Files.exists(contactMap)) {
            throw new InputException(contactMap.toString(), "there is no such file", "give a map of contact, such as contact/top_….tif of a results folder");
        }
        final PixelMap map = PixelMap.read(contactMap);
        return MeasuredContact.of(map.isSet(), map.width(), pixelSize, at.length == 0 ? Double.NaN : at[0], at.length == 0 ? Double.NaN : at[1], settings);
    }

    private void print(final CycleSummary cycle) {
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "cycle %d: contact %.4f to %.4f, amplitude %.4f, interphase %.4g µm, overpotential after stripping %.4g mV%n", cycle.cycle(),
            cycle.leastContact(), cycle.lastContact(), cycle.amplitude(), cycle.memoryUm(), 1e3 * cycle.stripped().overpotentialV());
    }
}
