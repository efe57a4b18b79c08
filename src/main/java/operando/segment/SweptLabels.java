package operando.segment;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.scan.tiff.LabelWriter;

/**
 * Paints what a column sweep found as {@link Phase} labels. Where the sweep saw lithium, void and interphase the columns
 * say where they begin and end; between the interphases a voxel below the void threshold is a pore and any other
 * electrolyte.
 */
public final class SweptLabels {

    private final SweepResult swept;
    private final boolean[] inside;

    public SweptLabels(final SweepResult swept) {
        this.swept = swept;
        inside = new boolean[swept.width() * swept.height()];
        for (int column = 0; column < inside.length; column++) {
            inside[column] = swept.inCrossSection(column);
        }
    }

    /**
     * Paints one slice.
     *
     * @param slice  its grey values, in the scan's type
     * @param labels filled with a label a voxel, row by row
     */
    public void paint(final int z, final Object slice, final byte[] labels) {
        final GreyRow grey = new GreyRow(slice);
        final int fromBottom = swept.depth() - 1 - z;
        for (int column = 0; column < inside.length; column++) {
            Phase phase = Phase.OUTSIDE;
            if (inside[column]) {
                phase = isBeforeElectrolyte(swept.top(), column, z) ? phase(swept.top(), column, z, grey)
                    : isBeforeElectrolyte(swept.bottom(), column, fromBottom) ? phase(swept.bottom(), column, fromBottom, grey)
                    : inElectrolyte(column, grey, Phase.ELECTROLYTE);
            }
            labels[column] = phase.label();
        }
    }

    private static boolean isBeforeElectrolyte(final ElectrodeMaps side, final int column, final int height) {
        return side.status[column] != ElectrodeMaps.Status.OUTSIDE.ordinal() && height < side.interphaseTo[column];
    }

    /** The phase that the sweep from one side found at a height along it, before the electrolyte. */
    private Phase phase(final ElectrodeMaps side, final int column, final int height, final GreyRow grey) {
        if (height < side.lithiumFrom[column]) {
            return grey.at(column) < swept.thresholds().voidLithium() ? Phase.OUTSIDE : Phase.COLLECTOR;
        }
        if (height < side.lithiumTo[column]) {
            final boolean gap = height >= side.voidFrom[column] && height < side.voidTo[column];
            return gap ? Phase.VOID : Phase.LITHIUM;
        }
        return inElectrolyte(column, grey, Phase.INTERPHASE);
    }

    private Phase inElectrolyte(final int column, final GreyRow grey, final Phase solid) {
        return grey.at(column) < swept.thresholds().voidLithium() ? Phase.PORE : solid;
    }

    /**
     * Writes the labels of a whole scan as an 8-bit stack, some rows at a time.
     *
     * @throws operando.cell.InputException if a slice cannot be read or the file not be written
     */
    public void write(final Scan given, final VoxelSize voxelSize, final Path file, final Cores cores, final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        final AtomicInteger done = new AtomicInteger();
        try (LabelWriter writer = LabelWriter.create(file, scan.width(), scan.height(), scan.depth(), voxelSize)) {
            cores.forEach(writer.bands(), i -> {
                try {
                    write(scan, writer.band(i));
                } catch (final RuntimeException | Error e) {
                    writer.fail();
                    throw e;
                }
                progress.report((double) done.incrementAndGet() / writer.bands(), "Labels");
            });
        }
    }

    private void write(final Scan scan, final LabelWriter.Band band) {
        final LabelRows rows = new LabelRows(swept, inside, band.firstRow(), band.rows());
        final Object grey = scan.pixelType().newPixels(scan.width() * band.rows());
        final byte[] labels = new byte[scan.width() * band.rows()];
        for (int z = 0; z < scan.depth(); z++) {
            scan.readRows(z, band.firstRow(), band.rows(), grey);
            rows.paint(z, grey, labels);
            band.add(labels);
        }
        band.write();
    }

    /** Grey values of any type as numbers. */
    private record GreyRow(Object slice) {

        private float at(final int i) {
            if (slice instanceof short[] shorts) {
                return shorts[i] & 0xffff;
            }
            return slice instanceof byte[] bytes ? bytes[i] & 0xff : ((float[]) slice)[i];
        }
    }
}
