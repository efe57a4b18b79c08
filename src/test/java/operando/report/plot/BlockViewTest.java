package operando.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import operando.cell.Phase;
import org.junit.jupiter.api.Test;

/** A block of voxels is shown at its size and with what lies inside of it. */
class BlockViewTest {

    private static final int WIDTH = 30;
    private static final int HEIGHT = 40;
    private static final int DEPTH = 50;

    /** Lithium with a core of void that no outer face shows. */
    private static BlockView block(final double dx, final double dy, final double dz) {
        final byte[] labels = new byte[WIDTH * HEIGHT * DEPTH];
        for (int i = 0; i < labels.length; i++) {
            final int x = i % WIDTH;
            final int y = i / WIDTH % HEIGHT;
            final int z = i / (WIDTH * HEIGHT);
            final boolean core = Math.abs(x - 15) < 8 && Math.abs(y - 20) < 10 && Math.abs(z - 25) < 10;
            labels[i] = (core ? Phase.VOID : Phase.LITHIUM).label();
        }
        return new BlockView(labels, WIDTH, HEIGHT, DEPTH, dx, dy, dz, true);
    }

    /** Pixels by hue; shading changes brightness alone. */
    private static Map<Integer, Integer> hues(final BufferedImage image) {
        final Map<Integer, Integer> hues = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                final Color c = new Color(image.getRGB(x, y));
                hues.merge(c.equals(Color.WHITE) ? -1 : Math.round(20 * Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null)[0]), 1, Integer::sum);
            }
        }
        return hues;
    }

    private static int hue(final Phase phase) {
        final Color c = new Color(phase.rgb());
        return Math.round(20 * Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null)[0]);
    }

    @Test
    void whatLiesInsideIsSeenThroughTheQuarterThatIsTakenAway() {
        final Map<Integer, Integer> hues = hues(block(1.7, 1.5, 2).picture(300, 400));
        assertTrue(hues.getOrDefault(hue(Phase.VOID), 0) > 1000, hues::toString);
        assertTrue(hues.get(hue(Phase.LITHIUM)) > 5 * hues.get(hue(Phase.VOID)), hues::toString);
        assertEquals(Set.of(-1, hue(Phase.VOID), hue(Phase.LITHIUM)), hues.keySet());
    }

    /** The silhouette of a convex body in parallel projection is half the sum of its faces times how they are turned; the quarter hides nothing behind it. */
    @Test
    void silhouetteHasTheAreaOfTheProjection() {
        final BlockView view = block(1.7, 1.5, 2);
        final BufferedImage image = view.picture(500, 600);
        final double shown = 500 * 600 - hues(image).get(-1);
        final double a = WIDTH * 1.7;
        final double b = HEIGHT * 1.5;
        final double c = DEPTH * 2;
        final double turn = Math.toRadians(35);
        final double tilt = Math.toRadians(24);
        final double whole = b * c * Math.sin(turn) * Math.cos(tilt) + a * c * Math.cos(turn) * Math.cos(tilt) + a * b * Math.sin(tilt);
        // Without the quarter, the roof and the floor of the cut lie behind nothing at its outer edges: of its roof a quarter is open, of its floor nothing is there.
        final double open = a * b / 4 * Math.sin(tilt);
        final double um2 = shown * Math.pow(view.umPerPixel(500, 600), 2);
        assertTrue(um2 < whole * 1.01 && um2 > (whole - 2 * open) * 0.99, um2 + " µm² of " + whole);
        assertEquals("51 × 60 × 100 µm", view.size());
    }
}
