package operando.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import operando.scan.tiff.StackWriterTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real scans, where their folder is; named by the system property {@code operando.shared} or found beside the project. */
class RealScansTest {

    private final Path data = Path.of(System.getProperty("operando.shared", "../shared"), "data");

    @BeforeEach
    void needTheData() {
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: there are no real scans at " + data);
    }

    @Test
    void weSeeWhatImageJSees() throws IOException {
        final List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?"))
                .filter(file -> !file.startsWith(data.resolve("hostile"))).toList();
        }
        assertTrue(files.size() > 10);
        for (final Path file : files) {
            final ImagePlus image = IJ.openImage(file.toString());
            try (Scan scan = ScanFile.open(file)) {
                assertEquals(image.getStackSize(), scan.depth(), file.toString());
                for (int z = 0; z < scan.depth(); z++) {
                    StackWriterTest.assertSame(image.getStack().getPixels(z + 1), StackWriterTest.read(scan, z));
                }
            }
        }
    }

    @Test
    void consecutiveSlicesAreOneScan() {
        try (Scan scan = ScanFile.open(data.resolve("xct-cylindrical-cell").resolve("cell_vol_im*.tif"))) {
            assertEquals(728, scan.width());
            assertEquals(728, scan.height());
            assertEquals(6, scan.depth());
            final byte[] last = (byte[]) IJ.openImage(data.resolve("xct-cylindrical-cell/cell_vol_im100.tif").toString())
                .getProcessor().getPixels();
            StackWriterTest.assertSame(last, StackWriterTest.read(scan, 5));
        }
    }

    @Test
    void theElectrodeHasItsKnownVoxels() {
        try (Scan scan = ScanFile.open(data.resolve("nmc-three-phase").resolve("electrode.tiff"))) {
            final long[] counts = new long[256];
            for (int z = 0; z < scan.depth(); z++) {
                for (final byte label : (byte[]) StackWriterTest.read(scan, z)) {
                    counts[label & 0xff]++;
                }
            }
            assertEquals(7_548_361, counts[0]);
            assertEquals(6_718_710, counts[85]);
            assertEquals(2_510_145, counts[170]);
        }
    }
}
