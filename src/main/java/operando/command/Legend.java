package operando.command;

import java.awt.Color;
import java.awt.Font;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

/** The names of labels beside their colours, in the image itself, as an overlay (Image > Overlay > Hide Overlay takes it away). */
final class Legend {

    private static final double OF_HEIGHT = 1.0 / 22;
    private static final int SMALLEST = 5;
    private static final int LARGEST = 26;
    private static final Color GROUND = new Color(0, 0, 0, 150);

    private Legend() {
    }

    /** @param names of labels, with their colours, in the order in which they stand */
    static void add(final ImagePlus image, final Map<String, Color> names) {
        final int line = Math.max(SMALLEST, Math.min(LARGEST, (int) Math.round(image.getHeight() * OF_HEIGHT)));
        final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, line);
        final Overlay overlay = new Overlay();
        final int longest = names.keySet().stream().mapToInt(String::length).max().orElse(0);
        final Roi ground = new Roi(0, 0, (int) (line * (1.8 + 0.56 * longest)), (int) Math.ceil(1.35 * line * names.size() + 0.5 * line));
        ground.setFillColor(GROUND);
        overlay.add(ground);
        double y = 0.4 * line;
        for (final Map.Entry<String, Color> name : names.entrySet()) {
            final Roi patch = new Roi(0.4 * line, y, line, line);
            patch.setFillColor(name.getValue());
            overlay.add(patch);
            final TextRoi text = new TextRoi(1.7 * line, y - 0.15 * line, name.getKey(), font);
            text.setStrokeColor(Color.WHITE);
            text.setAntialiased(true);
            overlay.add(text);
            y += 1.35 * line;
        }
        image.setOverlay(overlay);
    }
}
