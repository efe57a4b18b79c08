package operando.report;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import operando.motion.DisplacementField;
import operando.motion.RadialProfile;
import operando.scan.Scan;

/** Draws displacement fields into PNG and SVG files. */
public final class DisplacementFigures {

    private static final double BLACK = 0.002;
    private static final double WHITE = 0.998;

    private DisplacementFigures() {
    }

    /**
     * Draws vectors over the middle x–z cross-section: displacement.png and displacement.svg.
     *
     * @param reference the scan whose points the field follows
     * @throws operando.cell.InputException if the scan cannot be read or the files cannot be written
     */
    public static void write(final DisplacementField field, final Scan reference, final Path folder) {
        final int row = reference.height() / 2;
        FigureFiles.write(new DisplacementFigure(field, section(reference, row), row, "displacement", "Displacement"), folder);
    }

    /**
     * Draws the profile from the centre to the rim: radial_profile.png and radial_profile.svg.
     *
     * @throws operando.cell.InputException if the files cannot be written
     */
    public static void writeProfile(final List<RadialProfile.Ring> profile, final Path folder) {
        FigureFiles.write(new RadialProfileFigure(profile), folder);
    }

    private static BufferedImage section(final Scan scan, final int row) {
        final float[] grey = new float[scan.width() * scan.depth()];
        scan.readBlock(0, row, 0, scan.width(), 1, scan.depth(), grey);
        final float[] sorted = grey.clone();
        Arrays.sort(sorted);
        final float black = sorted[(int) (BLACK * (sorted.length - 1))];
        final float white = Math.max(black + Float.MIN_NORMAL, sorted[(int) (WHITE * (sorted.length - 1))]);
        final BufferedImage image = new BufferedImage(scan.width(), scan.depth(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < grey.length; i++) {
            image.getRaster().setSample(i % scan.width(), i / scan.width(), 0,
                Math.round(255 * Math.max(0, Math.min(1, (grey[i] - black) / (white - black)))));
        }
        return image;
    }
}
