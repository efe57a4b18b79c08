package operando.breathing.phasefield;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * The contact that a tomogram shows, as the beginning of a run. A window of the map, half as wide and high as the plane, is mirrored in both
 * directions, so that it continues at the edges of the periodic plane; then its steps become the smooth edges of the model, which takes away
 * what is smaller than they are.
 */
public final class MeasuredContact {

    private MeasuredContact() {
    }

    /**
     * @param contact whether each pixel of the map is in contact, x fastest
     * @param pixelUm edge of a pixel, µm
     * @param xUm     middle of the window from the left of the map, µm; NaN for the middle of the map
     * @param yUm     likewise from its top
     * @return contact a cell of the plane of {@code settings}
     * @throws InputException if the window does not lie in the map
     */
    public static double[] of(final boolean[] contact, final int width, final double pixelUm, final double xUm, final double yUm, final InterfaceSettings settings) {
        RangeCheck.positive("pixel of the contact map", pixelUm, "µm");
        final Plane plane = settings.plane();
        final int height = contact.length / width;
        final double left = (Double.isNaN(xUm) ? width * pixelUm / 2 : xUm) - plane.width() * plane.cellUm() / 4;
        final double top = (Double.isNaN(yUm) ? height * pixelUm / 2 : yUm) - plane.height() * plane.cellUm() / 4;
        if (left < 0 || top < 0 || left + plane.width() * plane.cellUm() / 2 > width * pixelUm || top + plane.height() * plane.cellUm() / 2 > height * pixelUm) {
            throw new InputException("contact map", "the window of " + plane.width() * plane.cellUm() / 2 + " x " + plane.height() * plane.cellUm() / 2
                + " µm does not lie in the map of " + width * pixelUm + " x " + height * pixelUm + " µm", "give another place, fewer cells or smaller ones");
        }
        final double[] steps = new double[plane.cells()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                final int column = (int) ((left + (Math.min(x, plane.width() - 1 - x) + 0.5) * plane.cellUm()) / pixelUm);
                final int row = (int) ((top + (Math.min(y, plane.height() - 1 - y) + 0.5) * plane.cellUm()) / pixelUm);
                steps[y * plane.width() + x] = contact[Math.min(row, height - 1) * width + Math.min(column, width - 1)] ? 1 : 0;
            }
        }
        return smooth(steps, settings);
    }

    /** Lets the steps relax for as long as an edge needs to take its profile, without current, supply and growth. */
    private static double[] smooth(final double[] steps, final InterfaceSettings settings) {
        double area = 0;
        for (final double step : steps) {
            area += step;
        }
        if (area == 0) {
            throw new InputException("contact map", "the window shows no contact at all", "give another place");
        }
        final InterfaceSettings quiet = settings.with(InterfaceParameter.DIFFUSION_SUPPLY, 0).with(InterfaceParameter.CREEP_SUPPLY, 0).with(InterfaceParameter.REACTION_RATE, 0);
        final double width = settings.of(InterfaceParameter.INTERFACE_WIDTH);
        final InterfaceSimulation simulation = new InterfaceSimulation(quiet, steps);
        return simulation.advance(simulation.beginning(), 0, width * width / (2 * settings.of(InterfaceParameter.CURVATURE_MOBILITY))).contact();
    }
}
