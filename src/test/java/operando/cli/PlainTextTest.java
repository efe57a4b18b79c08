package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static String shown(final String text, final Charset charset) {
        final StringWriter terminal = new StringWriter();
        final PrintWriter writer = new PrintWriter(new PlainText(terminal, charset));
        writer.print(text);
        writer.flush();
        return terminal.toString();
    }

    @Test
    void unitsAndSignsStayReadableInAscii() {
        assertEquals("-1.5 mA cm-2, 3 x 2 um, 10-9 ohm*cm2, +/-0.1", shown("−1.5 mA cm⁻², 3 × 2 µm, 10⁻⁹ Ω·cm², ±0.1", StandardCharsets.US_ASCII));
        assertEquals("Li0, kappa_int, Butler-Volmer, Muller, ...", shown("Li⁰, κ_int, Butler–Volmer, Müller, …", StandardCharsets.US_ASCII));
    }

    @Test
    void whatTheTerminalHasStaysAsItIs() {
        assertEquals("−1.5 µm² …", shown("−1.5 µm² …", StandardCharsets.UTF_8));
        assertEquals("-1.5 µm² ...", shown("−1.5 µm² …", StandardCharsets.ISO_8859_1));
    }

    @Test
    void aLetterWithoutLikenessIsMarked() {
        assertEquals("a?b", shown("a漢b", StandardCharsets.US_ASCII));
    }
}
