package operando.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.motion.DisplacementField;
import operando.report.figure.ContactAndVoltageFigure;
import operando.report.figure.ContactProjectionsFigure;
import operando.report.figure.DisplacementFigure;
import operando.report.figure.DisplacementTimesFigure;
import operando.report.figure.LithiumFractionFigure;
import operando.report.figure.PositionsFigure;
import operando.report.figure.StackThicknessFigure;
import operando.report.figure.VoidOverlaysFigure;
import operando.report.figure.VoltageFigure;
import operando.report.figure.VolumesFigure;
import operando.report.plot.Figure;
import operando.report.plot.FigureFiles;
import operando.report.plot.Picture;
import operando.results.Results;
import operando.series.DisplacementSeries;

/** Writes the figures and the report of a run into its results folder. */
public final class Report {

    private Report() {
    }

    /**
     * Writes figures/*.png, figures/*.svg and report.html.
     *
     * @param folder where the report goes; pictures are taken from the results' own folder
     * @return the report
     * @throws operando.cell.InputException if the folder cannot be written to
     */
    public static Path write(final Results results, final Path folder) {
        final List<ReportPage.Drawn> drawn = new ArrayList<>();
        for (final Figure figure : figures(results)) {
            drawn.add(drawn(figure, folder));
        }
        final Optional<ReportPage.Drawn> importance = results.classifier().flatMap(ClassifierSection::figure).map(figure -> drawn(figure, folder));
        final Path file = folder.resolve("report.html");
        final String html = new ReportPage(results).html(drawn, importance);
        AtomicFile.write(file, unfinished -> Files.writeString(unfinished, html));
        return file;
    }

    private static ReportPage.Drawn drawn(final Figure figure, final Path folder) {
        return new ReportPage.Drawn(figure, FigureFiles.write(figure, folder.resolve("figures")));
    }

    private static List<Figure> figures(final Results results) {
        final VoxelSize voxelSize = results.voxelSize();
        final List<Figure> figures = new ArrayList<>();
        figures.add(new ContactAndVoltageFigure(results));
        for (final Side side : Side.values()) {
            figures.add(new ContactProjectionsFigure(results, side, voxelSize));
        }
        results.voltage().ifPresent(voltage -> figures.add(new VoltageFigure(results, voltage)));
        figures.add(new VolumesFigure(results));
        figures.add(new VoidOverlaysFigure(results, voxelSize));
        figures.add(new PositionsFigure(results));
        if (results.series().hasAny(Quantity.STACK_THICKNESS)) {
            figures.add(new StackThicknessFigure(results));
        }
        if (LithiumFractionFigure.applies(results)) {
            figures.add(new LithiumFractionFigure(results));
        }
        results.displacement().ifPresent(series -> addDisplacement(results, series, figures));
        return figures;
    }

    private static void addDisplacement(final Results results, final DisplacementSeries series, final List<Figure> figures) {
        for (int i = 0; i < series.rows().size(); i++) {
            if (i == series.rows().size() - 1 || i == farthest(results, series)) {
                final DisplacementField field = series.fromFirst().get(i);
                final String scan = results.series().scan(series.rows().get(i));
                Picture.read(results.files().section(results.series().scan(series.firstRow()))).ifPresent(section -> figures.add(new DisplacementFigure(field, section,
                    series.sectionRow(), "displacement-" + scan, "Displacement, " + results.series().scan(series.firstRow()) + " to " + scan)));
            }
        }
        if (results.series().hasAny(Quantity.DISPLACEMENT_CENTRE)) {
            figures.add(new DisplacementTimesFigure(results));
        }
    }

    /** The scan whose middle has moved farthest. */
    private static int farthest(final Results results, final DisplacementSeries series) {
        int farthest = 0;
        for (int i = 1; i < series.rows().size(); i++) {
            farthest = results.series().value(series.rows().get(i), Quantity.DISPLACEMENT_CENTRE)
                > results.series().value(series.rows().get(farthest), Quantity.DISPLACEMENT_CENTRE) ? i : farthest;
        }
        return farthest;
    }
}
