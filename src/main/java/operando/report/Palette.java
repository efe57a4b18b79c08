package operando.report;

import java.awt.Color;

import operando.cell.Side;

/**
 * The colours of the figures, told apart with every kind of colour blindness (Okabe and Ito, Color Universal Design,
 * 2008); what they stand for is the same in every figure.
 */
final class Palette {

    static final Color INK = new Color(0x222222);
    static final Color FAINT = new Color(0xDDDDDD);
    static final Color BLUE = new Color(0x0072B2);
    static final Color GREEN = new Color(0x009E73);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color RED = new Color(0xD55E00);
    static final Color PURPLE = new Color(0xCC79A7);
    static final Color SKY = new Color(0x56B4E9);

    static final Color MEASURED_VOLTAGE = BLUE;

    private Palette() {
    }

    static Color of(final Side side) {
        return side == Side.TOP ? GREEN : ORANGE;
    }
}
