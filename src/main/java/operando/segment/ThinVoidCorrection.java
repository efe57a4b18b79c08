package operando.segment;

/**
 * Finds the rims of voids that are too thin to darken a voxel below the threshold (ours). There the surface is taken from
 * around: from the void, where it is known with the void's thickness, and from the contact beyond the rim. How much
 * deeper the grey value seems to put it gives the thickness ({@link PartialVolumeModel}).
 */
final class ThinVoidCorrection {

    private static final int RIM = 2;
    private static final int AROUND = 5;
    private static final byte VOID = (byte) ElectrodeMaps.Status.VOID.ordinal();
    /** By distance along both axes, falling with its fourth power; the column itself is in the rim and not asked. */
    private static final float[][] WEIGHTS = new float[AROUND + 1][AROUND + 1];

    static {
        for (int j = 0; j <= AROUND; j++) {
            for (int i = 0; i <= AROUND; i++) {
                final int distance = i * i + j * j;
                WEIGHTS[j][i] = 1f / (distance * distance);
            }
        }
    }

    private final ElectrodeMaps side;
    private final PartialVolumeModel model;
    private final boolean[] rim;

    ThinVoidCorrection(final ElectrodeMaps side, final PartialVolumeModel model) {
        this.side = side;
        this.model = model;
        rim = side.rim;
    }

    /** Sets thickness and surface in the rims. */
    void find() {
        for (int column = 0; column < rim.length; column++) {
            if (isVoid(column) && hasVoidBeside(column)) {
                markAround(column);
            }
        }
        final float[] surfaces = new float[rim.length];
        for (int column = 0; column < rim.length; column++) {
            surfaces[column] = rim[column] ? surfaceAround(column) : Float.NaN;
        }
        for (int column = 0; column < rim.length; column++) {
            if (!Float.isNaN(surfaces[column])) {
                side.voidThickness[column] = model.thinVoid(side.surface[column] - surfaces[column]);
                side.surface[column] = surfaces[column];
            }
        }
        side.thinVoidColumns = thinVoidColumns(side);
    }

    // A rim falls off from its height beside the void, h, to nothing like a wedge: its area is twice its volume over h.
    static double thinVoidColumns(final ElectrodeMaps side) {
        final boolean[] rim = side.rim;
        double volume = 0;
        double besides = 0;
        long pairs = 0;
        for (int column = 0; column < rim.length; column++) {
            volume += rim[column] ? side.voidThickness[column] : 0;
            if (!rim[column] && !isVoid(side, column)) {
                continue;
            }
            for (final int next : new int[] {column + 1, column + side.width()}) {
                final boolean neighbours = next < rim.length && (next != column + 1 || next % side.width() != 0);
                if (neighbours && (rim[column] && isVoid(side, next) || rim[next] && isVoid(side, column))) {
                    besides += (side.voidThickness[column] + side.voidThickness[next]) / 2;
                    pairs++;
                }
            }
        }
        return besides <= 0 ? 0 : Math.max(0, 2 * volume / (besides / pairs));
    }

    // A void of a single column is as a rule noise, and has no rim.
    private boolean hasVoidBeside(final int column) {
        final int x = column % side.width();
        return x > 0 && isVoid(column - 1) || x + 1 < side.width() && isVoid(column + 1)
            || column >= side.width() && isVoid(column - side.width())
            || column + side.width() < side.columns() && isVoid(column + side.width());
    }

    private boolean isVoid(final int column) {
        return isVoid(side, column);
    }

    private static boolean isVoid(final ElectrodeMaps side, final int column) {
        return side.status[column] == VOID;
    }

    private void markAround(final int column) {
        final int x = column % side.width();
        final int y = column / side.width();
        for (int j = Math.max(0, y - RIM); j <= Math.min(side.height() - 1, y + RIM); j++) {
            for (int i = Math.max(0, x - RIM); i <= Math.min(side.width() - 1, x + RIM); i++) {
                rim[j * side.width() + i] |= side.inContact(j * side.width() + i);
            }
        }
    }

    /** The mean surface of void on one hand and of contact beyond the rim on the other, nearer columns counting more. */
    private float surfaceAround(final int column) {
        final int x = column % side.width();
        final int y = column / side.width();
        final int fromX = Math.max(0, x - AROUND);
        final int toX = Math.min(side.width() - 1, x + AROUND);
        float sum = 0;
        float weights = 0;
        for (int j = Math.max(0, y - AROUND); j <= Math.min(side.height() - 1, y + AROUND); j++) {
            final int row = j * side.width();
            final float[] weightsOfRow = WEIGHTS[Math.abs(j - y)];
            for (int i = fromX; i <= toX; i++) {
                if (!rim[row + i] && side.status[row + i] >= VOID) {
                    final float weight = weightsOfRow[Math.abs(i - x)];
                    sum += weight * side.surface[row + i];
                    weights += weight;
                }
            }
        }
        return weights > 0 ? sum / weights : Float.NaN;
    }
}
