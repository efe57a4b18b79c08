package operando.potential;

/** Functions of u that are handled through z = sinh u. */
final class Hyperbolic {

    /** Above it √(1 + z²) is |z| to the last digit. */
    private static final double LARGE = 1e9;

    private Hyperbolic() {
    }

    /** u of z = sinh u. */
    static double arsinh(final double z) {
        final double size = Math.abs(z);
        final double u = size > LARGE ? Math.log(size) + Math.log(2) : Math.log1p(size + size * size / (1 + cosh(size)));
        return Math.copySign(u, z);
    }

    /** cosh u of z = sinh u. */
    static double cosh(final double z) {
        final double size = Math.abs(z);
        return size > LARGE ? size : Math.sqrt(1 + z * z);
    }

    /** tanh(u/2) of z = sinh u. */
    static double tanhOfHalf(final double z) {
        return z / (1 + cosh(z));
    }
}
