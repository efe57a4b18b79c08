package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.VoltageFiles;
import operando.results.PixelMap;
import operando.voltage.CellVoltage;
import operando.voltage.ImpliedContact;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;
import operando.voltage.resolved.ContactGeometry;
import operando.voltage.resolved.PixelRefinement;
import operando.voltage.resolved.ResolvedImpliedContact;
import operando.voltage.resolved.ResolvedModel;
import operando.voltage.resolved.ResolvedSettings;
import operando.voltage.resolved.ResolvedVoltage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando voltage}: the voltage that two contact maps give, with contact as one area and with the current resolved. */
@Command(name = "voltage", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Computes the voltage of a symmetric cell from its contact maps: with contact as one area (lumped), and with the current resolved between the maps.")
final class Voltage implements Runnable {

    private static final double LEAST_THICKNESS_UM = 1;
    private static final double MOST_THICKNESS_UM = 2e4;
    private static final String NONE = "none, all of it needs more voltage";
    private static final LumpedParameters DEFAULTS = LumpedParameters.defaults();

    @Option(names = "--contact-top", required = true, paramLabel = "MAP.tif", description = "contact of lithium at the top, one slice, 0 where there is none")
    private Path contactTop;

    @Option(names = "--contact-bottom", required = true, paramLabel = "MAP.tif", description = "the same at the bottom, seen in the same direction")
    private Path contactBottom;

    @Option(names = "--pixel-size", required = true, paramLabel = "UM", description = "edge of a pixel of the maps, µm")
    private double pixelSize;

    @Option(names = "--thickness", required = true, paramLabel = "UM", description = "thickness of the electrolyte between the interphases, µm")
    private double thickness;

    @Option(names = "--current", required = true, paramLabel = "MA_CM2", description = "current density per area of the cross-section, mA/cm2; positive strips the top")
    private double current;

    @Option(names = "--interphase-top", paramLabel = "UM|MAP.tif", description = "thickness of the interphase at the top, µm: a number or a map")
    private String interphaseTop = "0";

    @Option(names = "--interphase-bottom", paramLabel = "UM|MAP.tif", description = "the same at the bottom")
    private String interphaseBottom = "0";

    @Option(names = "--cross-section", paramLabel = "MASK.tif|disc", description = "pixels that belong to the cell (not 0), or the largest disc; if not given, all")
    private String crossSection;

    @Option(names = "--electrolyte-conductivity", paramLabel = "MS_CM", description = "mS/cm")
    private double electrolyteConductivity = DEFAULTS.electrolyteConductivityMSPerCm();

    @Option(names = "--interphase-conductivity", paramLabel = "MS_CM", description = "mS/cm")
    private double interphaseConductivity = DEFAULTS.interphaseConductivityMSPerCm();

    @Option(names = "--exchange-current-density", paramLabel = "MA_CM2", description = "of contact, mA/cm2")
    private double exchangeCurrentDensity = DEFAULTS.exchangeCurrentDensityMAPerCm2();

    @Option(names = "--alpha-anodic", paramLabel = "A", description = "anodic charge transfer coefficient")
    private double alphaAnodic = DEFAULTS.alphaAnodic();

    @Option(names = "--alpha-cathodic", paramLabel = "A", description = "cathodic charge transfer coefficient")
    private double alphaCathodic = DEFAULTS.alphaCathodic();

    @Option(names = "--temperature", paramLabel = "K", description = "K")
    private double temperature = DEFAULTS.temperatureK();

    @Option(names = "--scenarios", split = ",", paramLabel = "PERCENT", description = "also with these parts of the contact at the stripped side, per cent, such as 25,1")
    private List<Double> scenarios = List.of();

    @Option(names = "--measured-voltage", paramLabel = "V", description = "which contact at the stripped side would meet this voltage, with contact as one area and resolved")
    private Double measured;

    @Option(names = "--no-refinement", description = "do not resolve split pixels as well, which tells what the size of the pixels does")
    private boolean noRefinement;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for voltage_parts.csv and the maps of the current")
    private Path out;

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final LumpedParameters parameters = new LumpedParameters(electrolyteConductivity, exchangeCurrentDensity, temperature, alphaAnodic, alphaCathodic,
            interphaseConductivity);
        final ContactGeometry geometry = geometry();
        VoxelSize.cubic(pixelSize).doubt(geometry.width(), geometry.height(), 1).ifPresent(doubt -> spec.commandLine().getErr().println("Warning: --pixel-size: " + doubt));
        if (thickness < LEAST_THICKNESS_UM || thickness > MOST_THICKNESS_UM) {
            spec.commandLine().getErr().printf(Locale.ROOT, "Warning: --thickness: an electrolyte of %.4g µm is thin or thick beyond all cells; probably it is in %s%n", thickness,
                thickness < LEAST_THICKNESS_UM ? "mm" : "nm");
        }
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Cores cores = machine.cores()) {
            final CellVoltage lumped = new LumpedModel(parameters).voltage(geometry.lumped(current));
            final ResolvedVoltage resolved = new ResolvedModel(parameters, geometry, ResolvedSettings.defaults(), cores).solve(current, progress.part(0, 0.4));
            final Optional<PixelRefinement> refinement = noRefinement ? Optional.empty()
                : Optional.of(PixelRefinement.of(parameters, geometry, ResolvedSettings.defaults(), current, resolved, cores, progress.part(0.4, 1)));
            final Map<Double, ResolvedVoltage> less = scenarios(parameters, geometry, cores);
            VoltageFiles.write(geometry, current, lumped, resolved, refinement, less, out);
            print(lumped, resolved, refinement);
            less.forEach((percent, voltage) -> spec.commandLine().getOut().printf(Locale.ROOT, "voltage, resolved, %5.4g %% of contact  %.5g V%n", percent, voltage.totalV()));
            if (measured != null) {
                printImplied(ImpliedContact.of(new LumpedModel(parameters), geometry.lumped(current), measured),
                    ResolvedImpliedContact.of(parameters, geometry, ResolvedSettings.defaults(), current, measured, cores, progress));
            }
        }
    }

    private Map<Double, ResolvedVoltage> scenarios(final LumpedParameters parameters, final ContactGeometry geometry, final Cores cores) {
        final Map<Double, ResolvedVoltage> less = new LinkedHashMap<>();
        for (final double percent : scenarios) {
            less.put(percent, new ResolvedModel(parameters, geometry, ResolvedSettings.defaults(), cores, current > 0 ? Side.TOP : Side.BOTTOM, percent / 100)
                .solve(current, Progress.SILENT));
        }
        return less;
    }

    private void printImplied(final ImpliedContact lumped, final ResolvedImpliedContact resolved) {
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "contact that meets %.4g V, one area    %s%n", measured, lumped.status() == ImpliedContact.Status.MET ? String.format(Locale.ROOT, "%.4g", lumped.fraction()) : NONE);
        terminal.printf(Locale.ROOT, "contact that meets %.4g V, resolved    %s%n", measured, resolved.met()
            ? String.format(Locale.ROOT, "%.4g, that is %.4g of each pixel in contact", resolved.fraction(), resolved.part()) : NONE);
    }

    private void print(final CellVoltage lumped, final ResolvedVoltage resolved, final Optional<PixelRefinement> refinement) {
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "voltage, contact as one area         %.5g V%n", lumped.totalV());
        terminal.printf(Locale.ROOT, "voltage, current resolved            %.5g V%n", resolved.totalV());
        terminal.printf(Locale.ROOT, "constriction                         %.4g V, %.4g ohm cm2%n", resolved.constrictionV(), resolved.constrictionOhmCm2(current));
        refinement.ifPresent(one -> terminal.printf(Locale.ROOT, "constriction of outlines, no pixels  %.4g V +- %.2g V%n", one.constrictionV(), one.errorV()));
        terminal.printf(Locale.ROOT, "peak over mean current, top, bottom  %.4g, %.4g%n", resolved.top().peakOverMean(), resolved.bottom().peakOverMean());
        terminal.println("files: " + out);
    }

    private ContactGeometry geometry() {
        final PixelMap top = PixelMap.read(contactTop);
        final PixelMap bottom = top.another(contactBottom);
        final boolean disc = "disc".equals(crossSection);
        final boolean[] cell = new boolean[top.values().length];
        Arrays.fill(cell, true);
        final ContactGeometry geometry = new ContactGeometry(top.width(), top.height(), pixelSize, pixelSize, top.isSet(), bottom.isSet(),
            crossSection == null || disc ? cell : top.another(Path.of(crossSection)).isSet(), thickness, interphase("--interphase-top", interphaseTop, top),
            interphase("--interphase-bottom", interphaseBottom, top));
        return disc ? geometry.disc() : geometry;
    }

    private static float[] interphase(final String option, final String given, final PixelMap like) {
        if (Files.exists(Path.of(given))) {
            return like.another(Path.of(given)).values();
        }
        try {
            return new float[] {Float.parseFloat(given)};
        } catch (final NumberFormatException e) {
            throw new InputException(option, "'" + given + "' is neither a number nor a file", "give a thickness in µm or a map of it");
        }
    }
}
