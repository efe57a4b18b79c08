package operando.scan.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.scan.PixelType;

/**
 * What surrounds the pixels in a TIFF file that {@link StackWriter} writes: the header before them and, behind them, one
 * directory a slice. Little-endian; BigTIFF if the file is too long for TIFF's 32-bit positions.
 */
final class TiffTrailer {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ASCII = 2;
    private static final int LONG8 = 16;
    private static final int TAGS = 15;
    private static final int UNCOMPRESSED = 1;
    private static final int DEFLATE = 8;
    private static final int PACK_BITS = 32773;
    private static final int COLOURS = 256;
    private static final int WHITE = 0xffffff;
    private static final double RESOLUTION_SCALE = 1e6;

    private final int width;
    private final int height;
    private final int depth;
    private final PixelType type;
    private final VoxelSize voxelSize;
    private final boolean labels;
    private final int compression;
    private final int rowsPerStrip;
    private final int strips;
    /** Of the strips of the first slice, then those of the second … */
    private final long[] starts;
    private final long[] sizes;
    private int written;
    private boolean big;
    private long firstDirectory;

    private TiffTrailer(final int width, final int height, final int depth, final PixelType type, final VoxelSize voxelSize,
        final boolean labels, final int compression, final int rowsPerStrip) {
        if (width < 1 || height < 1 || depth < 1 || (long) width * height > Integer.MAX_VALUE - 8) {
            throw new InputException("stack", width + " x " + height + " x " + depth + " voxels cannot be written",
                "give a stack with voxels in it");
        }
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.type = type;
        this.voxelSize = voxelSize;
        this.labels = labels;
        this.compression = compression;
        this.rowsPerStrip = rowsPerStrip;
        strips = (height + rowsPerStrip - 1) / rowsPerStrip;
        starts = new long[Math.multiplyExact(depth, strips)];
        sizes = new long[starts.length];
    }

    /** Slices of one strip each: labels by Deflate, grey values as they are. */
    TiffTrailer(final int width, final int height, final int depth, final PixelType type, final VoxelSize voxelSize,
        final boolean labels) {
        this(width, height, depth, type, voxelSize, labels, labels ? DEFLATE : UNCOMPRESSED, Math.max(1, height));
    }

    /** Labels in strips of some rows, by PackBits. */
    static TiffTrailer ofLabels(final int width, final int height, final int depth, final VoxelSize voxelSize, final int rowsPerStrip) {
        return new TiffTrailer(width, height, depth, PixelType.UINT8, voxelSize, true, PACK_BITS, rowsPerStrip);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Notes where the pixels of the next slice are. */
    void add(final long start, final long size) {
        if (written == depth) {
            throw new IllegalStateException("more than the " + depth + " slices announced");
        }
        add(written++, 0, start, size);
    }

    /** Notes where a strip of a slice is. */
    void add(final int z, final int strip, final long start, final long size) {
        starts[z * strips + strip] = start;
        sizes[z * strips + strip] = size;
    }

    boolean isComplete() {
        return written == depth;
    }

    /** The header; call after {@link #directories}. */
    ByteBuffer header() {
        final ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I');
        if (big) {
            header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(firstDirectory);
        } else {
            header.putShort((short) 42).putInt((int) firstDirectory).putLong(0);
        }
        return header.flip();
    }

    /** Everything that follows the pixels, which end at {@code position}. */
    ByteBuffer directories(final long position) {
        final byte[] description = (description() + "\0").getBytes(StandardCharsets.US_ASCII);
        final int pad = (int) (-position & 15);
        final long perDirectory = 8 + TAGS * 20L + 8 + 8;
        final long most = pad + description.length + 16 + 16 + 3 * COLOURS * 2 + depth * perDirectory
            + (strips == 1 ? 0 : 16L * starts.length);
        big = position + most > 0xFFFFFFFFL;
        final ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(most)).order(ByteOrder.LITTLE_ENDIAN);
        out.position(pad);
        final long resolutions = position + out.position();
        out.putLong(resolution(voxelSize.xUm())).putLong(resolution(voxelSize.yUm()));
        final long colours = position + out.position();
        if (labels) {
            putColours(out);
        }
        final long text = position + out.position();
        out.put(description);
        out.position(out.position() + (int) (-(position + out.position()) & 7));
        final long startsAt = strips == 1 ? 0 : position + putAll(starts, out);
        final long sizesAt = strips == 1 ? 0 : position + putAll(sizes, out);
        out.position(out.position() + (int) (-(position + out.position()) & 7));
        firstDirectory = position + out.position();
        for (int z = 0; z < depth; z++) {
            putDirectory(out, position, z, resolutions, colours, text, description.length, startsAt, sizesAt);
        }
        return out.flip();
    }

    // ImageJ takes a stack that states its number of images to be uncompressed, and leaves out a spacing of 1.
    private String description() {
        final String images = labels ? "" : "images=" + depth + "\nslices=" + depth + "\n";
        return "ImageJ=1.54p\n" + images + "unit=\\u00B5m\nspacing=" + voxelSize.zUm() + "\nloop=false\n";
    }

    // Pixels per micrometre as numerator (the lower half) and denominator, so that a voxel size with six decimals comes
    // back as it was.
    private static long resolution(final double edgeUm) {
        double scale = RESOLUTION_SCALE;
        while (edgeUm * scale > 0xFFFFFFFFL) {
            scale /= 10;
        }
        return Math.max(1, Math.round(edgeUm * scale)) << 32 | (long) scale;
    }

    // All reds, then all greens, then all blues, as 16-bit values; values that are no phase are white.
    private static void putColours(final ByteBuffer out) {
        final Phase[] phases = Phase.values();
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int label = 0; label < COLOURS; label++) {
                final int rgb = label < phases.length ? phases[label].rgb() : WHITE;
                out.putShort((short) ((rgb >> shift & 0xff) * 257));
            }
        }
    }

    private void putDirectory(final ByteBuffer out, final long position, final int z, final long resolutions,
        final long colours, final long text, final int textLength, final long startsAt, final long sizesAt) {
        final int countAt = out.position();
        out.position(countAt + (big ? 8 : 2));
        put(out, TiffDirectory.SUBFILE_TYPE, LONG, 1, 0);
        put(out, TiffDirectory.WIDTH, LONG, 1, width);
        put(out, TiffDirectory.HEIGHT, LONG, 1, height);
        put(out, TiffDirectory.BITS, SHORT, 1, type.bytes() * 8L);
        put(out, TiffDirectory.COMPRESSION, SHORT, 1, compression);
        put(out, TiffDirectory.PHOTOMETRIC, SHORT, 1, labels ? 3 : 1);
        if (z == 0) {
            put(out, TiffDirectory.DESCRIPTION, ASCII, textLength, text);
        }
        // One fits into the entry, several are pointed to.
        put(out, TiffDirectory.STRIP_OFFSETS, big ? LONG8 : LONG, strips, strips == 1 ? starts[z] : startsAt + z * stripBytes());
        put(out, TiffDirectory.SAMPLES, SHORT, 1, 1);
        put(out, TiffDirectory.ROWS_PER_STRIP, LONG, 1, rowsPerStrip);
        put(out, TiffDirectory.STRIP_BYTES, big ? LONG8 : LONG, strips, strips == 1 ? sizes[z] : sizesAt + z * stripBytes());
        // The eight bytes of a rational fit into an entry of BigTIFF, and are pointed to in TIFF.
        put(out, TiffDirectory.X_RESOLUTION, RATIONAL, 1, big ? resolution(voxelSize.xUm()) : resolutions);
        put(out, TiffDirectory.Y_RESOLUTION, RATIONAL, 1, big ? resolution(voxelSize.yUm()) : resolutions + 8);
        put(out, TiffDirectory.RESOLUTION_UNIT, SHORT, 1, 1);
        if (labels) {
            put(out, TiffDirectory.COLOR_MAP, SHORT, 3 * COLOURS, colours);
        }
        if (type == PixelType.FLOAT32) {
            put(out, TiffDirectory.SAMPLE_FORMAT, SHORT, 1, 3);
        }
        final int end = out.position();
        final int tags = (end - countAt - (big ? 8 : 2)) / (big ? 20 : 12);
        final int next = end + (big ? 8 : 4);
        final int aligned = next + (int) (-(position + next) & 7);
        final long nextDirectory = z == depth - 1 ? 0 : position + aligned;
        if (big) {
            out.putLong(countAt, tags).putLong(end, nextDirectory);
        } else {
            out.putShort(countAt, (short) tags).putInt(end, (int) nextDirectory);
        }
        out.position(z == depth - 1 ? next : aligned);
    }

    /** Bytes that the places of the strips of one slice take. */
    private long stripBytes() {
        return (long) strips * (big ? 8 : 4);
    }

    private int putAll(final long[] values, final ByteBuffer out) {
        final int at = out.position();
        for (final long value : values) {
            if (big) {
                out.putLong(value);
            } else {
                out.putInt((int) value);
            }
        }
        return at;
    }

    private void put(final ByteBuffer out, final int tag, final int tiffType, final long count, final long value) {
        out.putShort((short) tag).putShort((short) tiffType);
        if (big) {
            out.putLong(count).putLong(value);
        } else {
            out.putInt((int) count).putInt((int) value);
        }
    }
}
