package operando.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.potential.LatticeMismatch;
import operando.potential.PotentialPoint;
import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import operando.potential.ProfileSummary;
import operando.potential.design.DesignMap;
import operando.potential.design.DesignPoint;
import operando.potential.published.PublishedCase;
import operando.potential.published.PublishedCase.Printed;
import operando.potential.published.PublishedConductivity;
import operando.potential.published.PublishedFigure;
import operando.report.figure.ConductivityFigure;
import operando.report.figure.DesignMapFigure;
import operando.report.figure.PotentialFigure;
import operando.report.plot.FigureFiles;
import operando.text.CsvTable;

/** Writes profiles, design maps and published figures of the Li⁰ potential as CSV, PNG and SVG files. */
public final class PotentialFiles {

    /**
     * A printed value beside the one computed here.
     *
     * @param figure   the paper's figure
     * @param curve    the curve in it
     * @param printed  what the paper prints
     * @param computed what is computed here
     */
    public record Compared(String figure, String curve, Printed printed, double computed) {

        /** Computed minus printed; not a number where the paper prints a bound. */
        public double deviation() {
            return printed.isValue() ? computed - printed.value() : Double.NaN;
        }
    }

    private PotentialFiles() {
    }

    /** Writes potential.png, potential.svg, profile.csv and summary.csv. */
    public static void write(final String name, final PotentialProfile profile, final Optional<LatticeMismatch> mechanics,
        final Path folder) {
        FigureFiles.write(new PotentialFigure("potential", name, Map.of(name, profile)), folder);
        writeProfile(profile, folder.resolve("profile.csv"));
        final CsvTable table = new CsvTable(List.of("quantity", "value", "unit"));
        ProfileSummary.of(profile, mechanics).forEach(row -> table.row(List.of(row.quantity(), row.value(), row.unit())));
        table.write(folder.resolve("summary.csv"));
    }

    /** Writes designs.png, designs.svg and designs.csv. */
    public static void write(final DesignMap map, final Path folder) {
        FigureFiles.write(new DesignMapFigure("designs", "designs", map), folder);
        final CsvTable table = new CsvTable(List.of(map.sweep().first().parameter().name(),
            map.sweep().second().parameter().name(), "t", "overshoot_exposure", "undershoot_exposure", "overshoot_eV",
            "undershoot_eV", "first_jump", "last_jump"));
        for (int row = 0; row < map.sweep().second().steps(); row++) {
            for (int column = 0; column < map.sweep().first().steps(); column++) {
                final DesignPoint point = map.point(column, row);
                table.row(List.of(map.sweep().first().value(column), map.sweep().second().value(row),
                    point.transferenceNumber(), point.overshootExposure(), point.undershootExposure(),
                    point.overshootEv(), point.undershootEv(), point.jumpNearestCathode(), point.jumpNearestAnode()));
            }
        }
        table.write(folder.resolve("designs.csv"));
    }

    /**
     * Writes a published figure.
     *
     * @param name one of {@link PublishedFigure#namesUnder}
     * @return the printed values beside the computed ones; none of a figure of conductivities
     */
    public static List<Compared> writePublished(final String name, final Path folder) {
        final Optional<PublishedConductivity> conductivity = PublishedFigure.conductivities().stream()
            .filter(one -> one.name().equals(name)).findAny();
        conductivity.ifPresent(one -> FigureFiles.write(new ConductivityFigure("potential-" + name, one), folder));
        return conductivity.isPresent() ? List.of() : write(PublishedFigure.named(name), folder);
    }

    /**
     * Solves a published figure anew and writes potential-NAME.png, .svg and .csv, and a profile-NAME-N.csv a curve.
     *
     * @return the printed values beside the computed ones
     */
    public static List<Compared> write(final PublishedFigure figure, final Path folder) {
        final Map<String, PotentialProfile> profiles = new LinkedHashMap<>();
        final List<Compared> values = new ArrayList<>();
        for (final PublishedCase curve : figure.cases()) {
            final PotentialProfile profile = PotentialSolver.solve(curve.stack());
            profiles.put(curve.label(), profile);
            writeProfile(profile, folder.resolve("profile-" + figure.name() + "-" + profiles.size() + ".csv"));
            curve.printed().forEach(printed -> values.add(
                new Compared(figure.name(), curve.label(), printed, printed.quantity().of(profile))));
        }
        final String id = "potential-" + figure.name();
        FigureFiles.write(new PotentialFigure(id, figure.title(), profiles), folder);
        final CsvTable table = new CsvTable(List.of("figure", "curve", "quantity", "paper", "computed", "deviation"));
        values.forEach(value -> table.row(List.of(value.figure(), value.curve(), value.printed().quantity().words(),
            value.printed().words(), value.computed(), value.deviation())));
        table.write(folder.resolve(id + ".csv"));
        return values;
    }

    private static void writeProfile(final PotentialProfile profile, final Path file) {
        final CsvTable table = new CsvTable(List.of("x_over_L", "x_um", "layer", "li0_potential_eV",
            "electrostatic_potential_eV", "electron_potential_eV"));
        final double thickness = profile.stack().totalThicknessUm();
        for (final PotentialPoint point : profile.points()) {
            final double electrostatic = profile.electrostaticPotentialEv(point.x());
            table.row(List.of(point.x(), point.x() * thickness,
                profile.stack().layers().get(profile.stack().layerAt(point.x())).name(), point.potentialEv(),
                electrostatic, point.potentialEv() - electrostatic));
        }
        table.write(file);
    }
}
