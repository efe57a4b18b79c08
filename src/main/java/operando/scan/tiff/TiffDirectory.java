package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import operando.cell.InputException;

/** One image file directory of a TIFF file: its tags and where their values are (TIFF 6.0, section 2; BigTIFF). */
final class TiffDirectory {

    static final int SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int PREDICTOR = 317;
    static final int COLOR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int SAMPLE_FORMAT = 339;
    static final int IMAGE_DEPTH = 32997;

    private static final Set<Integer> READ = Set.of(SUBFILE_TYPE, WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, DESCRIPTION,
        STRIP_OFFSETS, SAMPLES, ROWS_PER_STRIP, STRIP_BYTES, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT, PREDICTOR, COLOR_MAP,
        TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_BYTES, SAMPLE_FORMAT, IMAGE_DEPTH);
    private static final int MOST_TAGS = 65535;
    private static final int MOST_SLICES = 250_000;
    private static final int LONGEST_TEXT = 1 << 24;
    // Bytes of one value by TIFF type; 0 where the number is no type.
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Where the {@code count} values of a tag begin. */
    record Values(int type, long count, long position) {

        int bytesEach() {
            return TYPE_BYTES[type];
        }
    }

    private final TiffInput input;
    private final Map<Integer, Values> tags;

    private TiffDirectory(final TiffInput input, final Map<Integer, Values> tags) {
        this.input = input;
        this.tags = tags;
    }

    /**
     * All directories of the file in their order.
     *
     * @throws InputException if there is none, or the chain is damaged, truncated or goes round in a circle
     */
    static List<TiffDirectory> all(final TiffInput input) throws IOException {
        final List<TiffDirectory> directories = new ArrayList<>();
        final Set<Long> visited = new HashSet<>();
        long position = input.firstDirectory();
        while (position != 0) {
            if (!visited.add(position)) {
                throw input.damaged("its slices are chained in a circle");
            }
            final Map<Integer, Values> tags = new HashMap<>();
            position = readTags(input, position, tags);
            directories.add(new TiffDirectory(input, tags));
            if (directories.size() > MOST_SLICES) {
                throw input.damaged("it has more than " + MOST_SLICES + " slices");
            }
        }
        if (directories.isEmpty()) {
            throw new InputException(input.file(), "the stack has no slices", "give a stack with at least one slice");
        }
        return directories;
    }

    // Returns where the next directory is, 0 after the last.
    private static long readTags(final TiffInput input, final long position, final Map<Integer, Values> tags)
        throws IOException {
        final boolean big = input.isBig();
        final int countBytes = big ? 8 : 2;
        final int entryBytes = big ? 20 : 12;
        final ByteBuffer head = input.bytes(position, countBytes);
        final long count = big ? head.getLong() : Short.toUnsignedInt(head.getShort());
        if (count < 1 || count > MOST_TAGS) {
            throw input.damaged("a slice with " + Long.toUnsignedString(count) + " tags is no slice");
        }
        final long first = position + countBytes;
        input.takeForTables(count * entryBytes);
        final ByteBuffer entries = input.bytes(first, count * entryBytes + (big ? 8 : 4));
        for (int i = 0; i < count; i++) {
            readTag(entries, i * entryBytes, first, big, tags);
        }
        final int last = (int) count * entryBytes;
        return big ? entries.getLong(last) : Integer.toUnsignedLong(entries.getInt(last));
    }

    private static void readTag(final ByteBuffer entries, final int at, final long first, final boolean big,
        final Map<Integer, Values> tags) {
        final int tag = Short.toUnsignedInt(entries.getShort(at));
        final int type = Short.toUnsignedInt(entries.getShort(at + 2));
        final long count = big ? entries.getLong(at + 4) : Integer.toUnsignedLong(entries.getInt(at + 4));
        final int bytesEach = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        if (bytesEach == 0 || count < 1 || count > Long.MAX_VALUE / 8 || !READ.contains(tag)) {
            return;
        }
        final int valueAt = at + (big ? 12 : 8);
        final boolean inside = count * bytesEach <= (big ? 8 : 4);
        final long far = big ? entries.getLong(valueAt) : Integer.toUnsignedLong(entries.getInt(valueAt));
        tags.put(tag, new Values(type, count, inside ? first + valueAt : far));
    }

    TiffInput input() {
        return input;
    }

    boolean has(final int tag) {
        return tags.containsKey(tag);
    }

    /** @throws InputException if the tag is missing */
    Values values(final int tag) {
        final Values values = tags.get(tag);
        if (values == null) {
            throw input.damaged("a slice lacks the TIFF tag " + tag);
        }
        return values;
    }

    /** The first value of a whole-number tag, or {@code otherwise}. */
    long number(final int tag, final long otherwise) throws IOException {
        return has(tag) ? numbers(values(tag), 0, 1)[0] : otherwise;
    }

    /** The {@code count} whole numbers from the index {@code from}. */
    long[] numbers(final Values values, final long from, final int count) throws IOException {
        if (from + count > values.count()) {
            throw input.damaged("a table in its header has " + values.count() + " entries and needs " + (from + count));
        }
        final int bytesEach = values.bytesEach();
        final ByteBuffer bytes = input.bytes(values.position() + from * bytesEach, (long) count * bytesEach);
        final long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = switch (values.type()) {
                case 1, 6, 7 -> bytes.get() & 0xffL;
                case 3, 8 -> bytes.getShort() & 0xffffL;
                case 4, 9, 13 -> bytes.getInt() & 0xffffffffL;
                case 16, 17, 18 -> bytes.getLong();
                default -> throw input.damaged("a whole number in its header has the TIFF type " + values.type());
            };
        }
        return numbers;
    }

    /** Denominator over numerator of a rational tag (micrometres per pixel from pixels per micrometre); NaN if absent. */
    double reciprocal(final int tag) throws IOException {
        if (!has(tag) || values(tag).type() != 5) {
            return Double.NaN;
        }
        final ByteBuffer bytes = input.bytes(values(tag).position(), 8);
        final double numerator = Integer.toUnsignedLong(bytes.getInt());
        return Integer.toUnsignedLong(bytes.getInt()) / numerator;
    }

    /** A text tag, or an empty text. Old files hold Latin-1 where newer ones hold UTF-8. */
    String text(final int tag) throws IOException {
        if (!has(tag) || values(tag).bytesEach() != 1) {
            return "";
        }
        final ByteBuffer bytes = input.bytes(values(tag).position(), Math.min(values(tag).count(), LONGEST_TEXT));
        int end = 0;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        bytes.limit(end);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (final CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }
}
