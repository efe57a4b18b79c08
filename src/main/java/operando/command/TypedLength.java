package operando.command;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.text.CsvTable;

/** Numbers as they are typed into the fields of a window, and shown there. */
final class TypedLength {

    private TypedLength() {
    }

    /**
     * One edge, or three with commas or blanks between, in µm; blank for none.
     *
     * @throws InputException if it is something else
     */
    static Optional<VoxelSize> voxelSize(final String text) {
        final String[] parts = text.strip().replaceAll("(?i)(µm|um|microns?)", "").strip().split("\\s*[,;x ]\\s*");
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (parts.length != 1 && parts.length != 3) {
            throw new InputException("voxel size", "'" + text + "' is neither one edge nor three", "give one length or x, y, z in µm, such as 1.7");
        }
        return Optional.of(new VoxelSize(number("voxel size", parts[0]), number("voxel size", parts[parts.length / 2]), number("voxel size", parts[parts.length - 1])));
    }

    static OptionalDouble positive(final String what, final String text) {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        final double number = number(what, text);
        if (!(number > 0)) {
            throw new InputException(what, "'" + text.strip() + "' is not above 0", "give a positive number");
        }
        return OptionalDouble.of(number);
    }

    static double number(final String what, final String text) {
        try {
            final double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // Said below.
        }
        throw new InputException(what, "'" + text.strip() + "' is no number", "give a number with a decimal point");
    }

    static String text(final VoxelSize size) {
        return size.xUm() == size.yUm() && size.yUm() == size.zUm() ? text(size.xUm()) : text(size.xUm()) + ", " + text(size.yUm()) + ", " + text(size.zUm());
    }

    static String text(final double number) {
        return CsvTable.text(Double.parseDouble(String.format(Locale.ROOT, "%.6g", number)));
    }
}
