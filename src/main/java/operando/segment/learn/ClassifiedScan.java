package operando.segment.learn;

import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * A stack of phase labels seen as grey values that rise from void over lithium, interphase and electrolyte to the collector,
 * so that the column sweep measures what a classifier found as it measures a scan.
 */
public record ClassifiedScan(Scan labels) implements Scan {

    /** Grey values half-way between neighbouring phases of a classified scan. */
    public static final Thresholds THRESHOLDS = new Thresholds(25, 75, 125, 175);

    private static final int STEP = 50;
    private static final byte[] GREY = new byte[256];

    static {
        final List<Phase> rising = List.of(Phase.VOID, Phase.LITHIUM, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.COLLECTOR);
        for (int level = 0; level < rising.size(); level++) {
            GREY[rising.get(level).label()] = (byte) (level * STEP);
        }
    }

    /**
     * @param where the model, for the message
     * @throws InputException unless the classes are phases, lithium, interphase or electrolyte among them
     */
    public static void requirePhases(final ModelHeader header, final String where) {
        final List<String> phases = java.util.Arrays.stream(Phase.values()).map(Phase::displayName).toList();
        final boolean all = header.classes().stream().map(String::toLowerCase).allMatch(name -> phases.contains(name) || name.equals("collector"));
        final boolean cell = header.classes().stream().map(String::toLowerCase)
            .filter(name -> name.equals(Phase.LITHIUM.displayName()) || name.equals(Phase.ELECTROLYTE.displayName())).count() == 2;
        if (!all || !cell) {
            throw new InputException(where, "its classes " + header.classes() + " are not the phases of a cell",
                "train with classes called " + phases.subList(1, phases.size()) + ", lithium and electrolyte among them");
        }
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
        labels.readSlice(z, pixels);
        toGrey((byte[]) pixels, width() * height());
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        labels.readRows(z, y, rows, pixels);
        toGrey((byte[]) pixels, rows * width());
    }

    private static void toGrey(final byte[] pixels, final int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = GREY[pixels[i] & 0xff];
        }
    }

    @Override
    public void close() {
        labels.close();
    }
}
