package operando.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.scan.AxisView;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder tells of its experiment stands in experiment.yml, a guess is called one, and what is missing is asked for. */
class ExperimentDraftTest {

    @TempDir
    static Path folder;

    private static Path phantom;

    @BeforeAll
    static void makePhantom() {
        phantom = folder.resolve("phantom");
        assertEquals(0, operando.cli.Operando.run(new String[] {"phantom", "--out", phantom.toString(), "--size", "64", "--scans", "3", "--seed", "5", "--labels"},
            new java.io.PrintWriter(new java.io.StringWriter()), new java.io.PrintWriter(new java.io.StringWriter())));
    }

    private static ExperimentDraft draft(final Path of) {
        try (Cores cores = new Cores(2)) {
            return ExperimentDraft.of(of, "", cores, Progress.SILENT);
        }
    }

    /** The phantom's scans and cycler's file in a folder of their own. */
    private static Path copied(final String name, final boolean cycler) throws IOException {
        final Path copy = folder.resolve(name);
        Files.createDirectories(copy.resolve("scans"));
        try (Stream<Path> scans = Files.list(phantom.resolve("scans"))) {
            for (final Path scan : scans.toList()) {
                Files.copy(scan, copy.resolve("scans").resolve(scan.getFileName()));
            }
        }
        if (cycler) {
            Files.copy(phantom.resolve("cycling.csv"), copy.resolve("cycling.csv"));
        }
        return copy;
    }

    @Test
    void whatIsFoundIsTheExperimentThatThePhantomDescribes() throws IOException {
        final Path copy = copied("a cell: \"7\" # not a comment", true);
        Files.copy(phantom.resolve("labels/t00.tif"), copy.resolve("labels.tif"));
        final ExperimentDraft draft = draft(copy);
        draft.write(draft.file());
        final Experiment found = Experiment.read(draft.file());
        final Experiment own = Experiment.read(phantom.resolve("experiment.yml"));
        assertEquals(copy.getFileName().toString(), found.name());
        assertEquals(own.scans().stream().map(scan -> scan.path().getFileName()).toList(), found.scans().stream().map(scan -> scan.path().getFileName()).toList());
        assertTrue(own.voxelSize().orElseThrow().isSame(found.voxelSize().orElseThrow()));
        assertEquals(StackAxis.Z, found.stackAxis());
        assertEquals("cycling.csv", found.cycler().orElseThrow().file().getFileName().toString());
        assertTrue(draft.axisSeen() && draft.found().thresholds().isPresent(), draft.text());
        assertTrue(found.guessed().stream().anyMatch(guess -> guess.startsWith("time_h")), draft.text());
        assertTrue(draft.text().contains("# Left out: labels.tif: labels"), draft.text());
        for (int i = 0; i < own.scans().size(); i++) {
            assertEquals(own.scans().get(i).timeH(), found.scans().get(i).timeH(), 1e-5, "the first scan is with the first reading, the last with the last");
        }
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        final Path copy = copied("not overwritten", false);
        Files.writeString(copy.resolve("experiment.yml"), "name: mine\n");
        final ExperimentDraft draft = draft(copy);
        final InputException refused = assertThrows(InputException.class, () -> draft.write(draft.file()));
        assertTrue(refused.getMessage().contains("not overwritten"), refused.getMessage());
        assertEquals("name: mine\n", Files.readString(copy.resolve("experiment.yml")));
    }

    @Test
    void anotherStackAxisIsSeenInTheImage() throws IOException {
        final Path turned = folder.resolve("turned");
        Files.createDirectories(turned);
        try (Scan scan = ScanFile.open(phantom.resolve("scans/t00.tif")); Scan view = AxisView.along(scan, StackAxis.X)) {
            // The view has the file's y, z and x as its x, y and z, so that the layers lie along its y.
            write(view, turned.resolve("cell.tif"), true);
        }
        final ExperimentDraft draft = draft(turned);
        assertEquals(StackAxis.Y, draft.stackAxis());
        assertTrue(draft.axisSeen());
        assertTrue(draft.found().thresholds().isPresent(), draft.found().doubt());
    }

    @Test
    void whatIsMissingIsACommentThatSaysWhatToGive() throws IOException {
        final Path bare = folder.resolve("bare");
        Files.createDirectories(bare);
        try (Scan scan = ScanFile.open(phantom.resolve("scans/t00.tif"))) {
            write(scan, bare.resolve("cell.tif"), false);
        }
        final String text = draft(bare).text();
        assertTrue(text.contains("# MISSING: the scans do not say their voxel size") && text.contains("\n# voxel_size_um: "), text);
        assertTrue(text.contains("# MISSING: no voltage") && text.contains("\n# cycler: "), text);
        Files.writeString(bare.resolve("experiment.yml"), text.replace("# voxel_size_um: 1.0", "voxel_size_um: 1.5"));
        assertEquals(VoxelSize.cubic(1.5), Experiment.read(bare.resolve("experiment.yml")).voxelSize().orElseThrow());
    }

    @Test
    void aStackWithoutAnyLayerAsksForAxisAndThresholds() throws IOException {
        final Path noise = folder.resolve("noise");
        Files.createDirectories(noise);
        final Random random = new Random(4);
        try (StackWriter writer = StackWriter.create(noise.resolve("noise.tif"), 31, 37, 41, PixelType.UINT8, new VoxelSize(1.1, 1.2, 1.3))) {
            for (int z = 0; z < 41; z++) {
                final byte[] slice = new byte[31 * 37];
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = (byte) (100 + 8 * random.nextGaussian());
                }
                writer.write(slice);
            }
        }
        final ExperimentDraft draft = draft(noise);
        assertFalse(draft.axisSeen());
        assertTrue(draft.text().contains("# MISSING: no thresholds") && draft.text().contains("stack_axis: z   # CHECK"), draft.text());
    }

    @Test
    void aCurrentWithoutAnAreaGetsTheImagedCrossSectionToBeChecked() throws IOException {
        final Path copy = copied("current", false);
        final List<String> lines = new ArrayList<>(List.of("time_h,voltage_V,current_mA"));
        Files.readAllLines(phantom.resolve("cycling.csv")).stream().skip(1).forEach(lines::add);
        Files.write(copy.resolve("run 1.csv"), lines, StandardCharsets.UTF_8);
        final ExperimentDraft draft = draft(copy);
        assertTrue(draft.cycler().needsArea());
        // The round phantom fills most of its field of view; its true area stands beside it.
        final double trueCm2 = new com.fasterxml.jackson.databind.ObjectMapper().readTree(phantom.resolve("truth.json").toFile()).findValue("crossSectionMm2").asDouble() / 100;
        assertEquals(1, draft.imagedAreaCm2().orElseThrow() / trueCm2, 0.03, draft.text());
        draft.write(draft.file());
        final Experiment found = Experiment.read(draft.file());
        assertTrue(found.guessed().stream().anyMatch(guess -> guess.startsWith("area_cm2")), draft.text());
        assertEquals(draft.imagedAreaCm2().orElseThrow(), found.cycler().orElseThrow().facts().areaCm2().orElseThrow(), 1e-6);
    }

    @Test
    void twoFilesOfCyclersAreNotChosenFrom() throws IOException {
        final Path copy = copied("two", true);
        Files.copy(phantom.resolve("cycling.csv"), copy.resolve("other.csv"));
        final String text = draft(copy).text();
        assertTrue(text.contains("several files could be the cycler's: cycling.csv, other.csv") && text.contains("\n# cycler: "), text);
    }

    @Test
    void timesComeFromNamesBeforeDatesBeforeOrder() throws IOException {
        final List<Path> named = List.of(Path.of("cell_10h.tif"), Path.of("cell_2.5h.tif"), Path.of("cell_090min.tif"));
        assertEquals(List.of(1.5, 2.5, 10.0), ScanTimes.of(named, java.util.Optional.empty()).timesH());
        assertEquals(Path.of("cell_090min.tif"), ScanTimes.of(named, java.util.Optional.empty()).files().get(0));
        final List<Path> dated = List.of(Path.of("2021-03-05_23-30-00_a.tif"), Path.of("2021-03-06_00-45-00_a.tif"));
        assertEquals(List.of(0.0, 1.25), ScanTimes.of(dated, java.util.Optional.empty()).timesH());
        final Path dates = copied("dates", false);
        final List<Path> files = draft(dates).times().files();
        for (int i = 0; i < files.size(); i++) {
            Files.setLastModifiedTime(files.get(i), FileTime.fromMillis(1_600_000_000_000L + i * 1_800_000L));
        }
        assertEquals(List.of(0.0, 0.5, 1.0), ScanTimes.of(files, java.util.Optional.empty()).timesH());
        for (final Path file : files) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
        }
        assertTrue(ScanTimes.of(files, java.util.Optional.empty()).from().startsWith("nothing but the order"));
    }

    @Test
    void aPatternChoosesAndAFolderWithoutScansIsRefused() throws IOException {
        try (Cores cores = new Cores(1)) {
            assertEquals(1, ExperimentDraft.of(phantom, "scans/t01.tif", cores, Progress.SILENT).scans().files().size());
            assertThrows(InputException.class, () -> ExperimentDraft.of(phantom, "other/*.tif", cores, Progress.SILENT));
            assertThrows(InputException.class, () -> ExperimentDraft.of(Files.createDirectories(folder.resolve("empty")), "", cores, Progress.SILENT));
            assertThrows(InputException.class, () -> ExperimentDraft.of(folder.resolve("nowhere"), "", cores, Progress.SILENT));
        }
    }

    @Test
    void slicesInFoldersAreScansToo() throws IOException {
        final Path slices = folder.resolve("slices");
        for (final String time : new String[] {"t2", "t10"}) {
            final Path one = slices.resolve(time);
            Files.createDirectories(one);
            try (Scan scan = ScanFile.open(phantom.resolve("scans/t01.tif"))) {
                for (int z = 0; z < scan.depth(); z++) {
                    try (StackWriter writer = StackWriter.create(one.resolve("slice_" + (100 + z) + ".tif"), scan.width(), scan.height(), 1, scan.pixelType(),
                        scan.voxelSize().orElseThrow())) {
                        final Object slice = scan.newSlice();
                        scan.readSlice(z, slice);
                        writer.write(slice);
                    }
                }
            }
        }
        assertEquals(List.of(slices.resolve("t2"), slices.resolve("t10")), draft(slices).scans().files());
    }

    private static void write(final Scan scan, final Path file, final boolean calibrated) throws IOException {
        final Path stack = calibrated ? file : Files.createTempFile(folder, "calibrated", ".tif");
        final Object slice = scan.newSlice();
        try (StackWriter writer = StackWriter.create(stack, scan.width(), scan.height(), scan.depth(), scan.pixelType(), scan.voxelSize().orElseThrow())) {
            for (int z = 0; z < scan.depth(); z++) {
                scan.readSlice(z, slice);
                writer.write(slice);
            }
        }
        if (!calibrated) {
            // The same file with a unit that is no length.
            final ij.ImagePlus image = ij.IJ.openImage(stack.toString());
            image.setCalibration(new ij.measure.Calibration());
            ij.IJ.saveAsTiff(image, file.toString());
        }
    }

    /** One file with all time points, and several with some each, are the same experiment as a file a scan. */
    @Test
    void filesOfSeveralTimePointsAreTheExperimentOfTheirStacks() throws IOException {
        final Path copy = copied("hyperstacks", true);
        final List<ImagePlus> scans = List.of("t00", "t01", "t02").stream().map(name -> IJ.openImage(copy.resolve("scans/" + name + ".tif").toString())).toList();
        final Path one = Files.createDirectories(folder.resolve("one file"));
        final Path two = Files.createDirectories(folder.resolve("two files"));
        hyperstack(scans, one.resolve("cell[7].tif"));
        hyperstack(scans.subList(0, 2), two.resolve("cell_1.tif"));
        scans.get(2).setTitle("cell_2");
        IJ.saveAsTiff(scans.get(2), two.resolve("cell_2.tif").toString());
        for (final Path place : List.of(one, two)) {
            Files.copy(phantom.resolve("cycling.csv"), place.resolve("cycling.csv"));
        }
        try (Cores cores = new Cores(2)) {
            final ExperimentDraft all = ExperimentDraft.of(one.resolve("cell[7].tif"), "", cores, Progress.SILENT);
            assertEquals(List.of(0.0, 4.0, 8.0), all.times().timesH());
            all.write(all.file());
        }
        final ExperimentDraft some = draft(two).withTimes(ScanTimes.every(draft(two).scans().files(), 0, 4));
        some.write(some.file());
        final ExperimentDraft apart = draft(copy).withTimes(ScanTimes.every(draft(copy).scans().files(), 0, 4));
        apart.write(apart.file());
        assertEquals(List.of("cell_7_t1", "cell_7_t2", "cell_7_t3"), Experiment.read(one.resolve("experiment.yml")).scans().stream().map(scan -> scan.name()).toList());
        final List<String> expected = figures(copy);
        assertEquals(4, expected.size());
        assertEquals(expected, figures(one));
        assertEquals(expected, figures(two));
        Files.writeString(two.resolve("experiment.yml"), Files.readString(two.resolve("experiment.yml"), StandardCharsets.UTF_8)
            .replaceAll("(?s)scans:.*?\n#", "scans: {pattern: cell_*.tif, interval_h: 4}\n#"), StandardCharsets.UTF_8);
        assertEquals(expected, figures(two));
    }

    private static void hyperstack(final List<ImagePlus> scans, final Path file) {
        final ImageStack slices = new ImageStack();
        scans.forEach(scan -> IntStream.rangeClosed(1, scan.getStackSize()).forEach(z -> slices.addSlice(scan.getStack().getProcessor(z))));
        final ImagePlus series = new ImagePlus("series", slices);
        series.setDimensions(1, scans.get(0).getStackSize(), scans.size());
        series.setOpenAsHyperStack(true);
        series.setCalibration(scans.get(0).getCalibration().copy());
        series.getCalibration().frameInterval = 240;
        series.getCalibration().setTimeUnit("min");
        IJ.saveAsTiff(series, file.toString());
    }

    /** The table of the series, without the scans' names. */
    private static List<String> figures(final Path place) throws IOException {
        final java.io.StringWriter said = new java.io.StringWriter();
        assertEquals(0, operando.cli.Operando.run(new String[] {"run", place.resolve("experiment.yml").toString(), "--out", place.resolve("results").toString()},
            new java.io.PrintWriter(said), new java.io.PrintWriter(said)), said::toString);
        assertFalse(said.toString().contains("byte by byte"), said::toString);
        return Files.readAllLines(place.resolve("results/timeseries.csv"), StandardCharsets.UTF_8).stream().map(line -> line.substring(line.indexOf(','))).toList();
    }
}
