package operando.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.motion.DisplacementField;
import operando.report.figure.ContactAndVoltageFigure;
import operando.report.figure.ContactChangesFigure;
import operando.report.figure.ContactLossFigure;
import operando.report.figure.ContactProjectionsFigure;
import operando.report.figure.DisplacementFigure;
import operando.report.figure.DisplacementTimesFigure;
import operando.report.figure.EffectiveCurrentFigure;
import operando.report.figure.FitFigure;
import operando.report.figure.GreyProfilesFigure;
import operando.report.figure.HistogramsFigure;
import operando.report.figure.ImpliedContactFigure;
import operando.report.figure.InterfaceLinesFigure;
import operando.report.figure.LithiumFractionFigure;
import operando.report.figure.OtherSectionsFigure;
import operando.report.figure.PositionsFigure;
import operando.report.figure.ReliefFigure;
import operando.report.figure.SegmentedBoxFigure;
import operando.report.figure.StackThicknessFigure;
import operando.report.figure.ThicknessMapsFigure;
import operando.report.figure.VoidOverlaysFigure;
import operando.report.figure.VoltageFigure;
import operando.report.figure.VolumesFigure;
import operando.report.plot.Figure;
import operando.report.plot.FigureFiles;
import operando.report.plot.Picture;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.results.ResultsFolder;
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
        final ResultFiles files = new ResultFiles(folder);
        try (ResultsFolder taken = ResultsFolder.take(files)) {
            final List<Figure> figures = figures(results);
            final Optional<Figure> importance = results.classifier().flatMap(ClassifierSection::figure);
            taken.add(Stream.concat(figures.stream(), importance.stream()).flatMap(figure -> FigureFiles.of(figure, files.figures()).stream()).toList());
            taken.add(List.of(files.report()));
            final ContactMovie movie = new ContactMovie(results);
            if (movie.applies()) {
                final Path gif = files.figures().resolve("contact.gif");
                taken.add(List.of(gif));
                movie.write(gif);
            }
            final List<String> warnings = new ArrayList<>(results.warnings());
            final List<ReportPage.Drawn> drawn = figures.stream().flatMap(figure -> drawn(figure, files, warnings).stream()).toList();
            final Optional<ReportPage.Drawn> drawnImportance = importance.flatMap(figure -> drawn(figure, files, warnings));
            final String html = new ReportPage(results, warnings).html(drawn, drawnImportance);
            AtomicFile.write(files.report(), unfinished -> Files.writeString(unfinished, html));
            taken.finish();
            return files.report();
        }
    }

    /** A figure that cannot be drawn, from numbers that no axis can show, is no reason to lose the report. */
    private static Optional<ReportPage.Drawn> drawn(final Figure figure, final ResultFiles files, final List<String> warnings) {
        try {
            return Optional.of(new ReportPage.Drawn(figure, FigureFiles.write(figure, files.figures())));
        } catch (final InputException e) {
            throw e;
        } catch (final RuntimeException e) {
            warnings.add("The figure \"" + figure.title() + "\" cannot be drawn from these numbers: " + e);
            return Optional.empty();
        }
    }

    private static List<Figure> figures(final Results results) {
        final VoxelSize voxelSize = results.voxelSize();
        final List<Figure> figures = new ArrayList<>();
        figures.add(new ContactAndVoltageFigure(results));
        for (final Side side : Side.values()) {
            figures.add(new ContactProjectionsFigure(results, side, voxelSize));
        }
        addWhereItApplies(ContactChangesFigure.applies(results), new ContactChangesFigure(results), figures);
        addWhereItApplies(ContactLossFigure.applies(results), new ContactLossFigure(results), figures);
        results.voltage().ifPresent(voltage -> {
            figures.add(new VoltageFigure(results, voltage));
            voltage.parameterFits().forEach(fit -> figures.add(new FitFigure(fit)));
            addWhereItApplies(ImpliedContactFigure.applies(voltage), new ImpliedContactFigure(results, voltage), figures);
            addWhereItApplies(EffectiveCurrentFigure.applies(results), new EffectiveCurrentFigure(results), figures);
        });
        figures.add(new VolumesFigure(results));
        figures.add(new VoidOverlaysFigure(results, voxelSize));
        figures.addAll(ThicknessMapsFigure.of(results));
        addWhereItApplies(OtherSectionsFigure.applies(results), new OtherSectionsFigure(results), figures);
        addWhereItApplies(GreyProfilesFigure.applies(results), new GreyProfilesFigure(results), figures);
        figures.add(new PositionsFigure(results));
        addWhereItApplies(InterfaceLinesFigure.applies(results), new InterfaceLinesFigure(results), figures);
        addWhereItApplies(results.series().hasAny(Quantity.STACK_THICKNESS), new StackThicknessFigure(results), figures);
        addWhereItApplies(SegmentedBoxFigure.applies(results), new SegmentedBoxFigure(results), figures);
        addWhereItApplies(ReliefFigure.applies(results), new ReliefFigure(results), figures);
        addWhereItApplies(LithiumFractionFigure.applies(results), new LithiumFractionFigure(results), figures);
        addWhereItApplies(HistogramsFigure.applies(results), new HistogramsFigure(results), figures);
        results.displacement().ifPresent(series -> addDisplacement(results, series, figures));
        return figures;
    }

    private static void addWhereItApplies(final boolean applies, final Figure figure, final List<Figure> figures) {
        if (applies) {
            figures.add(figure);
        }
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
