package operando.potential;

/**
 * One point of a profile.
 *
 * @param x           position over the total thickness, from the cathode
 * @param potentialEv μ there
 * @param minimumEv   B of the layer there, or of the layer that ends there at the anode
 */
public record PotentialPoint(double x, double potentialEv, double minimumEv) {
}
