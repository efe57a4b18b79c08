package operando.potential.published;

import java.util.List;

import operando.potential.LayerStack;
import operando.potential.PotentialJump;
import operando.potential.PotentialProfile;

/**
 * One curve of a published figure and what the paper prints about it.
 *
 * @param label   what tells it from the figure's other curves
 * @param stack   its stack
 * @param printed what the paper prints
 */
public record PublishedCase(String label, LayerStack stack, List<Printed> printed) {

    /** What a printed value is about. */
    public enum Quantity {
        TRANSFERENCE_NUMBER("t", 4),
        FIRST_JUMP("x/L of the first jump", 3),
        LAST_JUMP("x/L of the last jump", 3),
        MIDDLE_POTENTIAL_EV("μ at x/L = 0.5, eV", 4);

        private final String words;

        private final int decimals;

        Quantity(final String words, final int decimals) {
            this.words = words;
            this.decimals = decimals;
        }

        public String words() {
            return words;
        }

        /** How many decimals it is worth printing. */
        public int decimals() {
            return decimals;
        }

        /** The value of a profile. */
        public double of(final PotentialProfile profile) {
            return switch (this) {
                case TRANSFERENCE_NUMBER -> profile.transferenceNumber();
                case FIRST_JUMP -> jumps(profile).get(0).position();
                case LAST_JUMP -> jumps(profile).get(jumps(profile).size() - 1).position();
                case MIDDLE_POTENTIAL_EV -> profile.potentialEv(0.5);
            };
        }

        private static List<PotentialJump> jumps(final PotentialProfile profile) {
            return PotentialJump.of(profile).stream().filter(PotentialJump::atLeastConducting).toList();
        }
    }

    /**
     * @param quantity what
     * @param words    as the paper prints it, such as 0.9812 or &lt; 0.01
     * @param value    the number in it
     */
    public record Printed(Quantity quantity, String words, double value) {

        static Printed of(final Quantity quantity, final String number) {
            return new Printed(quantity, number, Double.parseDouble(number));
        }

        /** Whether the paper prints a value, not a bound. */
        public boolean isValue() {
            return !words.startsWith("<") && !words.startsWith(">");
        }
    }
}
