package operando.motion.subvolume;

import java.util.Arrays;
import java.util.Optional;

/**
 * The reference grey values and slopes of one subvolume at every {@code step}-th voxel, and the sums over them that an
 * inverse-compositional Gauss–Newton step needs: f̄ = f − ⟨f⟩, ḡ = g − ⟨g⟩, residual f̄ − s ḡ with the least-squares
 * contrast s = Σ f̄ḡ / Σ ḡ², steepest descents ∂f/∂x_c · monomial m. Parameters are numbered 3 m + c.
 */
final class SubvolumeSamples {

    static final int PARAMETERS = 3 * ShapeFunction.QUADRATIC;
    /** Of each row: 1, ξ and ξ² for the slopes along x, y and z. */
    static final int MOMENTS = 9;

    final int step;
    final int radius;
    final int side;

    final float[] f;
    final float[] slopeX;
    final float[] slopeY;
    final float[] slopeZ;
    final float[] weights;
    final float[] position;
    private final DeformedRow warpedRow;
    private final float[] row;
    private final float[] ones;

    final double[] right = new double[PARAMETERS];
    private final double[] descentSum = new double[PARAMETERS];
    private final double[] descentF = new double[PARAMETERS];
    private final double[] rowSums = new double[MOMENTS];
    private final double[] moments = new double[3];
    // Moments of slope, slope · f̄ and slope · g of each row, row after row: what each row pulls is known once contrast and mean are.
    private final float[] rowDescents;
    private final float[] rowF;
    private final float[] rowG;

    private boolean masked;
    private double count;
    private double variationF;
    private double residual;
    private double correlation;
    private double mean;
    private double scale;

    SubvolumeSamples(final int radius, final int step) {
        this.radius = radius;
        this.step = step;
        final int half = radius / step;
        side = 2 * half + 1;
        final int samples = side * side * side;
        f = new float[samples];
        slopeX = new float[samples];
        slopeY = new float[samples];
        slopeZ = new float[samples];
        weights = new float[samples];
        position = new float[side];
        for (int i = 0; i < side; i++) {
            position[i] = (float) ((i - half) * step / (double) radius);
        }
        warpedRow = new DeformedRow(position, radius);
        row = new float[side];
        ones = new float[side];
        Arrays.fill(ones, 1);
        rowDescents = new float[MOMENTS * side * side];
        rowF = new float[rowDescents.length];
        rowG = new float[rowDescents.length];
    }

    /**
     * Takes the subvolume about the voxel (x, y, z), which lies inside the volume. Voxels do not count where the
     * reference's mask says so, nor where {@code warp} takes them to a voxel that does not count in the deformed volume.
     *
     * @param own where given, the voxels of the whole cube that count, x fastest
     */
    void load(final ReferenceVolume volume, final int x, final int y, final int z,
        final Optional<MaskBlock> deformedMask, final ShapeFunction warp, final Optional<boolean[]> own) {
        final int first = -(side / 2) * step;
        masked = false;
        int to = 0;
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                int from = ((z + first + k * step) * volume.height() + y + first + j * step) * volume.width() + x + first;
                for (int i = 0; i < side; i++, from += step, to++) {
                    f[to] = volume.grey()[from];
                    slopeX[to] = volume.slopeX()[from];
                    slopeY[to] = volume.slopeY()[from];
                    slopeZ[to] = volume.slopeZ()[from];
                    weights[to] = 1;
                    if (volume.counts().isPresent() && !volume.counts().get().counts()[from]) {
                        leaveOut(to);
                    }
                }
            }
        }
        deformedMask.ifPresent(mask -> leaveOut(mask, x, y, z, warp));
        own.ifPresent(this::keepOnly);
        centre();
        sumDescents();
    }

    private void keepOnly(final boolean[] own) {
        final int whole = 2 * radius + 1;
        final int first = radius - side / 2 * step;
        for (int i = 0; i < f.length; i++) {
            final int x = first + i % side * step;
            final int y = first + i / side % side * step;
            final int z = first + i / side / side * step;
            if (!own[(z * whole + y) * whole + x]) {
                leaveOut(i);
            }
        }
    }

    private void leaveOut(final MaskBlock mask, final int x, final int y, final int z, final ShapeFunction warp) {
        for (int i = 0; i < f.length; i++) {
            final double dx = (i % side - side / 2) * step;
            final double dy = (i / side % side - side / 2) * step;
            final double dz = (i / side / side - side / 2) * step;
            if (weights[i] > 0 && !mask.countsAt(x + dx + warp.at(0, dx, dy, dz), y + dy + warp.at(1, dx, dy, dz),
                z + dz + warp.at(2, dx, dy, dz))) {
                leaveOut(i);
            }
        }
    }

    private void leaveOut(final int i) {
        masked = true;
        f[i] = 0;
        slopeX[i] = 0;
        slopeY[i] = 0;
        slopeZ[i] = 0;
        weights[i] = 0;
    }

    private void centre() {
        count = 0;
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            count += weights[i];
            sum += f[i];
        }
        final float mean = (float) (sum / Math.max(1, count));
        variationF = 0;
        for (int i = 0; i < f.length; i++) {
            f[i] = weights[i] * (f[i] - mean);
            variationF += (double) f[i] * f[i];
        }
    }

    private void sumDescents() {
        Arrays.fill(descentSum, 0);
        Arrays.fill(descentF, 0);
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                final int start = (k * side + j) * side;
                sumRow(ones, 0, start);
                addRow(descentSum, position[j], position[k]);
                keepRow(rowDescents, k * side + j);
                sumRow(f, start, start);
                addRow(descentF, position[j], position[k]);
                keepRow(rowF, k * side + j);
            }
        }
    }

    /** How many voxels of the subvolume count. */
    double count() {
        return count;
    }

    /** Grey values of the deformed volume at the samples of the cube, through the warp. */
    void sample(final SplineVolume deformed, final double x, final double y, final double z, final ShapeFunction warp, final float[] grey) {
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                warpedRow.sample(deformed, x, y, z, warp, position[j], position[k], row);
                System.arraycopy(row, 0, grey, (k * side + j) * side, side);
            }
        }
    }

    /** Σ f̄². */
    double variation() {
        return variationF;
    }

    /** Σ (f̄ − s ḡ)² of the last {@link #compare}. */
    double residual() {
        return residual;
    }

    /** Zero-mean normalised cross-correlation of the last {@link #compare}. */
    double correlation() {
        return correlation;
    }

    /**
     * Samples the deformed volume through the warp about (x, y, z) and fills {@link #right} with Σ descent · residual.
     */
    void compare(final SplineVolume deformed, final double x, final double y, final double z, final ShapeFunction warp) {
        Arrays.fill(right, 0);
        double sumG = 0;
        double sumGG = 0;
        double sumFG = 0;
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                final int start = (k * side + j) * side;
                warpedRow.sample(deformed, x, y, z, warp, position[j], position[k], row);
                if (masked) {
                    for (int i = 0; i < side; i++) {
                        row[i] *= weights[start + i];
                    }
                }
                sumRow(row, 0, start);
                addRow(right, position[j], position[k]);
                keepRow(rowG, k * side + j);
                sumGrey(start);
                sumG += moments[0];
                sumGG += moments[1];
                sumFG += moments[2];
            }
        }
        mean = sumG / count;
        final double variationG = sumGG - mean * sumG;
        scale = variationG > 0 ? sumFG / variationG : 0;
        for (int i = 0; i < PARAMETERS; i++) {
            right[i] = descentF[i] - scale * (right[i] - mean * descentSum[i]);
        }
        residual = variationF - scale * sumFG;
        correlation = variationG > 0 && variationF > 0 ? sumFG / Math.sqrt(variationF * variationG) : 0;
    }

    private void sumGrey(final int start) {
        float g = 0;
        float gg = 0;
        float fg = 0;
        for (int i = 0; i < side; i++) {
            final float value = row[i];
            g += value;
            gg += value * value;
            fg += value * f[start + i];
        }
        moments[0] = g;
        moments[1] = gg;
        moments[2] = fg;
    }

    // Moments 0, 1 and 2 in ξ of slope · values, for the three slopes.
    private void sumRow(final float[] values, final int from, final int start) {
        float x0 = 0;
        float x1 = 0;
        float x2 = 0;
        float y0 = 0;
        float y1 = 0;
        float y2 = 0;
        float z0 = 0;
        float z1 = 0;
        float z2 = 0;
        for (int i = 0; i < side; i++) {
            final float value = values[from + i];
            final float t = position[i];
            final float vx = value * slopeX[start + i];
            final float vy = value * slopeY[start + i];
            final float vz = value * slopeZ[start + i];
            final float tx = vx * t;
            final float ty = vy * t;
            final float tz = vz * t;
            x0 += vx;
            y0 += vy;
            z0 += vz;
            x1 += tx;
            y1 += ty;
            z1 += tz;
            x2 += tx * t;
            y2 += ty * t;
            z2 += tz * t;
        }
        rowSums[0] = x0;
        rowSums[1] = x1;
        rowSums[2] = x2;
        rowSums[3] = y0;
        rowSums[4] = y1;
        rowSums[5] = y2;
        rowSums[6] = z0;
        rowSums[7] = z1;
        rowSums[8] = z2;
    }

    private void keepRow(final float[] rows, final int at) {
        for (int i = 0; i < MOMENTS; i++) {
            rows[MOMENTS * at + i] = (float) rowSums[i];
        }
    }

    /** What one row added to the moments of slope · residual in the last {@link #compare}: 1, ξ, ξ² for the slope along x, then y, then z. */
    void pullOfRow(final int at, final double[] pull) {
        for (int i = 0; i < MOMENTS; i++) {
            pull[i] = rowF[MOMENTS * at + i] - scale * (rowG[MOMENTS * at + i] - mean * rowDescents[MOMENTS * at + i]);
        }
    }

    private void addRow(final double[] sums, final double y, final double z) {
        for (int c = 0; c < 3; c++) {
            final double m0 = rowSums[3 * c];
            final double m1 = rowSums[3 * c + 1];
            sums[c] += m0;
            sums[3 + c] += m1;
            sums[6 + c] += y * m0;
            sums[9 + c] += z * m0;
            sums[12 + c] += rowSums[3 * c + 2];
            sums[15 + c] += y * y * m0;
            sums[18 + c] += z * z * m0;
            sums[21 + c] += y * m1;
            sums[24 + c] += z * m1;
            sums[27 + c] += y * z * m0;
        }
    }
}
