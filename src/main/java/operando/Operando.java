package operando;

import java.nio.file.Path;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.measure.SideMeasures;
import operando.motion.CorrelationSettings;
import operando.motion.LabelMask;
import operando.motion.Masks;
import operando.motion.VolumeCorrelation;
import operando.scan.AxisView;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.scan.VoxelSizeOverride;
import operando.scan.imglib2.ImageAsScan;
import operando.scan.imglib2.ScanAsImage;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import operando.voltage.CellState;
import operando.voltage.CellVoltage;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;

/**
 * What a script calls. A scan is a file, a folder of slices, or an image of ImgLib2 with its voxel size; its axes are x, y and z, the stack axis
 * from collector to collector. Results are records with the unit in the name of each number, and images of ImgLib2. A number that the scan does
 * not support is missing and says why; what cannot be done throws an {@link InputException} that says where, what and how to mend it. All cores are used.
 *
 * <pre>
 * try (Scan scan = Operando.open("scans/t00.tif")) {
 *     Segmentation cell = Operando.segment(scan);
 *     System.out.println(Operando.measure(cell).top().contactFraction().value());
 *     System.out.println(Operando.voltage(cell, 1.0, LumpedParameters.defaults()).totalV());
 *     RandomAccessibleInterval&lt;UnsignedByteType&gt; contact = cell.contactMap(Side.TOP);
 * }
 * </pre>
 *
 * @since 0.2.0
 */
public final class Operando {

    private Operando() {
    }

    /**
     * Opens a scan without reading its voxels; whoever opens it closes it.
     *
     * @param path a stack, a folder with one file a slice, or a pattern such as {@code recon/recon_*.tif}
     * @throws InputException if there is none, or it is no stack of grey slices
     */
    public static Scan open(final String path) {
        return ScanFile.open(Path.of(path));
    }

    /** The scan with another voxel size than its file states, or with one that its file does not state; edges along x, y and z in µm. */
    public static Scan withVoxelSize(final Scan scan, final double xUm, final double yUm, final double zUm) {
        return new VoxelSizeOverride(scan, new VoxelSize(xUm, yUm, zUm));
    }

    /** The scan with another of its axes as the stack axis, z. */
    public static Scan along(final Scan scan, final StackAxis axis) {
        return AxisView.along(scan, axis);
    }

    /**
     * An image of grey values, x, y and z (the stack axis), as a scan; nothing is copied.
     *
     * @param xUm edge of a voxel along x, µm; also yUm and zUm
     * @throws InputException if the image has not two or three axes or its voxels are not real numbers. Reading it throws one at a value that a
     *                        32-bit float cannot stand for
     */
    public static Scan scan(final RandomAccessibleInterval<?> image, final double xUm, final double yUm, final double zUm) {
        return ImageAsScan.of("image", image, Optional.of(new VoxelSize(xUm, yUm, zUm)));
    }

    /** The scan as an image with the axes x, y, z of UnsignedByteType, UnsignedShortType or FloatType; it is read when it is looked at. */
    public static RandomAccessibleInterval<? extends RealType<?>> image(final Scan scan) {
        return ScanAsImage.of(scan);
    }

    /**
     * The voxels of an image in one Java array, x fastest, then y, then z: {@code byte[]}, {@code short[]} (both without sign) or
     * {@code float[]}. Made for numpy.
     *
     * @throws InputException if the image cannot be a scan, or is too large for one array
     */
    public static Object pixels(final RandomAccessibleInterval<?> image) {
        final Scan scan = ImageAsScan.of("image", image, Optional.empty());
        final long size = (long) scan.width() * scan.height() * scan.depth();
        if (size > Integer.MAX_VALUE) {
            throw new InputException("image", size + " voxels do not fit into one array", "take it in parts (Views.interval)");
        }
        final PixelType type = scan.pixelType();
        final Object pixels = type.newPixels((int) size);
        final Object slice = scan.newSlice();
        final int sliceSize = scan.width() * scan.height();
        for (int z = 0; z < scan.depth(); z++) {
            scan.readSlice(z, slice);
            System.arraycopy(slice, 0, pixels, z * sliceSize, sliceSize);
        }
        return pixels;
    }

    /** Segments a scan with thresholds found in it. */
    public static Segmentation segment(final Scan scan) {
        return segment(scan, SweepSettings.defaults());
    }

    /**
     * Follows every column from the collectors into the electrolyte.
     *
     * @throws InputException if no lithium is found, thresholds lie outside the grey values, or a voxel is no number
     */
    public static Segmentation segment(final Scan scan, final SweepSettings settings) {
        try (Cores cores = Cores.all()) {
            return new Segmentation(scan, new ColumnSweep(settings).sweep(scan, cores, Progress.SILENT));
        }
    }

    /**
     * Contact, voids, lithium, interphase and positions at both sides of a segmented scan.
     *
     * @throws InputException if the scan has no voxel size
     */
    public static ScanMeasures measure(final Segmentation cell) {
        return ScanMeasures.of(cell.swept(), cell.voxelSize());
    }

    /**
     * Follows material points from one scan to another.
     *
     * @throws InputException if the scans' sizes or voxel sizes differ or are missing, a scan is constant, or a subvolume does not fit
     */
    public static Displacement displace(final Scan reference, final Scan deformed, final CorrelationSettings settings) {
        return displace(reference, deformed, settings, Masks.none());
    }

    /**
     * Follows only the electrolyte and the pores in it.
     *
     * @param labels of the reference: 0 outside, 1 lithium, 2 void, 3 interphase, 4 electrolyte, 5 collector, 6 pore, of any type of whole numbers
     * @throws InputException if the scans or labels do not fit each other
     */
    public static Displacement displace(final Scan reference, final Scan deformed, final CorrelationSettings settings,
        final RandomAccessibleInterval<?> labels) {
        return displace(reference, deformed, settings, Masks.of(LabelMask.pellet(ImageAsScan.ofLabels("labels", labels, Optional.empty()))));
    }

    private static Displacement displace(final Scan reference, final Scan deformed, final CorrelationSettings settings, final Masks masks) {
        try (Cores cores = Cores.all()) {
            return new Displacement(VolumeCorrelation.correlate(reference, deformed, settings, masks, cores, Progress.SILENT));
        }
    }

    /**
     * What the voltage of a segmented cell depends on: its contact by count, the thickness of its interphases, and the electrolyte between them.
     *
     * @param currentDensityMAPerCm2 per area of the cross-section; positive strips lithium at the top
     * @throws InputException if the scan has no voxel size, or one of the two interfaces is not in view
     */
    public static CellState state(final Segmentation cell, final double currentDensityMAPerCm2) {
        final ScanMeasures measures = measure(cell);
        final Measured electrolyteUm = measures.electrolyteThicknessUm();
        if (!electrolyteUm.isPresent()) {
            throw new InputException(cell.scan().name(), "a voltage needs the electrolyte's thickness, and " + electrolyteUm.reason(),
                "give a scan of the whole cell");
        }
        final SideMeasures top = measures.top();
        final SideMeasures bottom = measures.bottom();
        return new CellState(currentDensityMAPerCm2, electrolyteUm.value(), top.contactFraction().value(), bottom.contactFraction().value(),
            Math.max(0, top.interphaseThicknessUm().value()), Math.max(0, bottom.interphaseThicknessUm().value()));
    }

    /** The voltage of a segmented cell at a current density, in mA cm⁻² of its cross-section. */
    public static CellVoltage voltage(final Segmentation cell, final double currentDensityMAPerCm2, final LumpedParameters parameters) {
        return voltage(state(cell, currentDensityMAPerCm2), parameters);
    }

    /** The voltage of a cell in a state, in its parts. */
    public static CellVoltage voltage(final CellState state, final LumpedParameters parameters) {
        return new LumpedModel(parameters).voltage(state);
    }
}
