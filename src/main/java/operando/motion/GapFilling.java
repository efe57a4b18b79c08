package operando.motion;

import java.util.Optional;

import operando.motion.subvolume.PointStatus;

/**
 * Gives points without a believable displacement what their neighbours predict ({@link LocalPrediction}), layer by layer
 * from the measured ones inwards, so that a gap in an evenly strained or turned body, at its border too, is filled
 * exactly. Nothing else does so: what is filled says so in its status, and is not meant for more than pictures and
 * interpolation.
 */
public final class GapFilling {

    // Voxels by which neighbours may differ and still agree.
    private static final double AGREEING = 0.05;

    private GapFilling() {
    }

    /** @return the field with every gap filled; as it is if fewer than four points were measured */
    public static DisplacementField fill(final DisplacementField field) {
        final double[][] displacement = new double[3][field.size()];
        final double[] floor = {AGREEING * field.voxelSize().xUm(), AGREEING * field.voxelSize().yUm(), AGREEING * field.voxelSize().zUm()};
        final PointStatus[] status = field.status().clone();
        final boolean[] known = new boolean[status.length];
        for (int point = 0; point < known.length; point++) {
            known[point] = status[point].measured();
            for (int c = 0; c < 3; c++) {
                displacement[c][point] = field.displacementUm()[c][point];
            }
        }
        final LocalPrediction prediction = new LocalPrediction(field.grid(), displacement, floor);
        boolean more = true;
        while (more) {
            more = false;
            final boolean[] before = known.clone();
            for (int point = 0; point < known.length; point++) {
                final Optional<LocalPrediction.Prediction> found = before[point] ? Optional.empty() : prediction.at(point, before);
                if (found.isPresent()) {
                    for (int c = 0; c < 3; c++) {
                        displacement[c][point] = found.get().value()[c];
                    }
                    known[point] = true;
                    status[point] = PointStatus.FILLED;
                    more = true;
                }
            }
        }
        final float[][] filled = new float[3][known.length];
        for (int c = 0; c < 3; c++) {
            for (int point = 0; point < known.length; point++) {
                filled[c][point] = (float) displacement[c][point];
            }
        }
        return field.with(filled, status);
    }
}
