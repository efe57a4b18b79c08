package operando.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.event.KeyEvent;

import ij.IJ;
import operando.engine.CancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageJProgressTest {

    @AfterEach
    void forgetTheKey() {
        IJ.resetEscape();
    }

    @Test
    void escapeCancelsTheJobThatRunsAndNotTheNextOne() {
        final ImageJProgress first = new ImageJProgress();
        assertDoesNotThrow(() -> first.report(0.5, "Working"));
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        assertThrows(CancelledException.class, () -> first.report(0.6, "Working"));
        assertThrows(CancelledException.class, () -> first.report(0.7, "Working"));
        assertDoesNotThrow(() -> new ImageJProgress().report(0, "Working"));
    }
}
