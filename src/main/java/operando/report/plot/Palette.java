package operando.report.plot;

import java.awt.Color;

import operando.cell.Side;

/**
 * The colours of the figures, told apart with every kind of colour blindness (Okabe and Ito, Color Universal Design,
 * 2008); what they stand for is the same in every figure.
 */
public final class Palette {

    public static final Color INK = new Color(0x222222);
    public static final Color FAINT = new Color(0xDDDDDD);
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color GREEN = new Color(0x009E73);
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color RED = new Color(0xD55E00);
    public static final Color PURPLE = new Color(0xCC79A7);
    public static final Color SKY = new Color(0x56B4E9);

    public static final Color PALE_BLUE = new Color(0x8CC4E8);

    public static final Color MEASURED_VOLTAGE = BLUE;

    private Palette() {
    }

    public static Color of(final Side side) {
        return side == Side.TOP ? GREEN : ORANGE;
    }
}
