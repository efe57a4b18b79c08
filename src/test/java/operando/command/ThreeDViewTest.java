package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Set;
import java.util.TreeSet;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import operando.cell.InputException;
import operando.cell.Phase;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;

class ThreeDViewTest {

    /** Lithium over interphase over electrolyte, in layers of ten slices, at each of two time points. */
    private static ImagePlus labels() {
        final ImagePlus image = IJ.createHyperStack("labels", 24, 18, 1, 30, 2, 8);
        for (int slice = 1; slice <= 60; slice++) {
            final int z = (slice - 1) % 30;
            image.getStack().getProcessor(slice).set((z < 10 ? Phase.LITHIUM : z < 20 ? Phase.INTERPHASE : Phase.ELECTROLYTE).label());
        }
        return image;
    }

    private static ImagePlus made(final ImagePlus image, final ThreeDView.Shown shown) throws Exception {
        WindowManager.setTempCurrentImage(image);
        try {
            final CommandInputs inputs = new CommandInputs(new CommandInfo(ThreeDView.class.getName()));
            inputs.take(MacroOptions.parse("show=" + shown + " width=240"));
            final CommandRun run = new CommandRun(inputs);
            run.run();
            return (ImagePlus) run.output("picture");
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    /** Phases whose hue is in a picture; electrolyte is grey. */
    private static Set<Phase> seen(final ImagePlus picture) {
        final Set<Phase> seen = new TreeSet<>();
        for (final int pixel : (int[]) picture.getProcessor().getPixels()) {
            for (final Phase phase : new Phase[] {Phase.LITHIUM, Phase.INTERPHASE}) {
                final Color c = new Color(pixel);
                final Color of = new Color(phase.rgb());
                final float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null);
                if (hsb[1] > 0.2 && Math.abs(hsb[0] - Color.RGBtoHSB(of.getRed(), of.getGreen(), of.getBlue(), null)[0]) < 0.02) {
                    seen.add(phase);
                }
            }
        }
        return seen;
    }

    @Test
    void allPhasesAreSeenOrWhatLiesBehindTheLithiumAtEveryTime() throws Exception {
        final ImagePlus all = made(labels(), ThreeDView.Shown.ALL);
        assertEquals(2, all.getNFrames());
        assertEquals(240, all.getWidth());
        assertEquals(Set.of(Phase.LITHIUM, Phase.INTERPHASE), seen(all));
        final ImagePlus top = made(labels(), ThreeDView.Shown.TOP_INTERFACE);
        assertFalse(seen(top).contains(Phase.LITHIUM), "what covers the interface is taken away");
        assertTrue(seen(top).contains(Phase.INTERPHASE));
    }

    @Test
    void whatIsNoLabelStackIsRefused() {
        assertThrows(InputException.class, () -> made(IJ.createImage("grey", "8-bit ramp", 40, 30, 5), ThreeDView.Shown.ALL));
        assertThrows(InputException.class, () -> made(IJ.createImage("grey", "32-bit ramp", 40, 30, 5), ThreeDView.Shown.ALL));
    }
}
