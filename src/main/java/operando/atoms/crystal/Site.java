package operando.atoms.crystal;

/**
 * A place in a crystal's cell.
 *
 * @param species chemical symbol
 * @param x       fraction along the first edge
 * @param y       fraction along the second edge
 * @param z       fraction along the third edge
 * @param choice  sites with the same number of 0 or more share their occupants in the same way; −1 for a site of its own
 */
public record Site(String species, double x, double y, double z, int choice) {
}
