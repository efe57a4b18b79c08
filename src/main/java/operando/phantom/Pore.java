package operando.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A ball-shaped pore in the bulk of the electrolyte, carried along with it, in the coordinates of the first scan.
 * Pores sit one in a cell of a cubic lattice, or none, each at a random place in its cell, so that they never overlap.
 */
record Pore(double xUm, double yUm, double zUm, double radiusUm) {

    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 1.4;
    private static final double CELL = 2 * LARGEST + 0.2;

    /** Pores between two heights that fill a share of the volume in the mean. */
    static List<Pore> drawn(final PhantomSettings settings, final double fromZUm, final double toZUm,
        final KeyedRandom numbers) {
        final double radius = settings.cell().poreRadiusUm();
        final double edge = CELL * radius;
        // Mean cube of a radius that is uniform between the smallest and the largest.
        final double meanCube = (Math.pow(LARGEST, 4) - Math.pow(SMALLEST, 4)) / (4 * (LARGEST - SMALLEST));
        final double filled = settings.cell().poreShare() * CELL * CELL * CELL / (4.0 / 3 * Math.PI * meanCube);
        final List<Pore> pores = new ArrayList<>();
        for (double z = fromZUm; z + edge <= toZUm; z += edge) {
            for (double y = 0; y < settings.heightUm(); y += edge) {
                for (double x = 0; x < settings.widthUm(); x += edge) {
                    final double r = radius * numbers.between(SMALLEST, LARGEST);
                    final Pore pore = new Pore(x + numbers.between(r, edge - r), y + numbers.between(r, edge - r),
                        z + numbers.between(r, edge - r), r);
                    if (numbers.uniform() < filled) {
                        pores.add(pore);
                    }
                }
            }
        }
        return List.copyOf(pores);
    }
}
