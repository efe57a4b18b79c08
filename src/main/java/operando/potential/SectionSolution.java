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

    /** So near to cosh u* = 1 rounding does not tell it from 1. */
    private static final double TOUCH = 1e-14;

    /** So near to it μ rests at B for more than 10⁴ e-folds. */
    private static final double REST = 1e-9;

    private static final int MOST_STEPS = 12;

    private static final double TOLERANCE = 4e-16;

    /** Beyond it a step of Newton's method in z may overflow. */
    private static final double LARGE = 1e150;

    private final double mirror;

    private final double drive;

    private final double pull;

    private final Regime regime;

    /** |E/G| − 1. */
    private final double beyondOne;

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
        beyondOne = (this.drive - size) / size;
        regime = regime(ratio);
        root = Math.sqrt(Math.abs(beyondOne) * (1 + ratio));
        plateau = beyondOne > 0 ? Hyperbolic.arsinh(root) : 0;
        excess = 2 / Math.expm1(2 * plateau);
    }

    private Regime regime(final double ratio) {
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

    /** In how many parts to take a distance so that the plateaus draw μ nearer by less than e in each. */
    double efolds(final double distance) {
        return 1 + Math.ceil(Math.abs(pull) * distance);
    }

    /** Whether ions and electrons are so nearly in balance at μ = B that μ rests there on its way. */
    boolean rests() {
        return pull > 0 && Math.abs(beyondOne) < REST;
    }

    /** This course, with the balance taken as exact if it rests: the digits of E and G do not tell how long it does. */
    SectionSolution resting() {
        return rests() ? new SectionSolution(mirror * drive, mirror * drive) : this;
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

    /** z at the distance {@code x} behind where it is {@code z}; infinite where μ has left all bounds. */
    double after(final double z, final double x) {
        return mirror * ahead(mirror * z, x);
    }

    /** z at the distance {@code x} before where it is {@code z}. */
    double before(final double z, final double x) {
        return new SectionSolution(-mirror * drive, -mirror * pull).after(z, x);
    }

    private double ahead(final double start, final double x) {
        final double speed = speed(start);
        final double origin = along(start);
        if (regime == Regime.EVEN || Math.abs(pull) * x < 1e-14) {
            return start + speed * x;
        }
        if (Math.abs(pull) * x > 1 || Math.abs(start) > LARGE) {
            return far(start, origin + x, speed);
        }
        if (Double.isInfinite(origin)) {
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

    /**
     * z where x(z) is {@code target}, found by halving in u between the start and where the course tends to. On a plateau, from
     * which x is infinite, a course stays.
     */
    private double far(final double start, final double target, final double speed) {
        if (speed == 0 || !Double.isFinite(target)) {
            return start;
        }
        final double from = Hyperbolic.arsinh(start);
        double near = from;
        double end = end(from, speed);
        if (Math.abs(end) >= ShootingTrajectory.FARTHEST && along(Math.sinh(end)) < target) {
            return Math.copySign(Double.POSITIVE_INFINITY, end);
        }
        for (double middle = (near + end) / 2; middle != near && middle != end; middle = (near + end) / 2) {
            if (along(Math.sinh(middle)) < target) {
                near = middle;
            } else {
                end = middle;
            }
        }
        return near == from ? start : Math.sinh(near);
    }

    /** The u that a course tends to. */
    private double end(final double u, final double speed) {
        if (regime == Regime.PLATEAUS && u > -plateau || regime == Regime.TOUCHING && u > 0) {
            return plateau;
        }
        return Math.copySign(ShootingTrajectory.FARTHEST, speed);
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
