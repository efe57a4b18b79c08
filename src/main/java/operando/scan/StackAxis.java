package operando.scan;

import java.util.Locale;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/** The axis of a file along which the cell's layers are stacked. */
public enum StackAxis {
    X, Y, Z;

    /** @throws InputException if {@code text} is not x, y or z */
    public static StackAxis of(final String text) {
        for (final StackAxis axis : values()) {
            if (axis.key().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return axis;
            }
        }
        throw new InputException("stack axis", "'" + text + "' is no axis", "give x, y or z");
    }

    /** The voxel size of a scan that is seen with this axis of its file as z, from the size that the file states. */
    public VoxelSize seen(final VoxelSize ofFile) {
        return switch (this) {
            case X -> new VoxelSize(ofFile.yUm(), ofFile.zUm(), ofFile.xUm());
            case Y -> new VoxelSize(ofFile.xUm(), ofFile.zUm(), ofFile.yUm());
            case Z -> ofFile;
        };
    }

    /** The letter used in {@code experiment.yml} and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
