package operando.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

class ReliefViewTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 61;

    /** A plane with a hill in its middle. */
    private static ReliefView view(final double hillUm) {
        final float[] rise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < rise.length; i++) {
            final double away = Math.hypot(i % WIDTH - 40, i / WIDTH - 30) / 8;
            rise[i] = (float) (hillUm * Math.exp(-away * away));
        }
        return new ReliefView(rise, WIDTH, HEIGHT, 1.5, 2, 3, 4);
    }

    private static long pixels(final BufferedImage image, final java.util.function.Predicate<Color> which) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += which.test(new Color(image.getRGB(x, y))) ? 1 : 0;
            }
        }
        return count;
    }

    /** The corners of the map are the middles of its outer pixels: (n − 1) (m − 1) pixels of area, seen at the angle of the tilt. */
    @Test
    void aPlaneIsSeenAsItsProjection() {
        final ReliefView plane = view(0);
        final double um2 = pixels(plane.picture(600, 400), colour -> !colour.equals(Color.WHITE)) * Math.pow(plane.umPerPixel(600, 400), 2);
        assertEquals((WIDTH - 1) * 1.5 * (HEIGHT - 1) * 2 * Math.sin(Math.toRadians(24)), um2, 0.02 * um2);
    }

    @Test
    void aHillHasTheColoursOfItsHeightAndRisesAboveThePlane() {
        // Yellow ends the scale; the plane lies in its middle.
        final java.util.function.Predicate<Color> yellow = colour -> colour.getRed() > 150 && colour.getGreen() > 150 && colour.getBlue() < 80;
        assertEquals(0, pixels(view(0).picture(600, 400), yellow));
        assertTrue(pixels(view(4).picture(600, 400), yellow) > 100);
        assertTrue(pixels(view(-4).picture(600, 400), colour -> colour.getBlue() > colour.getGreen() && colour.getBlue() > 40 && !colour.equals(Color.WHITE)) > 100);
    }

    @Test
    void heightsAreStretchedByARoundNumber() {
        assertEquals(10, ReliefView.stretch(2, 150));
        assertEquals(1, ReliefView.stretch(100, 150));
    }
}
