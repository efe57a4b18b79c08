package operando.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import operando.engine.AtomicFile;
import operando.report.plot.FigureFiles;
import operando.results.ClassifierQuality;
import operando.results.ClassifierResult;
import operando.segment.learn.TrainingResult;

/** Writes beside a model how good it is: NAME-quality.csv, NAME-importance.csv and a page that shows both, NAME-quality.html. */
public final class TrainingReport {

    private TrainingReport() {
    }

    /**
     * @param model where the model was written
     * @return the page
     * @throws operando.cell.InputException if a file cannot be written
     */
    public static Path write(final Path model, final TrainingResult result) {
        final ClassifierQuality quality = ClassifierQuality.of(result);
        quality.write(ClassifierQuality.testBeside(model), ClassifierQuality.importancesBeside(model));
        final String html = html(ClassifierResult.of(model, result.model(), quality));
        final Path page = ClassifierQuality.pageBeside(model);
        AtomicFile.write(page, unfinished -> Files.writeString(unfinished, html));
        return page;
    }

    private static String html(final ClassifierResult classifier) {
        final Optional<ReportPage.Drawn> importance = ClassifierSection.figure(classifier).map(figure -> new ReportPage.Drawn(figure, FigureFiles.png(figure)));
        return Page.html(classifier.file(), "<header>\n" + Html.element("h1", classifier.file()) + "</header>\n"
            + ClassifierSection.html(classifier, importance), "");
    }
}
