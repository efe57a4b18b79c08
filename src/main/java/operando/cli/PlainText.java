package operando.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/** Text for a terminal that has not every character: what it lacks is written in ASCII, so that no minus sign gets lost. */
final class PlainText extends Writer {

    private static final Map<Character, String> ASCII = Map.ofEntries(Map.entry('µ', "u"), Map.entry('μ', "u"), Map.entry('×', "x"), Map.entry('·', "*"),
        Map.entry('−', "-"), Map.entry('–', "-"), Map.entry('—', "-"), Map.entry('→', "->"), Map.entry('±', "+/-"), Map.entry('≤', "<="),
        Map.entry('≥', ">="), Map.entry('≈', "~"), Map.entry('°', "deg "), Map.entry('Ω', "ohm"), Map.entry('κ', "kappa"), Map.entry('σ', "sigma"),
        Map.entry('η', "eta"), Map.entry('Δ', "delta "), Map.entry('‘', "'"), Map.entry('’', "'"), Map.entry('“', "\""), Map.entry('”', "\""));

    private final Writer terminal;
    private final CharsetEncoder encoder;

    PlainText(final Writer terminal, final Charset charset) {
        this.terminal = terminal;
        this.encoder = charset.newEncoder();
    }

    /** A writer to one of Java's own streams in the encoding of the terminal that it goes to. */
    static PrintWriter to(final PrintStream stream, final Charset charset) {
        return new PrintWriter(new PlainText(new OutputStreamWriter(stream, charset), charset), true);
    }

    @Override
    public void write(final char[] characters, final int from, final int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            final char character = characters[i];
            if (character < 128 || Character.isSurrogate(character) || encoder.canEncode(character)) {
                terminal.write(character);
            } else {
                terminal.write(ascii(character));
            }
        }
    }

    private static String ascii(final char character) {
        if (ASCII.containsKey(character)) {
            return ASCII.get(character);
        }
        final StringBuilder plain = new StringBuilder();
        for (final char part : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD).toCharArray()) {
            if (part < 128) {
                plain.append(part);
            } else if (part != character && ASCII.containsKey(part)) {
                plain.append(ASCII.get(part));
            }
        }
        return plain.isEmpty() ? "?" : plain.toString();
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
