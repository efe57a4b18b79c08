package operando;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanView;
import operando.scan.SliceCache;
import operando.scan.imglib2.ScanAsImage;
import operando.segment.ElectrodeMaps;
import operando.segment.SweepResult;
import operando.segment.SweptLabels;

/**
 * The phases of one scan as images. Maps have the axes x and y of the scan, a pixel a column; heights are from the outer face of the first
 * slice. Made by {@link Operando#segment(Scan)}.
 *
 * @since 0.2.0
 */
public final class Segmentation {

    private static final byte CONTACT = (byte) 255;

    private final Scan scan;
    private final SweepResult swept;

    Segmentation(final Scan scan, final SweepResult swept) {
        this.scan = scan;
        this.swept = swept;
    }

    /** What was segmented. */
    public Scan scan() {
        return scan;
    }

    SweepResult swept() {
        return swept;
    }

    /** The grey values that separated the phases. */
    public Thresholds thresholds() {
        return swept.thresholds();
    }

    /**
     * The phase of every voxel: 0 outside, 1 lithium, 2 void, 3 interphase, 4 electrolyte, 5 collector, 6 pore. Painted when it is looked at, so
     * the scan has to stay open.
     */
    public RandomAccessibleInterval<UnsignedByteType> labels() {
        return ScanAsImage.of(SliceCache.of(new Labels(scan, new SweptLabels(swept)), Runtime.getRuntime().maxMemory() / 8), new UnsignedByteType());
    }

    /** 255 where lithium touches interphase or electrolyte, 0 elsewhere. */
    public RandomAccessibleInterval<UnsignedByteType> contactMap(final Side side) {
        final byte[] pixels = new byte[swept.width() * swept.height()];
        for (int column = 0; column < pixels.length; column++) {
            pixels[column] = swept.inCrossSection(column) && swept.side(side).inContact(column) ? CONTACT : 0;
        }
        return ArrayImgs.unsignedBytes(pixels, swept.width(), swept.height());
    }

    /**
     * Height of the electrolyte's surface towards the electrode, µm, sub-voxel; NaN where there is none.
     *
     * @throws InputException if the scan has no voxel size; so do the other maps of lengths
     */
    public RandomAccessibleInterval<FloatType> interfaceHeightUm(final Side side) {
        final ElectrodeMaps of = swept.side(side);
        return lengths(of::interfaceHeight);
    }

    /** Height of the collector's surface, µm, sub-voxel; NaN where it is not in view. */
    public RandomAccessibleInterval<FloatType> collectorHeightUm(final Side side) {
        final ElectrodeMaps of = swept.side(side);
        return lengths(of::collectorHeight);
    }

    /** Thickness of the interphase, µm, sub-voxel; NaN where the column has no interface. */
    public RandomAccessibleInterval<FloatType> interphaseThicknessUm(final Side side) {
        final ElectrodeMaps of = swept.side(side);
        return lengths(of::interphaseThickness);
    }

    /**
     * Thickness of the void between lithium and electrolyte, µm, from partial grey values: 0 where there is none, NaN outside the cross-section;
     * at a void's rim noise may make it negative, so that sums stay unbiased.
     */
    public RandomAccessibleInterval<FloatType> voidThicknessUm(final Side side) {
        final ElectrodeMaps of = swept.side(side);
        return lengths(of::voidThickness);
    }

    VoxelSize voxelSize() {
        return scan.voxelSize().orElseThrow(() -> new InputException(scan.name(), "the scan does not state its voxel size",
            "state it with Operando.withVoxelSize"));
    }

    /** A length along the stack axis for a column, in voxels. */
    private interface Length {
        float voxels(int column);
    }

    private RandomAccessibleInterval<FloatType> lengths(final Length length) {
        final float zUm = (float) voxelSize().zUm();
        final float[] pixels = new float[swept.width() * swept.height()];
        for (int column = 0; column < pixels.length; column++) {
            pixels[column] = swept.inCrossSection(column) ? length.voxels(column) * zUm : Float.NaN;
        }
        return ArrayImgs.floats(pixels, swept.width(), swept.height());
    }

    /** The labels as a scan whose slices are painted as they are read. */
    private static final class Labels extends ScanView {

        private final SweptLabels labels;

        private Labels(final Scan scan, final SweptLabels labels) {
            super(scan);
            this.labels = labels;
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT8;
        }

        @Override
        public void readSlice(final int z, final Object pixels) {
            final Object grey = scan().newSlice();
            scan().readSlice(z, grey);
            labels.paint(z, grey, (byte[]) pixels);
        }

        @Override
        public void readRows(final int z, final int y, final int rows, final Object pixels) {
            final byte[] slice = new byte[width() * height()];
            readSlice(z, slice);
            System.arraycopy(slice, y * width(), pixels, 0, rows * width());
        }
    }
}
