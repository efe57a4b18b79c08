package operando.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.Plausibility;
import operando.measure.ScanMeasures;
import operando.scan.MemoryScan;
import operando.scan.NaNCheckedScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;

/**
 * Every n-th column of a scan at its full height, kept in memory, so that the phases under other thresholds are there in a moment.
 * A small scan is there whole. Its stack axis is z.
 */
public final class PhasePreview {

    private static final int MOST_COLUMNS = 144;
    private static final int BINS = 256;

    private final MemoryScan columns;
    private final int step;

    private PhasePreview(final MemoryScan columns, final int step) {
        this.columns = columns;
        this.step = step;
    }

    /**
     * Phases of the columns that are looked at.
     *
     * @param labels       a slice each, of {@link Phase#label()}s
     * @param contact      by side, whether lithium touches the electrolyte in a column
     * @param outside      by column, whether it lies beside the cell
     * @param measures     of these columns, in the voxel size of the scan or, where it is not known, in voxels
     * @param doubts       what makes them doubtful
     */
    public record Phases(byte[][] labels, boolean[][] contact, boolean[] outside, ScanMeasures measures, List<String> doubts) {

        /** Whether a column lies beside the cell. */
        public boolean isOutside(final int column) {
            return outside[column];
        }

        /** Whether a column is in contact at a side. */
        public boolean inContact(final Side side, final int column) {
            return contact[side.ordinal()][column];
        }
    }

    /** @param scan with its stack axis along z; not needed afterwards */
    public static PhasePreview of(final Scan scan, final Cores cores, final Progress progress) {
        final Scan checked = NaNCheckedScan.of(scan);
        final int step = Math.max(1, (Math.max(scan.width(), scan.height()) + MOST_COLUMNS - 1) / MOST_COLUMNS);
        final int width = (scan.width() + step - 1) / step;
        final int height = (scan.height() + step - 1) / step;
        final Object[] slices = new Object[scan.depth()];
        cores.forEach(slices.length, z -> {
            final Object row = scan.pixelType().newPixels(scan.width());
            slices[z] = scan.pixelType().newPixels(width * height);
            for (int y = 0; y < height; y++) {
                checked.readRows(z, y * step, 1, row);
                for (int x = 0; x < width; x++) {
                    System.arraycopy(row, x * step, slices[z], y * width + x, 1);
                }
            }
            progress.report((double) z / slices.length, "Columns to look at");
        });
        final Optional<VoxelSize> voxel = scan.voxelSize().map(size -> new VoxelSize(step * size.xUm(), step * size.yUm(), size.zUm()));
        return new PhasePreview(new MemoryScan(scan.name(), width, height, Arrays.asList(slices), voxel), step);
    }

    /** The columns, a voxel of them standing for {@link #step()} along x and y. */
    public Scan columns() {
        return columns;
    }

    /** Every so many columns of the scan along x and along y. */
    public int step() {
        return step;
    }

    /** The same columns with another voxel size of the scan. */
    public PhasePreview withVoxelSize(final Optional<VoxelSize> ofScan) {
        return new PhasePreview(new MemoryScan(columns.name(), columns.width(), columns.height(), columns.slices(),
            ofScan.map(size -> new VoxelSize(step * size.xUm(), step * size.yUm(), size.zUm()))), step);
    }

    /** @throws operando.cell.InputException if the thresholds fit no lithium */
    public Phases segment(final Thresholds thresholds, final Cores cores) {
        final SweepResult swept = new ColumnSweep(SweepSettings.defaults().withThresholds(thresholds)).sweep(columns, cores, Progress.SILENT);
        final SweptLabels painter = new SweptLabels(swept);
        final byte[][] labels = new byte[columns.depth()][columns.width() * columns.height()];
        cores.forEach(labels.length, z -> painter.paint(z, columns.slices().get(z), labels[z]));
        final boolean[][] contact = new boolean[Side.values().length][columns.width() * columns.height()];
        final boolean[] outside = new boolean[contact[0].length];
        for (int column = 0; column < outside.length; column++) {
            outside[column] = !swept.inCrossSection(column);
        }
        for (final Side side : Side.values()) {
            for (int column = 0; column < contact[0].length; column++) {
                contact[side.ordinal()][column] = swept.inCrossSection(column) && swept.side(side).inContact(column);
            }
        }
        final VoxelSize voxel = columns.voxelSize().orElse(VoxelSize.cubic(1));
        final ScanMeasures measures = ScanMeasures.of(swept, voxel);
        return new Phases(labels, contact, outside, measures, Plausibility.doubts(swept, measures, voxel));
    }

    /**
     * How often grey values are met.
     *
     * @param least  grey value at which the first bin begins
     * @param width  of a bin
     * @param counts by bin
     */
    public record Histogram(double least, double width, long[] counts) {
    }

    /** Of all columns, without the rarest thousandth at both ends. */
    public Histogram histogram() {
        final float[] grey = new float[columns.width() * columns.height()];
        final List<float[]> sampled = new ArrayList<>();
        for (int z = 0; z < columns.depth(); z += Math.max(1, columns.depth() / 64)) {
            PixelType.toFloat(columns.slices().get(z), 0, grey.length, grey, 0);
            sampled.add(grey.clone());
        }
        final float[] all = new float[sampled.size() * grey.length];
        for (int i = 0; i < sampled.size(); i++) {
            System.arraycopy(sampled.get(i), 0, all, i * grey.length, grey.length);
        }
        Arrays.sort(all);
        final boolean whole = columns.pixelType() != PixelType.FLOAT32;
        final double least = all[all.length / 1000] - (whole ? 0.5 : 0);
        final double range = Math.max(1e-6, all[all.length - 1 - all.length / 1000] + (whole ? 0.5 : 0) - least);
        // Bins of unlike numbers of whole grey values would stand like a comb.
        final double width = whole ? Math.ceil(range / BINS) : range / BINS;
        final long[] counts = new long[(int) Math.ceil(range / width - 1e-9)];
        for (final float one : all) {
            final int bin = (int) Math.floor((one - least) / width);
            if (bin >= 0 && bin < counts.length) {
                counts[bin]++;
            }
        }
        return new Histogram(least, width, counts);
    }
}
