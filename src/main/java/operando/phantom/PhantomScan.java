package operando.phantom;

import java.util.Locale;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/** One scan of a synthetic cell, rendered slice by slice on demand: the cell, then rings, drift and noise. */
final class PhantomScan implements Scan {

    private static final long DRIFT = 5;
    private static final long RINGS = 6;
    private static final long NOISE = 7;

    private final PhantomSettings settings;
    private final int scan;
    private final CellSlices cell;
    private final double gain;
    private final double offset;

    PhantomScan(final CellShape shape, final int scan) {
        settings = shape.settings();
        this.scan = scan;
        cell = new CellSlices(shape);
        final KeyedRandom drift = new KeyedRandom(settings.seed(), DRIFT, scan);
        gain = 1 + settings.picture().drift() / 100 * drift.normal();
        offset = settings.picture().drift() * drift.normal();
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "t%02d", scan);
    }

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
        return settings.picture().pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return Optional.of(settings.voxelSize());
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        final float[] levels = cell.slice(z);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (gain * levels[i] + offset);
        }
        if (settings.picture().rings() > 0) {
            addRings(z, levels);
        }
        final KeyedRandom noise = new KeyedRandom(settings.seed(), NOISE, scan, z);
        final float deviation = (float) settings.picture().noise();
        final float counts = (float) settings.picture().countsPerLevel();
        for (int i = 0; i < levels.length; i++) {
            store(pixels, i, counts * (levels[i] + deviation * noise.normal()));
        }
    }

    // Rings stay where they are from slice to slice for the greater part, as faults of a detector's columns do.
    private void addRings(final int z, final float[] levels) {
        final int radii = (int) Math.hypot(width(), height()) / 2 + 3;
        final KeyedRandom always = new KeyedRandom(settings.seed(), RINGS);
        final KeyedRandom here = new KeyedRandom(settings.seed(), RINGS, scan, z);
        final float[] ring = new float[radii];
        for (int r = 0; r < radii; r++) {
            ring[r] = (float) (settings.picture().rings() * (0.8 * always.normal() + 0.6 * here.normal()));
        }
        for (int i = 0; i < levels.length; i++) {
            final double radius = Math.hypot(i % width() + 0.5 - width() / 2.0, i / width() + 0.5 - height() / 2.0);
            final int r = (int) radius;
            levels[i] += ring[r] + (float) (radius - r) * (ring[r + 1] - ring[r]);
        }
    }

    private static void store(final Object pixels, final int i, final float grey) {
        if (pixels instanceof byte[] bytes) {
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(grey)));
        } else if (pixels instanceof short[] shorts) {
            shorts[i] = (short) Math.max(0, Math.min(65535, Math.round(grey)));
        } else {
            ((float[]) pixels)[i] = grey;
        }
    }
}
