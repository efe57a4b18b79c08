package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.cycler.CyclerFacts;
import operando.scan.StackAxis;
import operando.series.BeamTimes;
import operando.voltage.ModelSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What experiment.yml may say, and that every mistake in it is named with its line. */
class ExperimentTest {

    private static final String SCANS = "scans:\n  - {file: scans/t0.tif, time_h: 0.0}\n  - {file: scans/t1.tif, time_h: 0.5}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("scans"));
        for (final String name : List.of("t0.tif", "t1.tif", "t2.tif", "t10.tif")) {
            Files.createFile(folder.resolve("scans").resolve(name));
        }
        Files.createFile(folder.resolve("cycling.csv"));
    }

    @Test
    void everythingTheContractNamesIsRead() throws IOException {
        final Experiment experiment = read("""
            name: LSPS 1 mA/cm2
            voxel_size_um: [1.7, 1.8, 2]   # x, y, z
            stack_axis: y
            scans:
              - {file: scans/t0.tif, time_h: 0.0}
              - {file: scans/t1.tif, time_h: 2.5e-1}
            cycler: {file: cycling.csv, area_cm2: 0.0314}
            scan_duration_min: 6
            beam_on_h: [[0, 0.25], [1, 1.5]]
            note: made up
            thresholds: {void: 30, lithium: 70, interphase: 110, collector: 200}
            segmentation: {method: sweep, look_ahead: 3}
            displacement: {enabled: true, spacing_um: 25}
            model: {electrolyte_conductivity_mS_cm: 2.2, exchange_current_density_mA_cm2: 0.9, temperature_K: 300, alpha_anodic: 0.4, alpha_cathodic: 0.6, interphase_conductivity_mS_cm: 0.12, resolved: false}
            """);
        assertEquals("LSPS 1 mA/cm2", experiment.name());
        assertEquals(Optional.of(new VoxelSize(1.7, 1.8, 2)), experiment.voxelSize());
        assertEquals(StackAxis.Y, experiment.stackAxis());
        assertEquals(List.of(new PlannedScan("t0", folder.resolve("scans/t0.tif"), 0),
            new PlannedScan("t1", folder.resolve("scans/t1.tif"), 0.25)), experiment.scans());
        assertEquals(Optional.of(new CyclerSource(folder.resolve("cycling.csv"), new CyclerFacts(OptionalDouble.of(0.0314), Optional.empty()))),
            experiment.cycler());
        assertEquals(Optional.of(new Thresholds(30, 70, 110, 200)), experiment.sweep().thresholds());
        assertEquals(3, experiment.sweep().lookAhead());
        assertEquals(new DisplacementChoice(true, 25), experiment.displacement());
        assertEquals(new ModelSettings(2.2, 0.9, 300, 0.4, 0.6, OptionalDouble.of(0.12), false, Optional.empty()), experiment.model());
        assertEquals(new BeamTimes(OptionalDouble.of(0.1), List.of(new BeamTimes.TimeSpan(0, 0.25), new BeamTimes.TimeSpan(1, 1.5))), experiment.beam());
        assertEquals(Optional.of("made up"), experiment.note());
    }

    @Test
    void onlyScansAreNeeded() throws IOException {
        final Experiment experiment = read(SCANS);
        assertEquals(Optional.empty(), experiment.voxelSize());
        assertEquals(Optional.empty(), experiment.cycler());
        assertEquals(Optional.empty(), experiment.sweep().thresholds());
        assertEquals(ModelSettings.defaults(), experiment.model());
        assertEquals(folder.getFileName().toString(), experiment.name());
    }

    @Test
    void patternTakesScansInTheOrderOfTheirNumbers() throws IOException {
        final Experiment experiment = read("scans: {pattern: \"scans/t{2,10}.tif\", start_h: 1, interval_h: 0.25}\n");
        assertEquals(List.of("t2", "t10"), experiment.scans().stream().map(PlannedScan::name).toList());
        assertEquals(List.of(1.0, 1.25), experiment.scans().stream().map(PlannedScan::timeH).toList());
    }

    @Test
    void aScanMissingBetweenNumbersHasNoTimeInAPattern() {
        final InputException refused = assertThrows(InputException.class, () -> read("scans: {pattern: \"scans/*.tif\", start_h: 1, interval_h: 0.25}\n"));
        assertTrue(refused.getMessage().contains("from t2.tif to t10.tif"), refused.getMessage());
    }

    @Test
    void scansOfOneNameInDifferentFoldersGetDifferentNames() {
        assertEquals(List.of("a_recon", "b_recon"),
            ScanList.names(List.of(Path.of("/x/a/recon.tif"), Path.of("/x/b/recon.tif"))));
        assertEquals(List.of("scan_1", "scan_2.5"),
            ScanList.names(List.of(Path.of("/x/scan 1.ome.tif"), Path.of("/x/scan_2.5.TIFF"))));
    }

    @Test
    void fitAndAutoAreWords() throws IOException {
        final Experiment experiment = read(SCANS + "thresholds: auto\nmodel: {interphase_conductivity_mS_cm: fit}\n");
        assertEquals(Optional.empty(), experiment.sweep().thresholds());
        assertEquals(OptionalDouble.empty(), experiment.model().interphaseConductivityMSPerCm());
    }

    @Test
    void gapAllowsAMissingScan() throws IOException {
        final Experiment experiment = read("on_unreadable_scan: gap\nscans: [{file: lost.tif, time_h: 0}]\n");
        assertEquals(Experiment.UnreadableScan.GAP, experiment.unreadableScan());
        assertEquals("lost", experiment.scans().get(0).name());
    }

    /** The mistake stands on line 4 (after the scans) unless the text brings its own scans. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "voxel_size_um: 1.7 um           | line 4 | \"1.7 um\" is not a number",
        "voxel_size_um: 1,7              | line 4 | \"1,7\" is not a number",
        "voxel_size_um: -1.7             | line 4 | not above zero",
        "voxel_size_um: .nan             | line 4 | not a number",
        "voxel_size_um: 1e999            | line 4 | not a number",
        "voxel_size_um: [1, 2]           | line 4 | 3 edges, not 2",
        "voxel_size_um: {x: 1}           | line 4 | a map stands where a number is needed",
        "voxel_size_nm: 1700             | line 4 | a unit that is not used here; give the value in the unit of voxel_size_um",
        "voxel_size: 1.7                 | line 4 | lacks its unit; give the value in the unit of voxel_size_um",
        "voxel_size_um: !!java.net.URL [x] | line 4 | Global tag is not allowed",
        "voxel_size_um: !pixels 3        | line 4 | the tag !pixels is not used",
        "stack_axis: w                   | line 4 | \"w\" is not known; use x or y or z",
        "treshold: auto                  | line 4 | the key treshold is not known; write thresholds",
        "colour: red                     | line 4 | the key colour is not known; use one of name, voxel_size_um",
        "thresholds: otsu                | line 4 | \"otsu\" is not known; use auto",
        "thresholds: {void: 30, lithium: 20, interphase: 110} | line 4 | do not rise",
        "thresholds: {void: 30, lithium: 70} | line 4 | interphase is missing",
        "segmentation: {method: classifier, model: my.model} | line 4 | there is no file",
        "segmentation: {method: classifier}   | line 4 | model",
        "segmentation: {method: sweep, model: my.model} | line 4 | the column sweep has no model file",
        "segmentation: {method: magic}   | line 4 | \"magic\" is not known; use sweep or classifier",
        "segmentation: {look_ahead: 2.5} | line 4 | not a whole number",
        "displacement: {enabled: maybe}  | line 4 | neither true nor false",
        "displacement: {spacing_mm: 2}   | line 4 | give the value in the unit of spacing_um",
        "model: {resolved: maybe}        | line 4 | neither true nor false",
        "model: {temperature_C: 20}      | line 4 | give the value in the unit of temperature_K",
        "beam_on_h: [[1, 0.5]]           | line 4 | is not a span of time",
        "scan_duration_h: 1              | line 4 | give the value in the unit of scan_duration_min",
        "model: {fit: [kappa]}           | line 4 | 'kappa' is no parameter of the model that can be fitted",
        "model: {fit: interphase_conductivity} | line 4 | where a list is needed",
        "model: {fit: [alpha_anodic]}    | line 4 | neither given nor among what is fitted",
        "model: {fit_hours: [0, 2]}      | line 4 | no parameter to fit",
        "model: {fit: [interphase_conductivity], fit_hours: [2, 1]} | line 4 | is no range",
        "model: {fit: [interphase_conductivity], fit_half_cycle: 0} | line 4 | not a whole number of 1 or more",
        "model: {kappa: 3}               | line 4 | the key kappa is not known",
        "model: {alpha_anodic: 0}        | line 4 | not above zero",
        "model: {temperature_K: 0}       | line 4 | not above zero",
        "model: {temperature_K: 25}      | line 4 | 25 °C are 298.15 K",
        "model: {electrolyte_conductivity_S_m: 0.2} | line 4 | unit of electrolyte_conductivity_mS_cm",
        "model: {interphase_conductivity_mS_cm: fitted} | line 4 | \"fitted\" is not a number",
        "model: 3                        | line 4 | \"3\" stands where keys and values are needed",
        "cycler: {file: lost.csv}        | line 4 | there is no file",
        "cycler: {area_cm2: 1}           | line 4 | the key file is missing",
        "cycler: cycling.csv             | line 4 | stands where keys and values are needed",
        "name:                           | line 4 | the value is empty",
        "on_unreadable_scan: ignore      | line 4 | use error or gap",
        "scans: []                       | line 4 | the key scans is given twice",
        "name: [unclosed                 | line 5 | this is not YAML",
    })
    void mistakeIsNamedWithItsLine(final String text, final String line, final String what) throws IOException {
        final InputException exception = refused(SCANS + text + "\n");
        assertTrue(exception.getMessage().contains("experiment.yml " + line), exception.getMessage());
        assertTrue(exception.getMessage().contains(what), exception.getMessage());
        assertFalse(exception.getMessage().contains("\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "scans: []                                       | line 1 | the list of scans is empty",
        "scans: scans/t0.tif                             | line 1 | stands where a list is needed",
        "name: no scans                                  | line 1 | the key scans is missing",
        "scans: {pattern: \"none/*.tif\", interval_h: 1} | line 1 | no file matches",
        "scans: {pattern: \"scans/*.tif\"}               | line 1 | interval_h is missing",
        "scans: {pattern: \"scans/*.tif\", interval_h: 0}| line 1 | not above zero",
        "scans: {pattern: \"scans/*.tif\", interval_min: 15}| line 1 | unit of interval_h",
        "scans: {pattern: \"scans/[t.tif\", interval_h: 1}| line 1 | not closed",
        "scans: [{file: scans/t0.tif}]                   | line 1 | time_h is missing",
        "scans: [{file: scans/t0.tif, time_s: 0}]        | line 1 | unit of time_h",
        "scans: [{file: scans/t0.tif, time_h: noon}]     | line 1 | \"noon\" is not a number",
        "scans: [{file: scans/lost.tif, time_h: 0}]      | line 1 | there is no file",
        "scans: [{file: \"a\\0b\", time_h: 0}]           | line 1 | is not a path",
        "scans: [t0.tif]                                 | line 1 | stands where keys and values are needed",
        "- just a list                                   | line 1 | a list stands where keys and values are needed",
        "just text                                       | line 1 | stands where keys and values are needed",
    })
    void mistakeInTheScansIsNamedWithItsLine(final String text, final String line, final String what)
        throws IOException {
        final InputException exception = refused(text + "\n");
        assertTrue(exception.getMessage().contains("experiment.yml " + line), exception.getMessage());
        assertTrue(exception.getMessage().contains(what), exception.getMessage());
    }

    @Test
    void timesMustIncrease() throws IOException {
        final InputException exception = refused(
            "scans:\n  - {file: scans/t0.tif, time_h: 1}\n  - {file: scans/t1.tif, time_h: 2}\n"
                + "  - {file: scans/t2.tif, time_h: 2}\n");
        assertTrue(exception.getMessage().contains("line 4, time_h: the time 2.0 h is not after"),
            exception.getMessage());
    }

    @Test
    void tabsAreNoIndentation() throws IOException {
        assertTrue(refused(SCANS + "model:\n\ttemperature_K: 3\n").getMessage().contains("line 5: this is not YAML"));
    }

    @Test
    void emptyMissingAndUnreadableFilesAreNamed() throws IOException {
        assertTrue(refused("").getMessage().contains("the file is empty"));
        assertTrue(refused("# only a comment\n").getMessage().contains("the file is empty"));
        final Path missing = folder.resolve("missing.yml");
        assertTrue(assertThrows(InputException.class, () -> Experiment.read(missing)).getMessage()
            .contains("there is no such file"));
        final Path latin = folder.resolve("latin.yml");
        Files.write(latin, "name: µ\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(InputException.class, () -> Experiment.read(latin)).getMessage().contains("UTF-8"));
        assertThrows(InputException.class, () -> Experiment.read(folder));
    }

    @Test
    void byteOrderMarkIsNoMistake() throws IOException {
        assertEquals(2, read("\ufeff" + SCANS).scans().size());
    }

    private Experiment read(final String text) throws IOException {
        final Path file = folder.resolve("experiment.yml");
        Files.writeString(file, text);
        return Experiment.read(file);
    }

    private InputException refused(final String text) throws IOException {
        final Path file = folder.resolve("experiment.yml");
        Files.writeString(file, text);
        return assertThrows(InputException.class, () -> Experiment.read(file));
    }
}
