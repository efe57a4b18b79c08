package operando.motion;

import java.util.Optional;
import java.util.Set;

import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/** A label stack of phases seen as a mask: 1 where it holds one of some phases, 0 elsewhere. */
public record LabelMask(Scan labels, Set<Phase> phases) implements Scan {

    public LabelMask {
        phases = Set.copyOf(phases);
    }

    /** The pellet: electrolyte and the pores in it, which move along and are good to follow. */
    public static LabelMask pellet(final Scan labels) {
        return new LabelMask(labels, Set.of(Phase.ELECTROLYTE, Phase.PORE));
    }

    @Override
    public String name() {
        return labels.name();
    }

    @Override
    public int width() {
        return labels.width();
    }

    @Override
    public int height() {
        return labels.height();
    }

    @Override
    public int depth() {
        return labels.depth();
    }

    @Override
    public PixelType pixelType() {
        return PixelType.UINT8;
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return labels.voxelSize();
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        final Object slice = labels.newSlice();
        labels.readSlice(z, slice);
        mark(slice, width() * height(), (byte[]) pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        final Object read = labels.pixelType().newPixels(rows * width());
        labels.readRows(z, y, rows, read);
        mark(read, rows * width(), (byte[]) pixels);
    }

    private void mark(final Object values, final int count, final byte[] marked) {
        final float[] row = new float[count];
        PixelType.toFloat(values, 0, count, row, 0);
        for (int i = 0; i < count; i++) {
            marked[i] = (byte) (phases.contains(Phase.ofLabel((int) row[i])) ? 1 : 0);
        }
    }

    @Override
    public void close() {
        labels.close();
    }
}
