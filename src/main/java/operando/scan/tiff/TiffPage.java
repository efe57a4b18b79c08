package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

import operando.cell.InputException;
import operando.scan.UnsupportedFormatException;

/**
 * One slice in a TIFF file: its size, how its grey values are stored, and where. Pixels lie in chunks: strips, which are
 * as wide as the slice, or tiles.
 *
 * @param contiguous where the pixels begin if they are uncompressed and lie row after row, otherwise −1
 * @param offsets    where the table of the chunks' positions is
 * @param counts     where the table of the chunks' packed sizes is; null when the slice is uncompressed
 */
record TiffPage(TiffDirectory directory, int width, int height, TiffSamples samples, TiffCompression compression,
                TiffPredictor predictor, int chunkWidth, int chunkHeight, long contiguous,
                TiffDirectory.Values offsets, TiffDirectory.Values counts) {

    // No packed byte of Deflate, LZW or PackBits unpacks to more.
    private static final long LARGEST_EXPANSION = 4096;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * @throws InputException if the slice is of a kind that is not read, damaged, or not wholly in the file
     */
    static TiffPage of(final TiffDirectory directory) throws IOException {
        final String file = directory.input().file();
        final long width = directory.number(TiffDirectory.WIDTH, 0);
        final long height = directory.number(TiffDirectory.HEIGHT, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > (Integer.MAX_VALUE - 8) / width) {
            throw directory.input().damaged("a slice of " + Long.toUnsignedString(width) + " x "
                + Long.toUnsignedString(height) + " pixels is not read");
        }
        refuseColour(directory, file);
        final boolean tiled = directory.has(TiffDirectory.TILE_WIDTH);
        final long chunkWidth = tiled ? directory.number(TiffDirectory.TILE_WIDTH, width) : width;
        final long chunkHeight = tiled ? directory.number(TiffDirectory.TILE_HEIGHT, 0)
            : stripHeight(directory, height);
        final TiffSamples samples = TiffSamples.of(directory);
        if (chunkWidth < 1 || chunkHeight < 1 || chunkWidth > Integer.MAX_VALUE
            || chunkHeight > Integer.MAX_VALUE / chunkWidth) {
            throw directory.input().damaged("strips or tiles of " + chunkWidth + " x " + chunkHeight
                + " pixels are not read");
        }
        final TiffCompression compression = TiffCompression.of(directory);
        final TiffPage page = new TiffPage(directory, (int) width, (int) height, samples, compression,
            predictorOf(directory, compression, samples), (int) chunkWidth, (int) chunkHeight, -1,
            directory.values(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS),
            compression == TiffCompression.NONE ? null
                : directory.values(tiled ? TiffDirectory.TILE_BYTES : TiffDirectory.STRIP_BYTES));
        return page.checked();
    }

    // Writers leave the number out, or give 0 or the largest one, for a single strip.
    private static long stripHeight(final TiffDirectory directory, final long height) throws IOException {
        final long rows = directory.number(TiffDirectory.ROWS_PER_STRIP, height);
        return rows < 1 ? height : Math.min(rows, height);
    }

    private static void refuseColour(final TiffDirectory directory, final String file) throws IOException {
        final long samples = directory.number(TiffDirectory.SAMPLES, 1);
        if (samples != 1) {
            throw new InputException(file, "this is a colour image with " + samples + " samples a pixel",
                "convert it to 8-bit, 16-bit or 32-bit grey (in ImageJ: Image > Type)");
        }
        final long planes = directory.number(TiffDirectory.IMAGE_DEPTH, 1);
        if (planes != 1) {
            throw new UnsupportedFormatException(file, planes + " planes in one TIFF page are not read",
                "save it with one page a slice");
        }
    }

    private static TiffPredictor predictorOf(final TiffDirectory directory, final TiffCompression compression,
        final TiffSamples samples) throws IOException {
        if (compression != TiffCompression.LZW && compression != TiffCompression.DEFLATE) {
            return TiffPredictor.NONE;
        }
        final long code = directory.number(TiffDirectory.PREDICTOR, 1);
        final boolean floating = samples == TiffSamples.FLOAT32 || samples == TiffSamples.FLOAT64;
        if (code < 1 || code > 3 || code == 3 && !floating) {
            throw new UnsupportedFormatException(directory.input().file(), "the TIFF predictor " + code + " of "
                + samples.displayName() + " values is not read", "save it uncompressed");
        }
        return TiffPredictor.values()[(int) code - 1];
    }

    private TiffPage checked() throws IOException {
        final int chunks = (int) Math.min(Integer.MAX_VALUE, (long) chunksAcross() * chunksDown());
        directory.input().takeForTables((long) chunks * offsets.bytesEach() * (counts == null ? 1 : 2));
        final long[] starts = directory.numbers(offsets, 0, chunks);
        final long[] sizes = counts == null ? new long[chunks] : directory.numbers(counts, 0, chunks);
        boolean rowAfterRow = compression == TiffCompression.NONE && chunkWidth == width;
        for (int chunk = 0; chunk < chunks; chunk++) {
            final long bytes = chunkBytes(chunk);
            final long size = counts == null ? bytes : sizes[chunk];
            if (starts[chunk] < 8 || size < 1 || size > directory.input().size()
                || starts[chunk] > directory.input().size() - size) {
                throw directory.input().truncated();
            }
            if (bytes / LARGEST_EXPANSION > size) {
                throw directory.input().damaged("a strip or tile of " + size + " bytes cannot hold its pixels");
            }
            rowAfterRow &= chunk == 0 || starts[chunk] == starts[chunk - 1] + chunkBytes(chunk - 1);
        }
        return rowAfterRow ? at(starts[0]) : withChunksThatFitArrays();
    }

    private TiffPage withChunksThatFitArrays() {
        if (chunkBytes(0) > LARGEST_ARRAY) {
            throw new UnsupportedFormatException(directory.input().file(), "strips or tiles of more than 2 GB are not read",
                "save it uncompressed or with smaller strips");
        }
        return this;
    }

    /** The same slice with its pixels row after row from {@code position}. */
    TiffPage at(final long position) {
        return new TiffPage(directory, width, height, samples, compression, predictor, chunkWidth, chunkHeight,
            position, offsets, counts);
    }

    int chunksAcross() {
        return (width - 1) / chunkWidth + 1;
    }

    int chunksDown() {
        return (height - 1) / chunkHeight + 1;
    }

    /** The rows that a chunk holds: fewer in the last strip, but never in a tile. */
    int chunkRows(final int chunk) {
        final int row = chunk / chunksAcross() * chunkHeight;
        return isTiled() ? chunkHeight : Math.min(chunkHeight, height - row);
    }

    /** The size of a chunk when unpacked. */
    long chunkBytes(final int chunk) {
        return (long) chunkRows(chunk) * chunkWidth * samples.bytes();
    }

    private boolean isTiled() {
        return directory.has(TiffDirectory.TILE_WIDTH);
    }

    long sliceBytes() {
        return (long) width * height * samples.bytes();
    }

    long[] chunkStarts(final int firstChunk, final int chunks) throws IOException {
        return directory.numbers(offsets, firstChunk, chunks);
    }

    /** The packed sizes of chunks; those of uncompressed chunks follow from their pixels. */
    int[] chunkSizes(final int firstChunk, final int chunks) throws IOException {
        final int[] sizes = new int[chunks];
        if (counts == null) {
            Arrays.setAll(sizes, chunk -> (int) chunkBytes(firstChunk + chunk));
        } else {
            final long[] packed = directory.numbers(counts, firstChunk, chunks);
            Arrays.setAll(sizes, chunk -> (int) Math.min(packed[chunk], LARGEST_ARRAY));
        }
        return sizes;
    }

    /** @throws InputException if {@code other} has another size or type of pixels */
    void requireLike(final TiffPage other, final String thisName, final String otherName) {
        if (width != other.width || height != other.height) {
            throw new InputException(directory.input().file(), thisName + " is " + width + " x " + height
                + " pixels and " + otherName + " is " + other.width + " x " + other.height,
                "give slices of one size");
        }
        if (samples != other.samples) {
            throw new InputException(directory.input().file(), thisName + " is " + samples.displayName() + " and "
                + otherName + " is " + other.samples.displayName(), "give slices of one type");
        }
    }

    ByteOrder order() {
        return directory.input().order();
    }
}
