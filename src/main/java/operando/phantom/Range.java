package operando.phantom;

import operando.cell.InputException;

/** The words for a setting that is outside its range. */
final class Range {

    private Range() {
    }

    static void check(final String name, final double value, final double least, final double most) {
        if (!(value >= least && value <= most)) {
            throw new InputException("phantom: " + name, value + " is outside its range",
                "give " + least + " to " + most);
        }
    }
}
