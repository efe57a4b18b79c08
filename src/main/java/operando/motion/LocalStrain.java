package operando.motion;

import java.util.Arrays;
import java.util.Optional;

import operando.motion.StrainField.Component;

/**
 * The displacement gradient at one point of a field and how good its strain is. Polynomials of second and third degree over the widest
 * window and of third degree over one that is a step smaller are compared: what a polynomial does not follow is its difference from the
 * next finer one less what noise adds to that difference (for the last by Richardson's extrapolation: the gradient of a polynomial of third
 * degree is wrong by the fourth power of the window). The one whose variance by noise and square of that error are least together is taken.
 *
 * @param gradient ∂u/∂x, [component][axis]
 * @param error    standard deviation of each small strain, in the order of {@link Component}
 */
record LocalStrain(double[][] gradient, double[] error) {

    private static final int COMPONENTS = Component.values().length;

    /** One polynomial's gradient, the variance of each small strain by noise, and its square of what it does not follow. */
    private record Candidate(double[][] gradient, double[] variance, double[] missed) {

        static Candidate of(final LocalGradient fit) {
            final double[] variance = new double[COMPONENTS];
            for (final Component each : Component.values()) {
                variance[each.ordinal()] = each.row == each.column ? fit.variance()[each.row][each.row]
                    : (fit.variance()[each.row][each.column] + fit.variance()[each.column][each.row]) / 4;
            }
            return new Candidate(fit.gradient(), variance, new double[COMPONENTS]);
        }

        /** @param share of the difference from a finer candidate that this one misses */
        void compare(final Candidate finer, final double share) {
            for (final Component each : Component.values()) {
                final int of = each.ordinal();
                final double difference = StrainField.small(gradient, each) - StrainField.small(finer.gradient, each);
                missed[of] = share * share * Math.max(0, difference * difference - Math.abs(finer.variance[of] - variance[of]));
            }
        }

        double expected() {
            return Arrays.stream(variance).sum() + Arrays.stream(missed).sum();
        }
    }

    /** @return none if the point's neighbours do not determine the gradient */
    static Optional<LocalStrain> at(final DisplacementField field, final int point, final int window) {
        final Optional<Candidate> second = LocalGradient.of(field, point, window, LocalGradient.QUADRATIC).map(Candidate::of);
        if (second.isEmpty()) {
            return LocalGradient.of(field, point, window, LocalGradient.LINEAR).map(Candidate::of).map(LocalStrain::of);
        }
        Candidate best = second.get();
        final Optional<Candidate> third = LocalGradient.of(field, point, window, LocalGradient.CUBIC).map(Candidate::of);
        if (third.isPresent()) {
            best.compare(third.get(), 1);
            best = nearer(best, refined(field, point, window, third.get()));
        } else if (window > 1) {
            final double ratio = Math.pow((window - 1.0) / window, 2);
            final Optional<Candidate> smaller = LocalGradient.of(field, point, window - 1, LocalGradient.QUADRATIC).map(Candidate::of);
            if (smaller.isPresent()) {
                best.compare(smaller.get(), 1 / (1 - ratio));
                smaller.get().compare(second.get(), ratio / (1 - ratio));
                best = nearer(best, smaller.get());
            }
        }
        return Optional.of(of(best));
    }

    private static Candidate refined(final DisplacementField field, final int point, final int window, final Candidate third) {
        final Optional<Candidate> smaller = window > 2 ? LocalGradient.of(field, point, window - 1, LocalGradient.CUBIC).map(Candidate::of) : Optional.empty();
        if (smaller.isPresent()) {
            final double ratio = Math.pow((window - 1.0) / window, 4);
            third.compare(smaller.get(), 1 / (1 - ratio));
            smaller.get().compare(third, ratio / (1 - ratio));
            return nearer(third, smaller.get());
        }
        if (window > 1) {
            LocalGradient.of(field, point, window - 1, LocalGradient.QUADRATIC).map(Candidate::of).ifPresent(other -> third.compare(other, 1));
        }
        return third;
    }

    private static Candidate nearer(final Candidate one, final Candidate other) {
        return other.expected() < one.expected() ? other : one;
    }

    private static LocalStrain of(final Candidate candidate) {
        final double[] error = new double[COMPONENTS];
        for (int i = 0; i < COMPONENTS; i++) {
            error[i] = Math.sqrt(candidate.variance[i] + candidate.missed[i]);
        }
        return new LocalStrain(candidate.gradient, error);
    }
}
