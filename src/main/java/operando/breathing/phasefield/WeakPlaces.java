package operando.breathing.phasefield;

import java.util.Random;

/**
 * Where voids begin: discs at random places of the plane, drawn from a seed. The first contact is ½ (1 + tanh(d/ℓ)) of the distance d to
 * the nearest edge, the profile of the model at rest.
 */
final class WeakPlaces {

    private static final double SPREAD = 0.2;

    private final double[] contact;

    /** The number of discs is the density times the area, rounded; a density above 0 gives at least one. */
    WeakPlaces(final InterfaceSettings settings) {
        final Plane plane = settings.plane();
        final Random random = new Random(settings.seed());
        final double expected = settings.of(InterfaceParameter.VOID_DENSITY) * plane.areaUm2() * 1e-6;
        final int count = expected > 0 ? (int) Math.max(1, Math.rint(expected)) : 0;
        final double[][] discs = new double[count][];
        for (int i = 0; i < count; i++) {
            final double radius = settings.of(InterfaceParameter.VOID_RADIUS) * Math.max(0.2, 1 + SPREAD * random.nextGaussian());
            discs[i] = new double[] {random.nextDouble() * plane.width() * plane.cellUm(), random.nextDouble() * plane.height() * plane.cellUm(), radius};
        }
        contact = discs(plane, settings.of(InterfaceParameter.INTERFACE_WIDTH), discs);
    }

    /** Contact everywhere but in discs of {x, y, radius}, µm; the middle of cell (0, 0) is at half a cell. */
    static double[] discs(final Plane plane, final double widthUm, final double[][] discs) {
        final double[] contact = new double[plane.cells()];
        for (int cell = 0; cell < contact.length; cell++) {
            final double x = (cell % plane.width() + 0.5) * plane.cellUm();
            final double y = (cell / plane.width() + 0.5) * plane.cellUm();
            double nearest = Double.POSITIVE_INFINITY;
            for (final double[] disc : discs) {
                nearest = Math.min(nearest, Math.hypot(Plane.periodic(x - disc[0], plane.width() * plane.cellUm()),
                    Plane.periodic(y - disc[1], plane.height() * plane.cellUm())) - disc[2]);
            }
            contact[cell] = (1 + Math.tanh(nearest / widthUm)) / 2;
        }
        return contact;
    }

    /** The contact at the beginning. */
    double[] contact() {
        return contact.clone();
    }

    /** How weak each cell is: 1 in a first void, 0 far from all. */
    double[] weakness() {
        final double[] weakness = new double[contact.length];
        for (int cell = 0; cell < weakness.length; cell++) {
            weakness[cell] = 1 - contact[cell];
        }
        return weakness;
    }
}
