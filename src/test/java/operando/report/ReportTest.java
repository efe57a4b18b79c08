package operando.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import operando.report.figure.KeyScans;
import operando.report.plot.NumberText;
import operando.results.ClassifierQuality;
import operando.results.ClassifierResult;
import operando.results.Results;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.TrainingResult.FeatureImportance;
import operando.segment.learn.modelfile.ModelHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report stands alone, and nothing in it that comes from a file is taken for markup. */
class ReportTest {

    private static final List<String> FIGURES = List.of("contact-and-voltage", "contact-projections-bottom",
        "contact-projections-top", "lithium-fraction", "positions", "stack-thickness", "void-overlays", "voltage", "volumes");

    @TempDir
    private Path folder;

    @Test
    void everyFigureIsAPictureAndADrawing() throws IOException {
        Report.write(MadeUpResults.write(folder), folder);
        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            assertEquals(FIGURES.stream().flatMap(id -> Stream.of(id + ".png", id + ".svg")).sorted().toList(),
                files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".gif")).sorted().toList());
        }
        assertTrue(Files.size(folder.resolve("figures/contact.gif")) > 0, "the contact of all scans as a movie");
        for (final String id : FIGURES) {
            final BufferedImage image = ImageIO.read(folder.resolve("figures/" + id + ".png").toFile());
            assertTrue(image.getWidth() >= 800, id);
            assertTrue(Files.readString(folder.resolve("figures/" + id + ".svg")).contains("<svg"), id);
        }
    }

    @Test
    void figureThatCannotBeDrawnIsAWarningAndNotTheLossOfTheReport() throws IOException {
        final String html = Files.readString(Report.write(MadeUpResults.write(folder, Optional.empty(), 1e308), folder));
        assertTrue(html.contains("cannot be drawn from these numbers"), "a voltage of 1e308 V needs an axis beyond the largest number");
        assertTrue(html.contains("Volume changes") && Files.exists(folder.resolve("figures/volumes.svg")));
        assertFalse(Files.exists(folder.resolve("figures/voltage.png")));
    }

    @Test
    void voltageThatIsZeroIsDrawn() throws IOException {
        final String html = Files.readString(Report.write(MadeUpResults.write(folder, Optional.empty(), 0), folder));
        assertFalse(html.contains("cannot be drawn"));
    }

    @Test
    void textFromFilesIsEscaped() throws IOException {
        final String html = Files.readString(Report.write(MadeUpResults.write(folder), folder));
        assertFalse(html.contains("<script>alert"), "the name became a script");
        assertFalse(html.contains("<b>0.1</b>"));
        assertFalse(html.contains("read <i>"));
        assertTrue(html.contains("LSPS &lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;"));
    }

    @Test
    void namesOfClassesAndFeaturesAreEscaped() throws IOException {
        final ClassifierResult classifier = new ClassifierResult("<i>.model", new ModelHeader("made up", List.of("a<b", "original"), List.of("A&B", "C")),
            OptionalInt.of(3), "8-bit unsigned", "Labels avoid <borders>.", new ClassifierQuality(Optional.of(new ConfusionMatrix(List.of("A&B", "C"), new long[][] {{8, 2}, {1, 9}})),
            List.of(new FeatureImportance("a<b", 0.75), new FeatureImportance("original", 0.25))));
        final String html = Files.readString(Report.write(MadeUpResults.write(folder, Optional.of(classifier)), folder));
        assertTrue(html.contains("<td>&lt;i&gt;.model</td>"));
        assertTrue(html.contains("<th scope=\"row\">A&amp;B</th><td>10</td><td>0.8889</td><td>0.8000</td><td>0.8421</td>"));
        assertTrue(html.contains("<th scope=\"row\">C</th><td>1</td><td>9</td>"));
        assertTrue(html.contains("<th scope=\"row\">a&lt;b</th><td>75</td>"));
        assertTrue(html.contains("Labels avoid &lt;borders&gt;."));
        assertTrue(html.contains("20 examples") && html.contains("<td>85.00 % of them"));
        assertFalse(html.contains("a<b") || html.contains("A&B"));
    }

    @Test
    void reportAsksNothingOfOtherPlaces() throws IOException {
        final String html = Files.readString(Report.write(MadeUpResults.write(folder), folder));
        final Matcher source = Pattern.compile("(?:src|href)\\s*=\\s*\"([^\"]{0,40})").matcher(html);
        int images = 0;
        while (source.find()) {
            assertTrue(source.group(1).startsWith("data:image/png;base64,"), source.group(1));
            images++;
        }
        assertEquals(FIGURES.size() + 2 * (MadeUpResults.SCANS - 1), images);
        assertFalse(html.replaceAll("data:image/png;base64,[A-Za-z0-9+/=]+", "").contains("//"));
        assertFalse(html.contains("@import") || html.contains("url("));
    }

    @Test
    void missingNumbersAreDashesNotZeros() {
        assertEquals("–", NumberText.text(Double.NaN));
        assertEquals("0.0731", NumberText.text(0.0731));
        assertEquals("−47.1", NumberText.signed(-47.12));
        assertEquals("+8.90", NumberText.signed(8.9));
        assertEquals("4.21 × 10⁷", NumberText.text(42_123_456));
        assertEquals("12300", NumberText.text(12_345));
    }

    @Test
    void keyScansAreFirstEndsOfHalfCyclesAndLast() throws IOException {
        final Results results = MadeUpResults.write(folder);
        assertArrayEquals(new int[] {0, 4, 6, 8}, KeyScans.of(results));
    }
}
