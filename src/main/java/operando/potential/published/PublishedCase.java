package operando.potential.published;

import java.util.List;

import operando.potential.LayerStack;

/**
 * One curve of a published figure and what the paper prints about it.
 *
 * @param label   what tells it from the figure's other curves
 * @param stack   its stack
 * @param printed what the paper prints; none of some curves
 */
public record PublishedCase(String label, LayerStack stack, List<Printed> printed) {

    /**
     * @param quantity what
     * @param words    as the paper prints it, such as 0.9812 or &lt; 0.01
     * @param value    the number in it
     */
    public record Printed(PublishedQuantity quantity, String words, double value) {

        static Printed of(final PublishedQuantity quantity, final String words) {
            return new Printed(quantity, words, Double.parseDouble(words.replaceFirst("^[<>] ", "")));
        }

        /** Whether the paper prints a value, not a bound. */
        public boolean isValue() {
            return !words.startsWith("<") && !words.startsWith(">");
        }
    }
}
