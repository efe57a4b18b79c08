package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import operando.cell.InputException;
import operando.scan.Scan;
import operando.scan.ScanFile;

/** Whatever is in a file, it is read or refused in one line; reading never runs out of memory, hangs or crashes. */
class DamagedTiffTest {

    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("damaged");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("damaged.tif"));
        Files.delete(folder);
    }

    @Property(tries = 400, seed = "20261121")
    void aFileCutAnywhereIsReadOrRefused(@ForAll @IntRange(max = 5) final int kind,
        @ForAll @IntRange(max = 9999) final int part) throws IOException {
        final byte[] whole = file(kind);
        readOrRefuse(Arrays.copyOf(whole, (int) ((long) whole.length * part / 10000)));
    }

    @Property(tries = 2000, seed = "20261121")
    void aFileWithAnyBytesChangedIsReadOrRefused(@ForAll @IntRange(max = 5) final int kind,
        @ForAll @Size(min = 1, max = 6) final List<@IntRange(max = 65535) Integer> places,
        @ForAll final byte value) throws IOException {
        final byte[] bytes = file(kind);
        // The header is at the start and the directories at the end: most of the changes are there.
        final int directories = 17 * bytes.length / 20;
        for (final int place : places) {
            final int at = place % 3 == 0 ? place % 16 : directories + place % (bytes.length - directories);
            bytes[at] = place % 5 == 0 ? (byte) (bytes[at] + 1) : value;
        }
        readOrRefuse(bytes);
    }

    @Property(tries = 500, seed = "20261121")
    void anyBytesBehindAHeaderAreReadOrRefused(@ForAll @Size(min = 4, max = 400) final byte[] bytes,
        @ForAll final boolean big) throws IOException {
        final byte[] header = {'I', 'I', (byte) (big ? 43 : 42), 0};
        System.arraycopy(header, 0, bytes, 0, 4);
        readOrRefuse(bytes);
    }

    @Property(tries = 500, seed = "20261121")
    void anyLzwCodesAreDecodedOrRefused(@ForAll @Size(min = 1, max = 300) final byte[] packed) {
        try {
            LzwDecoder.decode(packed, packed.length, new byte[5000], 5000);
        } catch (final IOException e) {
            // Refused.
        }
    }

    private static void readOrRefuse(final byte[] bytes) throws IOException {
        final Path file = Files.write(folder.resolve("damaged.tif"), bytes);
        try (Scan scan = ScanFile.open(file)) {
            final Object slice = scan.newSlice();
            for (int z = 0; z < Math.min(scan.depth(), 20); z++) {
                scan.readSlice(z, slice);
            }
        } catch (final InputException e) {
            if (e.getMessage().lines().count() != 1 || !e.getMessage().contains("damaged.tif")) {
                throw new AssertionError("not one line that names the file", e);
            }
        }
    }

    private static byte[] file(final int kind) {
        final DialectWriter writer = new DialectWriter();
        writer.order = kind % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        writer.big = kind >= 3;
        writer.deflated = kind % 3 == 1;
        writer.tiled = kind % 3 == 2;
        writer.chunkWidth = 16;
        writer.chunkHeight = 16;
        writer.predictor = writer.deflated ? 2 : 1;
        if (kind == 0) {
            writer.directories = 1;
            writer.description = "ImageJ=1.54p\nimages=3\nslices=3\nunit=um\nspacing=2.5\n";
        }
        final double[][] slices = new double[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            slices[i % 3][i] = i;
        }
        return writer.write(slices, WIDTH, HEIGHT);
    }
}
