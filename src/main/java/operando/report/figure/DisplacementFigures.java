package operando.report.figure;

import java.nio.file.Path;
import java.util.List;

import operando.motion.DisplacementField;
import operando.motion.RadialProfile;
import operando.report.plot.FigureFiles;
import operando.results.GreySection;
import operando.scan.Scan;

/** Draws displacement fields into PNG and SVG files. */
public final class DisplacementFigures {

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
        FigureFiles.write(new DisplacementFigure(field, GreySection.of(reference, row), row, "displacement", "Displacement"), folder);
    }

    /**
     * Draws the profile from the centre to the rim: radial_profile.png and radial_profile.svg.
     *
     * @throws operando.cell.InputException if the files cannot be written
     */
    public static void writeProfile(final List<RadialProfile.Ring> profile, final Path folder) {
        FigureFiles.write(new RadialProfileFigure(profile), folder);
    }
}
