package operando.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import operando.cycler.ImpedanceFile;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.phantom.Phantom;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.phantom.TruthFile;
import operando.potential.PotentialSolver;
import operando.potential.design.LayersFile;
import operando.results.ClassifierQuality;

/** Text files of one kind: experiment.yml, layers.yml, truth.json, the tables beside a model. */
final class TextSubject implements Subject {

    /** What reads the file. */
    private interface Reader {
        void read(Path file) throws Exception;
    }

    private static final byte[] LAYERS = bytes("""
            name: bilayer
            layers:
              - {name: cathodic, thickness_um: 50, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -2.3, stable_from_eV: -3.0, stable_to_eV: -1}
              - {name: anodic, thickness_um: 50, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -0.7}
            bottlenecks:
              - {position: 0.8, width: 0.001, ionic_conductivity_mS_cm: 0.01}
            cathode_potential_eV: -4.2
            anode_potential_eV: 0
            current_density_mA_cm2: 1
            temperature_K: 300
            total_thickness_um: 100
            sweep:
              margin_eV: 0.1
              x: {layer: anodic, vary: B_eV, from: -1, to: -0.4, steps: 20}
              y: {layer: anodic, vary: thickness_share, from: 0.05, to: 0.95, steps: 20}
            """);

    private final String name;

    private final List<byte[]> seeds;

    private final Reader reader;

    private TextSubject(final String name, final List<byte[]> seeds, final Reader reader) {
        this.name = name;
        this.seeds = seeds;
        this.reader = reader;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static TextSubject experiment() {
        return new TextSubject("experiment.yml", List.of(bytes("""
            name: LSPS 1 mA/cm2
            voxel_size_um: [1.7, 1.7, 2.0]
            stack_axis: z
            scans:
              - {file: t00.tif, time_h: 0.0}
              - {file: t01.tif, time_h: 0.5}
            on_unreadable_scan: gap
            cycler: {file: cycling.csv, area_cm2: 0.0314, voltage: Ewe/V}
            thresholds: {void: 20, lithium: 60, interphase: 100, collector: 200}
            segmentation: {method: sweep, look_ahead: 4, contact_depth: 2}
            displacement: {enabled: true, spacing_um: 20}
            model: {electrolyte_conductivity_mS_cm: 2.1, exchange_current_density_mA_cm2: 0.8, temperature_K: 298, interphase_conductivity_mS_cm: fit, resolved: false, fit: [interphase_conductivity, alpha_anodic], fit_hours: [0, 3]}
            """), bytes("""
            scans: {pattern: "*/t*.tif", start_h: 0, interval_h: 0.25}
            voxel_size_um: 1.7
            thresholds: auto
            segmentation: {method: classifier, model: my.model}
            """)), Experiment::read);
    }

    static TextSubject layers() {
        return new TextSubject("layers.yml", List.of(LAYERS), LayersFile::read);
    }

    /** The same files, and their potential solved. */
    static TextSubject potential() {
        return new TextSubject("potential", List.of(LAYERS), file -> PotentialSolver.solve(LayersFile.read(file).stack()));
    }

    static TextSubject impedance() {
        final StringBuilder mpt = new StringBuilder("EC-Lab ASCII FILE\r\nElectrode surface area : 0,5 cm²\r\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\ttime/s\r\n");
        final StringBuilder csv = new StringBuilder("freq_Hz,re_ohm,im_ohm\n");
        for (int i = 0; i < 24; i++) {
            final double frequency = Math.pow(10, 5 - 0.5 * (i % 12));
            mpt.append(String.format(Locale.ROOT, "%.6E\t%.6E\t%.6E\t%d\r\n", frequency, 100 + 5.0 * i, 10.0, i).replace('.', ','));
            csv.append(String.format(Locale.ROOT, "%.3f,%.3f,%.3f\n", frequency, 100 + 5.0 * i, -10.0));
        }
        return new TextSubject("impedance", List.of(bytes(mpt.toString()), bytes(csv.toString())), file -> {
            ImpedanceFile.read(file);
            ImpedanceFile.areaCm2(file);
        });
    }

    static TextSubject truth(final Path folder) throws IOException {
        final PhantomSettings settings = PhantomSettings.defaults();
        final PhantomSettings small = settings.withSize(64, 64, settings.depth());
        try (Cores cores = new Cores(1)) {
            new PhantomSeries(new Phantom(small)).write(folder.resolve("phantom"), "fuzz", cores, Progress.SILENT);
        }
        return new TextSubject("truth.json", List.of(Files.readAllBytes(folder.resolve("phantom/truth.json"))), TruthFile::read);
    }

    static TextSubject quality() {
        return new TextSubject("quality.csv", List.of(bytes("class,examples,precision,recall,dice,taken for a,taken for b\na,10,1,1,1,10,0\nb,5,1,1,1,0,5\n"),
            bytes("feature,share_of_importance\noriginal,0.7\nsobel,0.3\n")), file -> ClassifierQuality.read(file, file.resolveSibling("none")));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        for (final String beside : List.of("t00.tif", "t01.tif", "cycling.csv", "my.model")) {
            Files.writeString(folder.resolve(beside), "");
        }
        return Files.write(folder.resolve("input.yml"), Mutation.ofText(seeds.get(random.nextInt(seeds.size())), random));
    }

    @Override
    public void read(final Path input) throws Exception {
        reader.read(input);
    }
}
