package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;

/** What is opened shows something at once, and says what its colours mean. */
class LookingTest {

    private static ImageStack layers() {
        final ImageStack stack = new ImageStack(12, 9);
        for (int z = 0; z < 20; z++) {
            final ByteProcessor slice = new ByteProcessor(12, 9);
            for (int i = 0; i < 12 * 9; i++) {
                // Electrolyte in the middle, lithium outside, an uneven interface with voids at slice 6.
                slice.set(i, z < 5 || z > 14 ? 80 : z == 5 ? new int[] {40, 80, 120, 180}[i % 4] : 180);
            }
            stack.addSlice("z " + (z + 1), slice);
        }
        return stack;
    }

    @Test
    void aCellOpensAtAnInterfaceAndNotInTheElectrolyte() {
        assertEquals(6, TellingSlice.of(layers(), 20));
    }

    @Test
    void anEvenStackOpensInItsMiddle() {
        final ImageStack even = new ImageStack(7, 5);
        for (int z = 0; z < 9; z++) {
            even.addSlice(new ByteProcessor(7, 5));
        }
        assertEquals(5, TellingSlice.of(even, 9));
    }

    @Test
    void theLegendNamesEveryLabelInsideTheImage() {
        final ImagePlus image = new ImagePlus("labels", layers());
        final Map<String, Color> names = new LinkedHashMap<>();
        names.put("lithium", new Color(0x56B4E9));
        names.put("void", new Color(0xD55E00));
        Legend.add(image, names);
        assertEquals(5, image.getOverlay().size());
        assertTrue(image.getOverlay().get(2) instanceof TextRoi text && text.getText().strip().equals("lithium"));
        assertEquals(new Color(0xD55E00), image.getOverlay().get(3).getFillColor());
        assertEquals(0, image.getOverlay().get(0).getPosition(), "on every slice");
    }
}
