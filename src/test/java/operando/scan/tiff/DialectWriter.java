package operando.scan.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes TIFF in the dialects that neither ImageJ nor {@link StackWriter} writes, from the text of the specification and
 * not from the reader: any byte order, BigTIFF, strips or tiles, Deflate with predictors, all types of grey values.
 */
public final class DialectWriter {

    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    boolean big;
    boolean tiled;
    boolean deflated;
    int predictor = 1;
    int chunkWidth;
    int chunkHeight;
    /** Bytes between chunks, so that they do not follow one another. */
    int gap;
    public int bits = 16;
    public int sampleFormat = 1;
    String description = "";
    /** How many directories are written; the other slices just follow the first. */
    int directories = Integer.MAX_VALUE;
    /** Where the last directory points to: 0 for nowhere, −1 for the first directory. */
    long afterLast;

    private record Tag(int tag, int type, long[] values) {
    }

    /** @param slices for each slice its grey values row by row */
    public byte[] write(final double[][] slices, final int width, final int height) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        final int chunkW = tiled ? chunkWidth : width;
        final int chunkH = chunkHeight == 0 ? height : chunkHeight;
        final List<List<Tag>> pages = new ArrayList<>();
        for (final double[] slice : slices) {
            final List<Long> starts = new ArrayList<>();
            final List<Long> sizes = new ArrayList<>();
            for (int y = 0; y < height; y += chunkH) {
                for (int x = 0; x < width; x += chunkW) {
                    final int rows = tiled ? chunkH : Math.min(chunkH, height - y);
                    final byte[] chunk = chunk(slice, width, height, x, y, chunkW, rows);
                    starts.add((long) out.size());
                    sizes.add((long) chunk.length);
                    out.writeBytes(chunk);
                    out.writeBytes(new byte[gap]);
                }
            }
            if (pages.size() < directories) {
                pages.add(tags(width, height, chunkW, chunkH, starts, sizes));
            }
        }
        return withDirectories(out, pages);
    }

    private byte[] chunk(final double[] slice, final int width, final int height, final int x, final int y,
        final int chunkW, final int rows) {
        final int bytes = bits / 8;
        final ByteBuffer plain = ByteBuffer.allocate(chunkW * rows * bytes).order(order);
        for (int j = 0; j < rows; j++) {
            long previous = 0;
            for (int i = 0; i < chunkW; i++) {
                final boolean inside = x + i < width && y + j < height;
                final long pattern = inside ? pattern(slice[(y + j) * width + x + i]) : 0;
                put(plain, predictor == 2 ? pattern - previous : pattern);
                previous = pattern;
            }
        }
        if (predictor == 3) {
            differenceOfBytePlanes(plain, chunkW, rows);
        }
        return deflated ? deflate(plain.array()) : plain.array();
    }

    // TIFF Technical Note 3: a row's bytes by significance, the highest first, then each minus the one before.
    private void differenceOfBytePlanes(final ByteBuffer plain, final int chunkW, final int rows) {
        final int bytes = bits / 8;
        final byte[] packed = new byte[plain.capacity()];
        for (int j = 0; j < rows; j++) {
            final int row = j * chunkW * bytes;
            for (int i = 0; i < chunkW; i++) {
                for (int b = 0; b < bytes; b++) {
                    final int significance = order == ByteOrder.BIG_ENDIAN ? b : bytes - 1 - b;
                    packed[row + significance * chunkW + i] = plain.get(row + i * bytes + b);
                }
            }
            for (int i = chunkW * bytes - 1; i > 0; i--) {
                packed[row + i] -= packed[row + i - 1];
            }
        }
        System.arraycopy(packed, 0, plain.array(), 0, packed.length);
    }

    private long pattern(final double grey) {
        if (sampleFormat == 3) {
            return bits == 64 ? Double.doubleToRawLongBits(grey) : Float.floatToRawIntBits((float) grey);
        }
        return (long) grey;
    }

    private void put(final ByteBuffer buffer, final long value) {
        switch (bits) {
            case 8 -> buffer.put((byte) value);
            case 16 -> buffer.putShort((short) value);
            case 32 -> buffer.putInt((int) value);
            default -> buffer.putLong(value);
        }
    }

    private static byte[] deflate(final byte[] plain) {
        final Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        final byte[] packed = new byte[plain.length + 64];
        final int count = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, count);
    }

    private List<Tag> tags(final int width, final int height, final int chunkW, final int chunkH,
        final List<Long> starts, final List<Long> sizes) {
        final List<Tag> tags = new ArrayList<>();
        tags.add(new Tag(256, 3, new long[] {width}));
        tags.add(new Tag(257, 4, new long[] {height}));
        tags.add(new Tag(258, 3, new long[] {bits}));
        tags.add(new Tag(259, 3, new long[] {deflated ? 32946 : 1}));
        tags.add(new Tag(262, 3, new long[] {1}));
        if (!description.isEmpty()) {
            tags.add(new Tag(270, 2, asLongs((description + "\0").getBytes(StandardCharsets.UTF_8))));
        }
        final int positions = big ? 16 : 4;
        if (tiled) {
            tags.add(new Tag(317, 3, new long[] {predictor}));
            tags.add(new Tag(322, 3, new long[] {chunkW}));
            tags.add(new Tag(323, 3, new long[] {chunkH}));
            tags.add(new Tag(324, positions, unboxed(starts)));
            tags.add(new Tag(325, positions, unboxed(sizes)));
        } else {
            tags.add(new Tag(273, positions, unboxed(starts)));
            tags.add(new Tag(277, 3, new long[] {1}));
            tags.add(new Tag(278, 3, new long[] {chunkH}));
            tags.add(new Tag(279, positions, unboxed(sizes)));
            tags.add(new Tag(317, 3, new long[] {predictor}));
        }
        tags.add(new Tag(339, 3, new long[] {sampleFormat}));
        return tags;
    }

    private static long[] asLongs(final byte[] bytes) {
        final long[] values = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i];
        }
        return values;
    }

    private static long[] unboxed(final List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private byte[] withDirectories(final ByteArrayOutputStream pixels, final List<List<Tag>> pages) {
        final ByteBuffer out = ByteBuffer.allocate(pixels.size() + pages.size() * (1 << 15)).order(order);
        out.put(pixels.toByteArray());
        final int first = out.position();
        header(out, first);
        for (int page = 0; page < pages.size(); page++) {
            final List<Tag> tags = pages.get(page);
            final int entry = big ? 20 : 12;
            final int entries = out.position() + (big ? 8 : 2);
            int values = entries + tags.size() * entry + (big ? 8 : 4);
            putWord(out, out.position(), tags.size(), big ? 8 : 2);
            for (int i = 0; i < tags.size(); i++) {
                values = putTag(out, entries + i * entry, tags.get(i), values);
            }
            final long last = afterLast < 0 ? first : afterLast;
            putWord(out, entries + tags.size() * entry, page == pages.size() - 1 ? last : values, big ? 8 : 4);
            out.position(values);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private void header(final ByteBuffer out, final int firstDirectory) {
        final byte letter = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
        out.put(0, letter).put(1, letter).putShort(2, (short) (big ? 43 : 42));
        if (big) {
            out.putShort(4, (short) 8).putLong(8, firstDirectory);
        } else {
            out.putInt(4, firstDirectory);
        }
    }

    private int putTag(final ByteBuffer out, final int at, final Tag tag, final int freeAt) {
        final int each = switch (tag.type) {
            case 2 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            default -> 8;
        };
        out.putShort(at, (short) tag.tag).putShort(at + 2, (short) tag.type);
        putWord(out, at + 4, tag.values.length, big ? 8 : 4);
        final int valueAt = at + (big ? 12 : 8);
        final boolean inside = tag.values.length * each <= (big ? 8 : 4);
        final int start = inside ? valueAt : freeAt;
        for (int i = 0; i < tag.values.length; i++) {
            putWord(out, start + i * each, tag.values[i], each);
        }
        if (inside) {
            return freeAt;
        }
        putWord(out, valueAt, freeAt, big ? 8 : 4);
        return freeAt + tag.values.length * each;
    }

    private static void putWord(final ByteBuffer out, final int at, final long value, final int bytes) {
        switch (bytes) {
            case 1 -> out.put(at, (byte) value);
            case 2 -> out.putShort(at, (short) value);
            case 4 -> out.putInt(at, (int) value);
            default -> out.putLong(at, value);
        }
    }
}
