package operando.atoms.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.atoms.frame.AtomFrame;
import operando.cell.Measured;

/**
 * A boundary between two layers of a frame.
 *
 * @param lower     class of the layer before it
 * @param upper     class of the layer behind it
 * @param positionA along the edge that crosses it, Å, with the standard error from the four quarters of the cross-section
 */
public record Interface(int lower, int upper, Measured positionA) {

    private static final int QUARTERS = 4;

    /**
     * All interfaces of a frame, in the order of the layers; of a periodic cell also that from the last layer to the first.
     *
     * @param volumes [class] of an atom, Å³
     */
    public static List<Interface> in(final AtomFrame frame, final int[] classes, final double[] volumes, final int edge) {
        final LayerProfile profile = LayerProfile.of(frame, classes, volumes.length, edge, -1);
        final List<LayerProfile.Layer> layers = profile.layers();
        final List<Interface> found = new ArrayList<>();
        for (int i = 0; i < layers.size() - (profile.periodic() ? 0 : 1) && layers.size() > 1; i++) {
            final LayerProfile.Layer lower = layers.get(i);
            final LayerProfile.Layer upper = layers.get((i + 1) % layers.size());
            final double position = profile.boundaryA(lower, upper, volumes);
            final double[] quarters = new double[QUARTERS];
            for (int q = 0; q < QUARTERS; q++) {
                final double off = LayerProfile.of(frame, classes, volumes.length, edge, q).boundaryA(lower, upper, volumes) - position;
                quarters[q] = off - profile.lengthA() * Math.rint(off / profile.lengthA());
            }
            final double mean = Arrays.stream(quarters).average().orElse(0);
            final double variance = Arrays.stream(quarters).map(q -> (q - mean) * (q - mean)).sum() / (QUARTERS - 1);
            found.add(new Interface(lower.of(), upper.of(), Measured.of(position, Math.sqrt(variance / QUARTERS))));
        }
        return found;
    }
}
