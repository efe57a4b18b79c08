package operando.segment;

import java.util.Arrays;

import operando.cell.Thresholds;

/**
 * Takes the grey value of each phase, and the blur, from some rows that have been swept: means over voxels well inside a
 * phase, so that they hold whatever the thresholds.
 */
final class PhaseGreyEstimator implements ColumnListener {

    private static final int MARGIN = 4;
    private static final int[] THICK_VOIDS = {6, 5, 4};
    private static final int THICK_INTERPHASE = 5;
    private static final int LENGTH = 6;
    private static final int ENOUGH = 30;
    private static final int ENOUGH_SURFACES = 100;
    private static final int FREE = 8;
    private static final double USUAL_BLUR = 0.8;
    private static final double LEAST_BLUR = 0.3;
    private static final double GREATEST_BLUR = 3;

    private final SweepRule rule;
    /** In the middle of voids of at least the thickness of {@link #THICK_VOIDS}: the thicker, the less blur adds to them. */
    private final Mean[] voids = {new Mean(), new Mean(), new Mean()};
    private final Mean lithium = new Mean();
    private final Mean interphase = new Mean();
    private final Mean electrolyte = new Mean();
    private final Mean collector = new Mean();
    private final Shortfall atCollector = new Shortfall();
    private final Shortfall atContact = new Shortfall();
    private final float collectorLevel;
    /** Of the row at hand. */
    private final Shortfall row = new Shortfall();
    private boolean[] isVoid;
    private int first;

    private static final class Mean {
        private double sum;
        private double squares;
        private long count;

        private void add(final float grey) {
            if (!Float.isNaN(grey)) {
                sum += grey;
                squares += (double) grey * grey;
                count++;
            }
        }

        private double deviation() {
            return count < ENOUGH ? Double.NaN : Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
        }

        private double orElse(final double usual) {
            return count >= ENOUGH ? sum / count : usual;
        }

        private void add(final Mean other) {
            sum += other.sum;
            squares += other.squares;
            count += other.count;
        }
    }

    /** What the grey value falls short of a phase's own before that phase ends. */
    private static final class Shortfall {
        private double[] lengths = new double[1024];
        private double[] integrals = new double[1024];
        private int[] columns = new int[1024];
        private int count;

        private void add(final GreyColumn column, final int near, final float end) {
            final int from = near - LENGTH;
            if (end > from + 1) {
                ensure(count + 1);
                columns[count] = column.number();
                lengths[count] = end - from - 0.5;
                integrals[count++] = SubvoxelCrossing.integral(column, from, end);
            }
        }

        private void add(final Shortfall other, final int i) {
            ensure(count + 1);
            lengths[count] = other.lengths[i];
            integrals[count++] = other.integrals[i];
        }

        private void add(final Shortfall other) {
            ensure(count + other.count);
            System.arraycopy(other.lengths, 0, lengths, count, other.count);
            System.arraycopy(other.integrals, 0, integrals, count, other.count);
            count += other.count;
        }

        private void ensure(final int size) {
            if (size > lengths.length) {
                lengths = Arrays.copyOf(lengths, Math.max(size, 2 * lengths.length));
                integrals = Arrays.copyOf(integrals, lengths.length);
                columns = Arrays.copyOf(columns, lengths.length);
            }
        }

        private double median(final double grey) {
            final double[] missing = new double[count];
            for (int i = 0; i < count; i++) {
                missing[i] = grey * lengths[i] - integrals[i];
            }
            Arrays.sort(missing);
            return missing[count / 2];
        }
    }

    PhaseGreyEstimator(final SweepRule rule) {
        this.rule = rule;
        final Thresholds thresholds = rule.thresholds();
        collectorLevel = (float) (thresholds.lithiumInterphase() + thresholds.electrolyteCollector()) / 2;
    }

    /** Begins a row. */
    PhaseGreyEstimator of(final GreyColumns newRow) {
        first = newRow.first();
        isVoid = new boolean[newRow.count()];
        return this;
    }

    @Override
    public void arrived(final GreyColumn column, final int lithiumFrom, final int lithiumTo, final int interphaseTo, final int lastVoid) {
        final VoidRun gap = VoidRun.in(column, rule, lithiumFrom, lithiumTo, lastVoid);
        if (lithiumFrom > MARGIN) {
            collector.add(column.mean(lithiumFrom - MARGIN - 1, 2));
        }
        if (lithiumFrom > 2 * LENGTH) {
            atCollector.add(column, lithiumFrom, SubvoxelCrossing.falling(column, lithiumFrom, collectorLevel));
        }
        for (int height = lithiumFrom + MARGIN; height < Math.min(lithiumTo, gap.from()) - LENGTH; height++) {
            lithium.add(column.grey(height));
        }
        for (int i = 0; i < voids.length; i++) {
            if (gap.to() - gap.from() >= THICK_VOIDS[i]) {
                addMiddle(voids[i], gap.from(), gap.to(), column);
            }
        }
        if (interphaseTo - lithiumTo >= THICK_INTERPHASE && interphaseTo < column.depth()) {
            addMiddle(interphase, lithiumTo, interphaseTo, column);
        }
        if (interphaseTo + MARGIN < column.depth()) {
            electrolyte.add(column.mean(interphaseTo + MARGIN - 1, rule.lookAhead()));
        }
        isVoid[column.number() - first] = !gap.contact();
        if (gap.contact() && lithiumTo - lithiumFrom > 2 * LENGTH) {
            row.add(column, lithiumTo, SubvoxelCrossing.rising(column, lithiumTo, (float) rule.thresholds().lithiumInterphase()));
        }
    }

    private void addMiddle(final Mean mean, final int from, final int to, final GreyColumn column) {
        mean.add(column.mean((from + to - 1) / 2, (to - from) % 2 == 0 ? 2 : 1));
    }

    @Override
    public void withoutLithium(final GreyColumn column, final int height) {
        // Tells nothing of any phase that is not told elsewhere.
    }

    @Override
    public void noInterface(final GreyColumn column, final int lithiumFrom, final boolean hasLithium) {
        // Tells nothing of any phase that is not told elsewhere.
    }

    /** Ends a row: surfaces count as free of voids where none is near, as thin rims of voids are not seen as such. */
    void endRow() {
        for (int i = 0; i < row.count; i++) {
            boolean free = true;
            for (int x = Math.max(0, row.columns[i] - first - FREE); x <= Math.min(isVoid.length - 1, row.columns[i] - first + FREE); x++) {
                free &= !isVoid[x];
            }
            if (free) {
                atContact.add(row, i);
            }
        }
        row.count = 0;
    }

    /** Adds what another thread has sampled. */
    void add(final PhaseGreyEstimator other) {
        for (int i = 0; i < voids.length; i++) {
            voids[i].add(other.voids[i]);
        }
        lithium.add(other.lithium);
        interphase.add(other.interphase);
        electrolyte.add(other.electrolyte);
        collector.add(other.collector);
        atCollector.add(other.atCollector);
        atContact.add(other.atContact);
    }

    /** The grey values found; those of phases that were hardly met are {@code usual}. */
    PhaseGreys greys(final PhaseGreys usual) {
        final double l = lithium.orElse(usual.lithium());
        final double e = electrolyte.orElse(usual.electrolyte());
        final double p = interphase.orElse(usual.interphase());
        final double v = voids[0].orElse(voids[1].orElse(voids[2].orElse(usual.voids())));
        final double c = usual.hasCollector() ? collector.orElse(usual.collector()) : Double.NaN;
        return v < l && l < p && p < e && !(c <= e) ? new PhaseGreys(v, l, p, e, c) : usual;
    }

    /** The blur along the stack axis in voxels, as the model of partial grey values takes it. */
    double blur(final PhaseGreys greys) {
        final double measured = measuredBlur(greys);
        return Double.isNaN(measured) ? USUAL_BLUR : Math.max(LEAST_BLUR, Math.min(GREATEST_BLUR, measured));
    }

    /**
     * How well the grey values tell the phases apart.
     *
     * @param voxelNoise from voxel to voxel, for where lithium is too thin to tell
     */
    ImageQuality quality(final PhaseGreys greys, final double voxelNoise) {
        final double noise = Double.isNaN(lithium.deviation()) ? voxelNoise : lithium.deviation();
        return ImageQuality.of(noise, greys.smallestStep() / noise, Math.max(0, measuredBlur(greys)), rule.contactDepth());
    }

    /** At lithium in contact, or else at the collectors; NaN where too few of either are met. */
    private double measuredBlur(final PhaseGreys greys) {
        if (atContact.count >= ENOUGH_SURFACES) {
            return PartialVolumeModel.sigma(greys.lithium() - greys.interphase(), atContact.median(greys.lithium()));
        }
        if (atCollector.count >= ENOUGH_SURFACES) {
            return PartialVolumeModel.sigma(greys.collector() - greys.lithium(), atCollector.median(greys.collector()));
        }
        return Double.NaN;
    }

    boolean foundLithium() {
        return lithium.count > 0;
    }
}
