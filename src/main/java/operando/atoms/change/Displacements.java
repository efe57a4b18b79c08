package operando.atoms.change;

import java.util.ArrayList;
import java.util.List;

import operando.atoms.frame.AtomFrame;
import operando.cell.Measured;

/**
 * Mean squared displacements of some atoms by class, along the interface (two directions) and across it (one), over all pairs of frames between which
 * the atom stayed in its class; the class's own mean motion is taken away, as that of a layer that is carried along. Positions that are wrapped into the box are followed from frame to frame by the
 * nearest image, so no atom may go farther than half the box between two frames.
 *
 * <p>D = slope / (2 d) with d dimensions (A. Einstein, 1905), by a straight line through the displacements over the time, up to half of the whole; vibrations are its offset.
 */
public final class Displacements {

    /** What is remembered of every frame is of so many atoms. */
    private static final int MOST_ATOMS = 20_000;
    private static final int BLOCKS = 5;
    private static final int LEAST_ATOMS = 10;

    private final int edge;
    private final int[] atoms;
    private final List<float[]> positions = new ArrayList<>();
    private final List<byte[]> classes = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private double[] fractions;

    /**
     * D of a class.
     *
     * @param along  the interface, Å² per unit of time
     * @param across the same across it
     */
    public record Diffusion(Measured along, Measured across) {
    }

    /**
     * @param first   frame of the trajectory
     * @param species whose atoms are followed
     * @param edge    that crosses the interfaces
     */
    public Displacements(final AtomFrame first, final String species, final int edge) {
        this.edge = edge;
        final int[] all = java.util.stream.IntStream.range(0, first.size()).filter(atom -> first.speciesOf(atom).equals(species)).toArray();
        final int step = Math.max(1, (all.length + MOST_ATOMS - 1) / MOST_ATOMS);
        atoms = java.util.stream.IntStream.range(0, all.length).filter(i -> i % step == 0).map(i -> all[i]).toArray();
    }

    /** Takes in the next frame. */
    public void add(final AtomFrame frame, final int[] classOf) {
        final double[][] inverse = frame.cell().inverse();
        final double[] now = new double[3 * atoms.length];
        final float[] places = new float[now.length];
        final byte[] own = new byte[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            own[i] = (byte) classOf[atoms[i]];
            for (int e = 0; e < 3; e++) {
                for (int axis = 0; axis < 3; axis++) {
                    now[3 * i + e] += inverse[e][axis] * (frame.positions()[3 * atoms[i] + axis] - frame.cell().origin()[axis]);
                }
                if (fractions != null && !frame.unwrapped() && frame.cell().periodic()[e]) {
                    now[3 * i + e] -= Math.rint(now[3 * i + e] - fractions[3 * i + e]);
                }
            }
            // Along the normal of the interface, and in its plane.
            places[3 * i] = (float) (now[3 * i + edge] * frame.cell().width(edge));
            inPlane(frame, now, i, places);
        }
        fractions = now;
        positions.add(places);
        classes.add(own);
        times.add(frame.time());
    }

    private void inPlane(final AtomFrame frame, final double[] now, final int i, final float[] places) {
        final double[] first = frame.cell().edges()[(edge + 1) % 3];
        final double[] second = frame.cell().edges()[(edge + 2) % 3];
        final double firstLength = Math.sqrt(dot(first, first));
        final double along = dot(first, second) / firstLength;
        places[3 * i + 1] = (float) (now[3 * i + (edge + 1) % 3] * firstLength + now[3 * i + (edge + 2) % 3] * along);
        places[3 * i + 2] = (float) (now[3 * i + (edge + 2) % 3] * Math.sqrt(Math.max(0, dot(second, second) - along * along)));
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** How the atoms of a class diffuse, with the standard error from five groups of them. */
    public Diffusion of(final int classNumber) {
        final double[][] along = new double[BLOCKS][];
        final double[][] across = new double[BLOCKS][];
        final int lags = times.size() / 2;
        if (lags < 2 || times.stream().anyMatch(time -> !Double.isFinite(time))) {
            final Measured none = Measured.missing(lags < 2 ? "fewer than four frames" : "the frames have no times");
            return new Diffusion(none, none);
        }
        for (int block = 0; block < BLOCKS; block++) {
            along[block] = new double[lags];
            across[block] = new double[lags];
            for (int lag = 1; lag <= lags; lag++) {
                squares(classNumber, block, lag, along[block], across[block]);
            }
        }
        return new Diffusion(slope(along, 4), slope(across, 2));
    }

    private void squares(final int of, final int block, final int lag, final double[] along, final double[] across) {
        double sumAlong = 0;
        double sumAcross = 0;
        int count = 0;
        for (int start = 0; start + lag < times.size(); start++) {
            final double[] drift = new double[3];
            final List<Integer> stayed = new ArrayList<>();
            for (int i = block; i < atoms.length; i += BLOCKS) {
                if (stays(i, of, start, lag)) {
                    stayed.add(i);
                    for (int axis = 0; axis < 3; axis++) {
                        drift[axis] += moved(i, axis, start, lag);
                    }
                }
            }
            for (final int i : stayed) {
                final double n = stayed.size();
                sumAcross += square(moved(i, 0, start, lag) - drift[0] / n);
                sumAlong += square(moved(i, 1, start, lag) - drift[1] / n) + square(moved(i, 2, start, lag) - drift[2] / n);
            }
            count += stayed.size();
        }
        along[lag - 1] = count < LEAST_ATOMS ? Double.NaN : sumAlong / count;
        across[lag - 1] = count < LEAST_ATOMS ? Double.NaN : sumAcross / count;
    }

    private boolean stays(final int atom, final int of, final int start, final int lag) {
        for (int frame = start; frame <= start + lag; frame++) {
            if (classes.get(frame)[atom] != of) {
                return false;
            }
        }
        return true;
    }

    private double moved(final int atom, final int axis, final int start, final int lag) {
        return positions.get(start + lag)[3 * atom + axis] - positions.get(start)[3 * atom + axis];
    }

    private static double square(final double value) {
        return value * value;
    }

    private Measured slope(final double[][] squares, final int factor) {
        final double[] slopes = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            final org.apache.commons.math3.stat.regression.SimpleRegression line = new org.apache.commons.math3.stat.regression.SimpleRegression();
            for (int lag = 1; lag <= squares[block].length; lag++) {
                line.addData(times.get(lag) - times.get(0), squares[block][lag - 1]);
            }
            slopes[block] = line.getSlope() / factor;
        }
        final double mean = java.util.Arrays.stream(slopes).average().orElse(Double.NaN);
        final double variance = java.util.Arrays.stream(slopes).map(slope -> square(slope - mean)).sum() / (BLOCKS - 1);
        return Double.isFinite(mean) ? Measured.of(mean, Math.sqrt(variance / BLOCKS)) : Measured.missing("too few atoms stayed in the class");
    }
}
