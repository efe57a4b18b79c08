package operando.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import operando.report.figure.ImportanceFigure;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.results.ClassifierResult;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.ConfusionMatrix.ClassScore;
import operando.segment.learn.TrainingResult.FeatureImportance;

/** What the classifier is, how often it is right about voxels that it was not trained on, and what it goes by. */
final class ClassifierSection {

    /** Features in the figure and its table; the others are in the file. */
    static final int MOST_FEATURES = 15;

    private final ClassifierResult classifier;
    private final StringBuilder html = new StringBuilder();

    private ClassifierSection(final ClassifierResult classifier) {
        this.classifier = classifier;
    }

    /** The figure of the features, if it is known which are important. */
    static Optional<Figure> figure(final ClassifierResult classifier) {
        return shown(classifier).isEmpty() ? Optional.empty() : Optional.of(new ImportanceFigure(shown(classifier)));
    }

    private static List<FeatureImportance> shown(final ClassifierResult classifier) {
        final List<FeatureImportance> all = classifier.quality().importances();
        return all.subList(0, Math.min(MOST_FEATURES, all.size()));
    }

    /** @param figure of the features, drawn */
    static String html(final ClassifierResult classifier, final Optional<ReportPage.Drawn> figure) {
        return new ClassifierSection(classifier).write(figure);
    }

    private String write(final Optional<ReportPage.Drawn> figure) {
        html.append("<section id=\"classifier\">\n<h2>Classifier</h2>\n");
        facts();
        classifier.quality().test().ifPresentOrElse(this::test, () -> html.append(Html.element("p",
            "How good it is, is not known: beside the model lies no table of a test. operando train writes one, …-quality.csv, where"
                + " it writes the model; keep both together.")));
        figure.ifPresent(drawn -> html.append("<h3>").append(drawn.figure().title()).append("</h3>\n").append(drawn.html()));
        if (!shown(classifier).isEmpty()) {
            features();
        }
        return html.append("</section>\n").toString();
    }

    private void facts() {
        html.append("<table class=\"facts\">\n");
        fact("model", classifier.file());
        fact("kind", classifier.trees().isPresent() ? "random forest of " + classifier.trees().getAsInt() + " trees" : "another classifier of Weka");
        fact("classes", String.join(", ", classifier.header().classes()));
        fact("trained on", classifier.origin());
        fact("features", classifier.header().features().size() + ": " + String.join(", ", classifier.header().features()));
        classifier.quality().test().ifPresent(test -> {
            fact("tested on", test.voxels() + " examples, each by a classifier that was trained on other parts of the image (cross-validation in blocks)");
            fact("right", String.format(Locale.ROOT, "%.2f %% of them", 100 * test.accuracy()) + (classifier.untested().isEmpty() ? "" : ", away from borders"));
        });
        html.append("</table>\n");
    }

    private void fact(final String name, final String value) {
        html.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th><td>").append(Html.text(value)).append("</td></tr>\n");
    }

    private void test(final ConfusionMatrix test) {
        if (!classifier.untested().isEmpty()) {
            html.append(Html.element("p", classifier.untested()));
        }
        html.append("<h3>How well each class is found</h3>\n");
        head("class", List.of("examples", "precision", "recall", "Dice"));
        for (final ClassScore score : test.scores()) {
            row(score.name(), List.of(Long.toString(score.voxels()), share(score.precision()), share(score.recall()), share(score.dice())));
        }
        html.append("</tbody></table></div>\n<h3>What was taken for what</h3>\n");
        head("is, and was taken for", test.classes());
        for (int c = 0; c < test.classes().size(); c++) {
            row(test.classes().get(c), Arrays.stream(test.counts()[c]).mapToObj(Long::toString).toList());
        }
        html.append("</tbody></table></div>\n").append(Html.element("p", "Examples are labelled voxels of the scans that were trained on."
            + " Voxels labelled in a scan that was not trained on tell how well the classifier does there. A class without examples here was labelled in one"
            + " part of the image only and could not be tested."));
    }

    // Good classifiers differ in the third digit.
    private static String share(final double share) {
        return Double.isNaN(share) ? NumberText.text(share) : String.format(Locale.ROOT, "%.4f", share);
    }

    private void features() {
        head("feature", List.of("share of importance / %"));
        shown(classifier).forEach(one -> row(one.feature(), List.of(NumberText.text(100 * one.fraction()))));
        html.append("</tbody></table></div>\n");
        final int others = classifier.quality().importances().size() - MOST_FEATURES;
        if (others > 0) {
            html.append(Html.element("p", others + " more are in the table of the importance of features."));
        }
    }

    private void head(final String rows, final List<String> columns) {
        html.append("<div class=\"wide\"><table class=\"numbers\">\n<thead><tr><th scope=\"col\">").append(Html.text(rows)).append("</th>");
        columns.forEach(name -> html.append("<th scope=\"col\">").append(Html.text(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    private void row(final String name, final List<String> fields) {
        html.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th>");
        fields.forEach(field -> html.append("<td>").append(Html.text(field)).append("</td>"));
        html.append("</tr>\n");
    }
}
