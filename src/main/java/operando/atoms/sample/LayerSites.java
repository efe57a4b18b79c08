package operando.atoms.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import operando.atoms.crystal.Crystal;
import operando.atoms.crystal.Site;

/**
 * The sites of one layer's lattice, more than the layer ever needs: strained along x and y so that whole cells fit the box, and along z so that the volume
 * of an atom stays. Each site keeps its number and its species for ever.
 */
final class LayerSites {

    /** A site, with z from the layer's own origin, Å. */
    record Place(int kind, double x, double y, double z) {
    }

    private final List<Place> places = new ArrayList<>();

    LayerSites(final SamplePhase phase, final double width, final double depth, final double from, final double to, final long seed) {
        final Crystal crystal = phase.crystal();
        final int across = (int) Math.max(1, Math.rint(width / crystal.edge(0)));
        final int along = (int) Math.max(1, Math.rint(depth / crystal.edge(1)));
        final double x = width / across;
        final double y = depth / along;
        final double z = crystal.edge(0) * crystal.edge(1) * crystal.edge(2) / x / y;
        final Random random = new Random(seed);
        for (int k = (int) Math.floor(from / z) - 1; k <= Math.ceil(to / z); k++) {
            for (int cell = 0; cell < across * along; cell++) {
                for (final Site site : crystal.occupied(random)) {
                    final int kind = SamplePhase.SPECIES.indexOf(phase == SamplePhase.DISORDERED && !site.species().equals("Li") ? anion(random) : site.species());
                    places.add(new Place(kind, (site.x() + cell % across) * x, (site.y() + cell / across) * y, (site.z() + k) * z));
                }
            }
        }
    }

    private static String anion(final Random random) {
        final double chance = random.nextDouble();
        return chance < SamplePhase.SULFUR_SHARE ? "S" : chance < SamplePhase.SULFUR_SHARE + SamplePhase.PHOSPHORUS_SHARE ? "P" : "Cl";
    }

    List<Place> places() {
        return places;
    }
}
