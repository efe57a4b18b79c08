package operando.cycler;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.cell.InputException;

/**
 * The data module of a .mpr file: how many readings, the numbers of its columns, and the readings, each of the same
 * length. Where a column's number is not known, neither is its width; the length of a reading then still fixes where
 * the known columns lie, unless one of them lies between unknown ones.
 */
final class BioLogicData {

    /** How EC-Lab's versions lay the module out. */
    private enum Layout {
        /** Numbers in one byte each, readings from byte 100. */
        BYTES(1, 100),
        /** In two, the low byte first. */
        SHORTS(2, 405),
        /** The same with a byte more before the readings. */
        SHORTS_AND_ONE(2, 406),
        /** In two, the high byte first: EC-Lab 11.50. */
        SHORTS_HIGH_FIRST(2, 1007);

        private final int idBytes;

        private final int start;

        Layout(final int idBytes, final int start) {
            this.idBytes = idBytes;
            this.start = start;
        }

        static Layout ofVersion(final int version) {
            return switch (version) {
                case 0 -> BYTES;
                case 2 -> SHORTS;
                case 3 -> SHORTS_AND_ONE;
                default -> SHORTS_HIGH_FIRST;
            };
        }
    }

    private static final int COLUMNS_AT = 4;

    private static final int IDS_AT = 5;

    private final String file;

    private final ByteBuffer content;

    private final int readings;

    private Layout layout;

    private int[] ids;

    private int readingBytes;

    // Where in a reading a column may lie; one place where the widths leave no other.
    private List<BitSet> places;

    private final int technique;

    /**
     * @param content   the module without its heading, little-endian
     * @param technique EC-Lab's number of it, which decides what some columns mean
     */
    BioLogicData(final String file, final ByteBuffer content, final int version, final int technique) {
        this.file = file;
        this.technique = technique;
        this.content = content;
        if (content.limit() < Layout.BYTES.start) {
            throw new InputException(file, "has no readings in it", "give the .mpr file of a measurement that has begun");
        }
        readings = content.getInt(0);
        if (readings <= 0) {
            throw new InputException(file, "has " + readings + " readings", "give the file of a measurement that has begun");
        }
        final Layout expected = Layout.ofVersion(version);
        if (Stream.concat(Stream.of(expected), Stream.of(Layout.values())).noneMatch(this::fits)) {
            fits(expected);
            throw new InputException(file, "has readings whose length does not fit its columns (module version "
                + version + ", columns " + numbers(ids.length, i -> true) + ")", "export it as .mpt in EC-Lab and give that");
        }
    }

    // The version decides, but a layout that contradicts the bytes is not believed.
    private boolean fits(final Layout candidate) {
        layout = candidate;
        final int columns = content.get(COLUMNS_AT) & 0xff;
        ids = IntStream.range(0, columns).map(this::id).toArray();
        final long available = (long) content.limit() - candidate.start;
        readingBytes = (int) Math.max(0, available / readings);
        places = places();
        return IDS_AT + columns * candidate.idBytes <= candidate.start && available > 0 && available % readings == 0
            && columns > 0 && places.stream().noneMatch(BitSet::isEmpty);
    }

    private int id(final int column) {
        final int at = IDS_AT + column * layout.idBytes;
        if (at + layout.idBytes > content.limit()) {
            return 0;
        }
        final int id = layout.idBytes == 1 ? content.get(at) : content.getShort(at);
        return switch (layout) {
            case BYTES -> id & 0xff;
            case SHORTS_HIGH_FIRST -> Short.toUnsignedInt(Short.reverseBytes((short) id));
            default -> id & 0xffff;
        };
    }

    private List<BitSet> places() {
        final List<BitSet> fromStart = reach(false);
        final List<BitSet> fromEnd = reach(true);
        final List<BitSet> all = new ArrayList<>();
        for (int column = 0; column < ids.length; column++) {
            final BitSet possible = new BitSet();
            final BitSet after = fromEnd.get(column + 1);
            for (final int width : widths(column)) {
                fromStart.get(column).stream()
                    .filter(place -> readingBytes >= place + width && after.get(readingBytes - place - width))
                    .forEach(possible::set);
            }
            all.add(possible);
        }
        return all;
    }

    // The sums of widths that the columns before each column, or from each column to the end, can have.
    private List<BitSet> reach(final boolean toEnd) {
        final BitSet[] sums = new BitSet[ids.length + 1];
        final int first = toEnd ? ids.length : 0;
        sums[first] = new BitSet();
        sums[first].set(0);
        for (int step = 1; step <= ids.length; step++) {
            final int column = toEnd ? ids.length - step : step - 1;
            final BitSet from = sums[toEnd ? column + 1 : column];
            final BitSet to = new BitSet();
            for (final int width : widths(column)) {
                from.stream().filter(sum -> sum + width <= readingBytes).forEach(sum -> to.set(sum + width));
            }
            sums[toEnd ? column : column + 1] = to;
        }
        return List.of(sums);
    }

    private Iterable<Integer> widths(final int column) {
        if (BioLogicColumns.isFlag(ids[column])) {
            return List.of(column == firstFlag() ? 1 : 0);
        }
        return BioLogicColumns.widths(ids[column]);
    }

    private int firstFlag() {
        return IntStream.range(0, ids.length).filter(i -> BioLogicColumns.isFlag(ids[i])).findFirst().orElse(-1);
    }

    /** @throws InputException if time, voltage or current is missing, uncertain, or lies between columns of unknown width */
    CyclingRecord record(final CyclerFacts facts, final Optional<String> referenceElectrode) {
        final List<String> headings = IntStream.range(0, ids.length).mapToObj(this::heading).toList();
        final ColumnChoice choice = new ColumnChoice(file + ", columns " + numbers(ids.length, i -> true), headings, facts.voltage());
        if (choice.has(RecordedQuantity.FREQUENCY) && !choice.has(RecordedQuantity.MODE)) {
            throw Technique.IMPEDANCE.refused(file);
        }
        choice.check(technique == Technique.OPEN_CIRCUIT || choice.has(RecordedQuantity.MODE));
        final String unknown = numbers(ids.length, i -> BioLogicColumns.isUnknown(ids[i]));
        choice.checkVoltage(referenceElectrode, unknown);
        final Readings result = new Readings(file, choice, reading -> "reading " + (reading + 1));
        for (final RecordedQuantity quantity : RecordedQuantity.values()) {
            choice.column(quantity).ifPresent(column -> {
                if (places.get(column.index()).cardinality() == 1) {
                    result.put(quantity, values(column));
                } else if (choice.isTaken(quantity)) {
                    throw hidden(column);
                }
            });
        }
        if (!unknown.isEmpty()) {
            result.note("The columns with the numbers " + unknown + " are not known and are left out.");
        }
        return result.record(Readings.Strictness.STEPS, facts.areaCm2());
    }

    private String heading(final int column) {
        return BioLogicColumns.meaning(ids, column, technique).heading();
    }

    private String numbers(final int count, final java.util.function.IntPredicate which) {
        return IntStream.range(0, count).filter(which).mapToObj(i -> String.valueOf(ids[i]))
            .collect(Collectors.joining(", "));
    }

    private InputException hidden(final ColumnChoice.Column column) {
        return new InputException(file, "the place of " + column.name().heading() + " in a reading is not certain, since "
            + "the columns with the numbers " + numbers(ids.length, i -> BioLogicColumns.isUnknown(ids[i])) + " are not known",
            "export it as .mpt in EC-Lab and give that");
    }

    private double[] values(final ColumnChoice.Column column) {
        final boolean mode = ids[column.index()] == BioLogicColumns.MODE;
        final int first = layout.start + places.get(mode ? firstFlag() : column.index()).nextSetBit(0);
        final double factor = column.name().factor();
        final double[] values = new double[readings];
        for (int i = 0; i < readings; i++) {
            final int at = first + i * readingBytes;
            values[i] = mode ? content.get(at) & 3 : factor * value(column.index(), at);
        }
        return values;
    }

    private double value(final int column, final int at) {
        return switch (BioLogicColumns.meaning(ids, column, technique).kind()) {
            case BYTE -> content.get(at) & 0xff;
            case SHORT -> content.getShort(at) & 0xffff;
            case INT -> content.getInt(at) & 0xffffffffL;
            case FLOAT -> content.getFloat(at);
            case DOUBLE -> content.getDouble(at);
        };
    }
}
