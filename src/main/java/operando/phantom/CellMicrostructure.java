package operando.phantom;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import operando.cell.Side;

/**
 * What a seed draws once for the whole series: rough interfaces, uneven interphases, voids, pores and grains, all in the
 * coordinates of the first scan.
 */
final class CellMicrostructure {

    private static final double INTERPHASE_UNEVENNESS = 0.15;

    private final Map<Side, RoughSurface> interfaces = new EnumMap<>(Side.class);
    private final Map<Side, RoughSurface> unevenness = new EnumMap<>(Side.class);
    private final Map<Side, List<InterfacialVoid>> voids = new EnumMap<>(Side.class);
    private final List<Pore> pores;
    private final GrainTexture grains;

    CellMicrostructure(final PhantomSettings settings) {
        for (final Side side : Side.values()) {
            interfaces.put(side, new RoughSurface(settings.widthUm(), settings.heightUm(),
                settings.cell().roughnessUm(), new KeyedRandom(settings.seed(), 1, side.ordinal())));
            unevenness.put(side, new RoughSurface(settings.widthUm(), settings.heightUm(),
                settings.cell().roughnessUm() == 0 ? 0 : INTERPHASE_UNEVENNESS,
                new KeyedRandom(settings.seed(), 2, side.ordinal())));
            voids.put(side, VoidPopulation.drawn(settings, side,
                new KeyedRandom(settings.seed(), 3, side.ordinal())));
        }
        final double from = settings.depthUm() * (settings.cell().collectorShare() + settings.cell().lithiumShare());
        final double margin = poreMarginUm(settings);
        pores = Pore.drawn(settings, from + margin, settings.depthUm() - from - margin,
            new KeyedRandom(settings.seed(), 4));
        grains = new GrainTexture(settings.picture().grainUm(), settings.seed());
    }

    /** Height of the interface over its mean, by material point; positive along +z. */
    RoughSurface interfaceOf(final Side side) {
        return interfaces.get(side);
    }

    /** Relative deviation of the interphase's thickness from its mean, by material point. */
    RoughSurface unevennessOf(final Side side) {
        return unevenness.get(side);
    }

    List<InterfacialVoid> voidsOf(final Side side) {
        return voids.get(side);
    }

    List<Pore> pores() {
        return pores;
    }

    GrainTexture grains() {
        return grains;
    }

    // Pores stay clear of the thickest interphase, the highest asperity and the tilt.
    private static double poreMarginUm(final PhantomSettings settings) {
        final PhantomCell cell = settings.cell();
        final double tilt = Math.abs(cell.tiltX()) * settings.widthUm() / 2
            + Math.abs(cell.tiltY()) * settings.heightUm() / 2;
        final double end = settings.cycling().totalHours();
        final double interphase = Math.max(CellShape.interphaseUm(settings, Side.TOP, end),
            CellShape.interphaseUm(settings, Side.BOTTOM, end));
        return tilt + 3 * cell.roughnessUm() + 1.5 * interphase + 3 * settings.picture().blurUm()
            + 6 * settings.voxelSize().zUm();
    }
}
