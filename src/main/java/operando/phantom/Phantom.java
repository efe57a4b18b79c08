package operando.phantom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * A synthetic symmetric cell over time whose truth is known: collectors, lithium, rough interfaces, growing interphases,
 * interfacial voids that grow, close and form, bulk pores, and grains carried by a known displacement field.
 *
 * <pre>
 * Phantom phantom = new Phantom(PhantomSettings.defaults().withSeed(7));
 * Scan scan = phantom.scan(3);                               // slices are made when they are read
 * double contact = phantom.truth(3).top().contactFraction();
 * </pre>
 */
public final class Phantom {

    private static final int ROUGH_POINTS = 240;

    private final PhantomSettings settings;
    private final CellMicrostructure anatomy;

    public Phantom(final PhantomSettings settings) {
        this.settings = settings;
        anatomy = new CellMicrostructure(settings);
    }

    public PhantomSettings settings() {
        return settings;
    }

    public int scans() {
        return settings.cycling().scans();
    }

    /**
     * One scan, rendered slice by slice when it is read.
     *
     * @throws InputException if there is no such scan, or the charge uses up the lithium
     */
    public Scan scan(final int scan) {
        return new PhantomScan(shape(scan), scan);
    }

    /** One scan with all its slices in memory, for readers that come back to a slice. */
    public Scan inMemory(final int scan, final Cores cores) {
        return inMemory(scan(scan), cores);
    }

    /** The phase that fills the middle of each voxel, as an 8-bit label stack. */
    public Scan labels(final int scan) {
        return new LabelScan(scan(scan).name() + "-labels", settings, new CellSlices(shape(scan)));
    }

    public ScanTruth truth(final int scan) {
        return TruthMeasures.of(shape(scan), String.format(Locale.ROOT, "t%02d", scan));
    }

    public PhantomTruth truth() {
        final CellShape first = shape(0);
        return new PhantomTruth(settings, first.sectionAreaUm2() / 1e6, settings.picture().thresholds(),
            IntStream.range(0, scans()).mapToObj(this::truth).toList());
    }

    /** The truth at any time, from means over fewer points than the truth of a scan. */
    ScanTruth roughTruthAt(final double timeH) {
        return TruthMeasures.of(shapeAt(timeH, ROUGH_POINTS), "");
    }

    private CellShape shapeAt(final double timeH, final int points) {
        return new CellShape(settings, anatomy, timeH, points);
    }

    private CellShape shape(final int scan) {
        if (scan < 0 || scan >= scans()) {
            throw new InputException("phantom", "there is no scan " + scan, "give 0 to " + (scans() - 1));
        }
        return shapeAt(settings.cycling().scanTimeH(scan), CellShape.TRUTH_POINTS);
    }

    private static Scan inMemory(final Scan scan, final Cores cores) {
        final Object[] slices = new Object[scan.depth()];
        cores.forEach(scan.depth(), z -> {
            slices[z] = scan.newSlice();
            scan.readSlice(z, slices[z]);
        });
        return new MemoryScan(scan.name(), scan.width(), scan.height(), List.of(slices), scan.voxelSize());
    }

    private record LabelScan(String name, PhantomSettings settings, CellSlices cell) implements Scan {

        @Override
        public int width() {
            return settings.width();
        }

        @Override
        public int height() {
            return settings.height();
        }

        @Override
        public int depth() {
            return settings.depth();
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT8;
        }

        @Override
        public Optional<VoxelSize> voxelSize() {
            return Optional.of(settings.voxelSize());
        }

        @Override
        public void readSlice(final int z, final Object pixels) {
            cell.labels(z, (byte[]) pixels);
        }
    }
}
