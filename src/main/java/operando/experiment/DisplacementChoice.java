package operando.experiment;

/**
 * Whether displacements between consecutive scans are wanted, and on which grid.
 *
 * @param spacingUm distance between grid points, µm
 */
public record DisplacementChoice(boolean enabled, double spacingUm) {

    public static DisplacementChoice defaults() {
        return new DisplacementChoice(false, 20);
    }
}
