package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import operando.cell.Side;
import org.junit.jupiter.api.Test;

class CellStateTest {

    private static final CellState STATE = new CellState(1.3, 950, 0.25, 0.21, 17, 29);

    @Test
    void everySideHasItsOwn() {
        assertEquals(0.25, STATE.contactFraction(Side.TOP));
        assertEquals(0.21, STATE.contactFraction(Side.BOTTOM));
        assertEquals(17, STATE.interphaseThicknessUm(Side.TOP));
        assertEquals(29, STATE.interphaseThicknessUm(Side.BOTTOM));
        assertEquals(new CellState(1.3, 950, 0.1, 0.21, 17, 29), STATE.withContactFraction(Side.TOP, 0.1));
        assertEquals(new CellState(1.3, 950, 0.25, 0.1, 17, 29), STATE.withContactFraction(Side.BOTTOM, 0.1));
    }

    @Test
    void aPositiveCurrentStripsTheTop() {
        assertEquals(Side.TOP, STATE.strippingSide());
        assertEquals(Side.BOTTOM, STATE.withCurrentDensity(-0.1).strippingSide());
        assertEquals(Side.TOP, STATE.withCurrentDensity(0).strippingSide());
    }
}
