package operando.potential;

/**
 * How μ runs through a section, in closed form. With u = (μ − B)/k_BT the potential obeys
 *
 * <pre>du/dx = E / cosh u − G,   E = L i_e / (2A k_BT),   G = L i_Li / (σ_Li k_BT)</pre>
 *
 * for the electronic current density i_e and that of the ions i_Li (x over L). In z = sinh u this is
 * dz/dx = E − G √(1 + z²), which is smooth where u jumps; so positions are handled as z. The integral x(u) is that of
 * Kim and Li, equation 17, written anew in every regime so that no two large terms cancel: it keeps its relative
 * precision in the middle of a jump, where x is as small as e^−u* of its terms. The plateaus ±u* are where ions and
 * electrons would drive μ equally, cosh u* = E / G.
 */
final class SectionSolution {

    /** What z does as x grows; all with E ≥ 0. */
    private enum Regime {
        /** No ionic drive: z rises evenly. */
        EVEN,
        /** cosh u* > 1: −u* is left and u* approached. */
        PLATEAUS,
        /** cosh u* = 1: the two plateaus are one. */
        TOUCHING,
        /** 0 ≤ E < G: u falls everywhere. */
        FALLING,
        /** G < 0: u rises everywhere. */
        RISING
    }

    /** So near to cosh u* = 1 the error of taking it for 1 is less than 1e-10 of k_BT. */
    private static final double TOUCH = 1e-10;

    private static final int MOST_STEPS = 12;

    private static final double TOLERANCE = 4e-16;

    private final double mirror;

    private final double drive;

    private final double pull;

    private final Regime regime;

    /** u* of cosh u* = |E/G|, where that is above 1. */
    private final double plateau;

    /** coth u* − 1. */
    private final double excess;

    /** √|1 − (E/G)²|, where |E/G| is below 1. */
    private final double root;

    /**
     * @param drive E
     * @param pull  G
     */
    SectionSolution(final double drive, final double pull) {
        // Exchanging electrons and holes (u for −u) exchanges the signs of E and G.
        mirror = drive < 0 ? -1 : 1;
        this.drive = Math.abs(drive);
        this.pull = mirror * pull;
        final double size = Math.abs(this.pull);
        final double ratio = this.drive / size;
        final double beyondOne = (this.drive - size) / size;
        regime = regime(ratio, beyondOne);
        root = Math.sqrt(Math.abs(beyondOne) * (1 + ratio));
        plateau = beyondOne > 0 ? Hyperbolic.arsinh(root) : 0;
        excess = 2 / Math.expm1(2 * plateau);
    }

    private Regime regime(final double ratio, final double beyondOne) {
        if (pull == 0 || ratio > 1e300) {
            return Regime.EVEN;
        }
        if (pull < 0) {
            return Regime.RISING;
        }
        if (Math.abs(beyondOne) < TOUCH) {
            return Regime.TOUCHING;
        }
        return beyondOne > 0 ? Regime.PLATEAUS : Regime.FALLING;
    }

    /** In how many equal parts to take a distance so that the plateaus draw μ nearer by less than e in each. */
    int parts(final double distance) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + Math.ceil(Math.abs(pull) * distance));
    }

    /** dz/dx. */
    double slope(final double z) {
        return mirror * speed(mirror * z);
    }

    private double speed(final double z) {
        return drive - pull * Hyperbolic.cosh(z);
    }

    /** The distance x from one z to another that lies on the same course. */
    double distance(final double fromZ, final double toZ) {
        return along(mirror * toZ) - along(mirror * fromZ);
    }

    /** z at the distance {@code x} from where it is {@code z}; the distance is one of {@link #parts}. */
    double after(final double z, final double x) {
        return mirror * ahead(mirror * z, x);
    }

    private double ahead(final double start, final double x) {
        final double speed = speed(start);
        final double origin = along(start);
        if (regime == Regime.EVEN || Math.abs(pull) * x < 1e-14 || Double.isInfinite(origin)) {
            return start + speed * x;
        }
        double z = sameSide(start, predicted(start, x), speed);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            final double step = (along(z) - origin - x) * speed(z);
            if (!(Math.abs(step) < last / 2)) {
                break;
            }
            z = sameSide(z, z - step, speed);
            last = Math.abs(step);
            if (last <= TOLERANCE * Hyperbolic.cosh(z)) {
                break;
            }
        }
        return z;
    }

    /** A course never crosses a plateau, nor does it turn. */
    private double sameSide(final double from, final double to, final double speed) {
        double z = to;
        for (int i = 0; i < 60 && turned(z, speed); i++) {
            z = from + (z - from) / 2;
        }
        return turned(z, speed) ? from : z;
    }

    private boolean turned(final double z, final double speed) {
        return Math.signum(speed(z)) != Math.signum(speed);
    }

    /** Runge–Kutta of the fourth order in z: near enough for Newton's method to end in two or three steps. */
    private double predicted(final double z, final double x) {
        final double first = speed(z);
        final double second = speed(z + x / 2 * first);
        final double third = speed(z + x / 2 * second);
        final double fourth = speed(z + x * third);
        return z + x / 6 * (first + 2 * second + 2 * third + fourth);
    }

    /** x(z) up to a constant; odd in z. */
    private double along(final double z) {
        if (regime == Regime.EVEN) {
            return z / drive;
        }
        final double size = Math.abs(z);
        final double u = Hyperbolic.arsinh(size);
        final double scaled = switch (regime) {
            case PLATEAUS -> u < plateau ? between(size, u) : beyond(u);
            case TOUCHING -> 1 / Hyperbolic.tanhOfHalf(size) - u;
            case FALLING -> -u - 2 * ratio() / root * Math.atan((1 + ratio()) / root * Hyperbolic.tanhOfHalf(size));
            default -> rising(size, u);
        };
        return Math.copySign(1, z) * scaled / Math.abs(pull);
    }

    private double ratio() {
        return drive / Math.abs(pull);
    }

    /** u (coth u* − 1) + coth u* (ln(1 − e^−(u*+u)) − ln(1 − e^−(u*−u))), the two logarithms taken as one. */
    private double between(final double z, final double u) {
        return excess * u + (1 + excess) * Math.log1p(2 * z * Math.exp(-plateau) / -Math.expm1(u - plateau));
    }

    /** The same integral for u > u*, measured from the plateau. */
    private double beyond(final double u) {
        final double above = u - plateau;
        return excess * plateau + (1 + excess) * Math.log1p(-Math.expm1(-2 * plateau) / Math.expm1(above)) - above;
    }

    private double rising(final double z, final double u) {
        if (Math.abs(drive + pull) < TOUCH * drive) {
            return u - Hyperbolic.tanhOfHalf(z);
        }
        if (plateau > 0) {
            final double behind = Math.log1p(2 * z / (Math.exp(plateau) + Math.exp(-u)));
            return behind - excess * (u - behind);
        }
        return u - 2 * ratio() / root * Math.atan((1 - ratio()) / root * Hyperbolic.tanhOfHalf(z));
    }
}
