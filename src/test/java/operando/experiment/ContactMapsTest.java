package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ContactChange;
import operando.phantom.Phantom;
import operando.phantom.PhantomCycling;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.report.Report;
import operando.results.ContactChangeFiles;
import operando.results.InterfaceLines;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.series.ContactLossTimes;
import operando.series.ContactStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The maps that a run writes of its contact say what its tables say. */
class ContactMapsTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.9, 1.6, 1.7);
    private static final int WIDTH = 72;
    private static final int HEIGHT = 60;
    private static final int SCANS = 7;

    @TempDir
    static Path folder;

    private static Results results;

    @BeforeAll
    static void run() throws IOException {
        final Phantom phantom = new Phantom(PhantomSettings.defaults().withSize(WIDTH, HEIGHT, 140).withVoxelSize(VOXEL).withSeed(29)
            .withCycling(PhantomCycling.defaults().withScans(SCANS)));
        try (Cores cores = new Cores(2)) {
            new PhantomSeries(phantom).write(folder, "test", cores, Progress.SILENT);
            results = new ExperimentRun(Experiment.read(folder.resolve("experiment.yml")), folder.resolve("out"), RunOptions.defaults()).run(cores, Progress.SILENT);
        }
        Report.write(results, folder.resolve("out"));
    }

    private static byte[] bytes(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(VOXEL, scan.voxelSize().orElseThrow());
            final byte[] values = new byte[scan.width() * scan.height()];
            scan.readSlice(0, values);
            return values;
        }
    }

    @Test
    void mapsFromScanToScanHaveTheAreasOfTheTable() {
        assertEquals(2 * (SCANS - 1), results.contactSteps().size());
        for (final ContactStep step : results.contactSteps()) {
            final long[] counts = ContactChangeFiles.counts(results.files().contactChange(step.side(), results.series().scan(step.toRow()))).orElseThrow();
            final double pixel = VOXEL.pixelAreaUm2() * 1e-6;
            assertEquals(step.keptMm2(), counts[ContactChange.KEPT] * pixel, 1e-12);
            assertEquals(step.gainedMm2(), counts[ContactChange.GAINED] * pixel, 1e-12);
            assertEquals(step.lostMm2(), counts[ContactChange.LOST] * pixel, 1e-12);
        }
    }

    /** Without a shift, a map over a span is pixel by pixel what the contact maps at its ends are. */
    @Test
    void mapOfTheWholeSeriesIsThatOfItsEnds() throws IOException {
        final ResultFiles files = results.files();
        for (final Side side : Side.values()) {
            final byte[] first = bytes(files.contactMap(side, "t00"));
            final byte[] last = bytes(files.contactMap(side, "t0" + (SCANS - 1)));
            final byte[] whole = bytes(files.contactChange(side));
            final BufferedImage picture = ImageIO.read(ResultFiles.pictureOf(files.contactChange(side)).toFile());
            for (int pixel = 0; pixel < whole.length; pixel++) {
                assertEquals(first[pixel] != 0 ? last[pixel] != 0 ? ContactChange.KEPT : ContactChange.LOST
                    : last[pixel] != 0 ? ContactChange.GAINED : ContactChange.NEITHER, whole[pixel]);
                assertEquals(ContactChangeFiles.colour(whole[pixel]), picture.getRGB(pixel % WIDTH, pixel / WIDTH) & 0xFFFFFF);
            }
        }
    }

    @Test
    void halfCyclesHaveTheirMaps() {
        for (int number = 1; number <= 2; number++) {
            for (final Side side : Side.values()) {
                final long[] counts = ContactChangeFiles.counts(results.files().contactChange(side, number)).orElseThrow();
                assertEquals(WIDTH * HEIGHT, Arrays.stream(counts).sum());
            }
        }
        final long[] stripped = ContactChangeFiles.counts(results.files().contactChange(Side.BOTTOM, 2)).orElseThrow();
        assertTrue(stripped[ContactChange.LOST] > 5 * stripped[ContactChange.GAINED], "the bottom loses its contact when it is stripped");
    }

    /** A pixel with a time is in contact in the scan before that time and in none from it on. */
    @Test
    void timesOfLossAreThoseOfTheContactMaps() {
        final double[] times = results.series().timesH();
        for (final Side side : Side.values()) {
            final byte[][] contact = new byte[SCANS][];
            Arrays.setAll(contact, i -> bytes(results.files().contactMap(side, "t0" + i)));
            final float[] hours = new float[WIDTH * HEIGHT];
            try (Scan scan = ScanFile.open(results.files().contactLoss(side))) {
                scan.readSlice(0, hours);
            }
            int timed = 0;
            for (int pixel = 0; pixel < hours.length; pixel++) {
                int last = SCANS - 1;
                while (last >= 0 && contact[last][pixel] == 0) {
                    last--;
                }
                assertEquals(last < 0 ? ContactLossTimes.NEVER : last == SCANS - 1 ? ContactLossTimes.KEPT : (float) (times[last + 1] - times[0]), hours[pixel]);
                timed += hours[pixel] > 0 ? 1 : 0;
            }
            assertTrue(timed > 50, "pixels that lost their contact at the " + side.key());
        }
    }

    /** The phantom's interfaces are rough: one cross-section lies within twice the roughness of the mean. */
    @Test
    void linesOfTheCrossSectionLieAboutTheMeanPositions() {
        assertEquals(2 * SCANS, results.section().interfaces().size());
        for (final InterfaceLines line : results.section().interfaces()) {
            final int row = Integer.parseInt(line.scan().substring(1));
            assertEquals(WIDTH, line.interfaceUm().length);
            assertEquals(VOXEL.xUm(), line.pixelUm());
            assertEquals(results.series().value(row, Quantity.INTERFACE_POSITION.at(line.side())), Arrays.stream(line.interfaceUm()).average().orElseThrow(),
                2 * results.series().value(row, Quantity.ROUGHNESS.at(line.side())));
            assertEquals(results.series().value(row, Quantity.COLLECTOR_POSITION.at(line.side())), Arrays.stream(line.collectorUm()).average().orElseThrow(), 2);
        }
    }

    @Test
    void profilesAreDarkWhereAVoidHasFormedAndWereNotBefore() {
        assertEquals(4, results.section().profiles().size());
        for (int i = 0; i < 4; i += 2) {
            final double threshold = results.series().value(0, Quantity.THRESHOLD_VOID);
            assertTrue(darkest(i) > threshold, "lithium before");
            assertTrue(darkest(i + 1) < threshold, "void after");
            assertEquals("t00", results.section().profiles().get(i).scan());
        }
    }

    private static double darkest(final int profile) {
        return Arrays.stream(results.section().profiles().get(profile).grey()).min().orElseThrow();
    }

    @Test
    void reportShowsTheMapsAndTheManifestListsThem() throws IOException {
        final String html = Files.readString(folder.resolve("out/report.html"));
        for (final String title : List.of("Contact gained, lost and kept", "When contact was lost", "Contact that would meet the measured voltage",
            "Voltage and effective current density", "Grey values across the interfaces", "Interfaces in one cross-section", "The stack in three dimensions")) {
            assertTrue(html.contains("<h2>" + title + "</h2>"), title);
        }
        final List<String> manifest = Files.readAllLines(results.files().manifest());
        for (final String file : List.of("contact_changes/top_t01.tif", "contact_changes/half_cycle_2_bottom.png", "contact_changes/whole_top.tif", "contact_loss/top_hours.tif",
            "effective_current.csv", "interface_lines.csv", "grey_profiles.csv", "figures/segmented-box.svg", "figures/contact-loss.png")) {
            assertTrue(manifest.contains(file), file);
        }
    }
}
