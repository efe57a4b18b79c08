package operando.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import operando.segment.SweepSettings;
import operando.voltage.LumpedParameters;
import org.junit.jupiter.api.Test;

/** The defaults that users read are those that the program uses. */
class DefaultsTest {

    private static String row(final String document, final String begins) throws IOException {
        return Files.readAllLines(Path.of("docs", document), StandardCharsets.UTF_8).stream().filter(line -> line.startsWith(begins)).findFirst().orElseThrow();
    }

    private static String text(final double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }

    @Test
    void defaultsOfTheModelAreWrittenInTheDocs() throws IOException {
        final LumpedParameters usual = LumpedParameters.defaults();
        final String all = text(usual.electrolyteConductivityMSPerCm()) + ", " + text(usual.exchangeCurrentDensityMAPerCm2()) + ", "
            + text(usual.temperatureK()) + ", " + text(usual.alphaAnodic()) + ", " + text(usual.alphaCathodic()) + ", `fit`";
        assertTrue(row("experiment.md", "| `model` |").contains(all), all);
        final String conductivities = text(usual.electrolyteConductivityMSPerCm()) + " and " + text(usual.interphaseConductivityMSPerCm());
        assertTrue(row("voltage.md", "| `--electrolyte-conductivity`").contains(conductivities), conductivities);
        final String kinetics = text(usual.exchangeCurrentDensityMAPerCm2()) + " mA cm⁻², " + text(usual.alphaAnodic()) + ", " + text(usual.alphaCathodic()) + ", "
            + text(usual.temperatureK()) + " K";
        assertTrue(row("voltage.md", "| `--exchange-current-density`").contains(kinetics), kinetics);
    }

    @Test
    void defaultsOfTheSweepAreWrittenInTheDocs() throws IOException {
        final String row = row("experiment.md", "| `segmentation` |");
        final SweepSettings usual = SweepSettings.defaults();
        assertTrue(row.contains("look_ahead: " + usual.lookAhead()) && row.contains("contact_depth: " + usual.contactDepth()), row);
    }
}
