package operando.cycler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.engine.InputFile;

/**
 * Reads impedance spectra: text that Bio-Logic's EC-Lab exported of PEIS or GEIS (.mpt, also with a decimal comma), and CSV
 * with columns such as {@code freq_Hz, re_ohm, im_ohm} or {@code freq/Hz, Re(Z)/Ohm, -Im(Z)/Ohm}. A file may hold several
 * spectra, one after the other: a new one begins where the frequency jumps back.
 *
 * <pre>{@code
 * List<ImpedanceSpectrum> spectra = ImpedanceFile.read(Path.of("peis.mpt"));
 * }</pre>
 */
public final class ImpedanceFile {

    private static final long MOST_BYTES = 1L << 28;
    private static final String WANTED = "impedance spectra: .mpt of PEIS or GEIS, or CSV with the columns freq_Hz, re_ohm, im_ohm";
    private static final int LEAST_POINTS = 5;
    private static final Pattern AREA = Pattern.compile("(?m)^Electrode surface area\\s*:\\s*([0-9.,]+)\\s*cm");
    private static final double S_PER_H = 3600;

    private ImpedanceFile() {
    }

    private enum Part {
        FREQUENCY("freq|frequency|f"), REAL("re\\(z\\)|re|zreal|z_real|z'|re z"), IMAGINARY("im\\(z\\)|im|zimag|z_imag|z''|im z"),
        NEGATED("-im\\(z\\)|-im|-zimag|-z''|-im z|neg_im"), TIME("time");

        private final Pattern pattern;

        Part(final String names) {
            pattern = Pattern.compile("(" + names + ")(?:[\\s/_(\\[]*(?:hz|ohms?|Ω|s|h)[)\\]]?)?");
        }

        boolean names(final String heading) {
            return pattern.matcher(heading.strip().toLowerCase(Locale.ROOT)).matches();
        }
    }

    /**
     * @return at least one spectrum, each with at least five points
     * @throws InputException if the file cannot be read, or holds no spectrum; names the line
     */
    public static List<ImpedanceSpectrum> read(final Path file) {
        final String text = text(file);
        final String[] lines = text.split("\\R", -1);
        for (int line = 0; line < lines.length; line++) {
            for (final String separator : List.of("\t", ";", ",")) {
                final List<String> headings = List.of(lines[line].split(separator));
                final int[] columns = Arrays.stream(Part.values()).mapToInt(part -> column(headings, part)).toArray();
                if (columns[0] >= 0 && columns[1] >= 0 && (columns[2] >= 0 || columns[3] >= 0)) {
                    return spectra(file, lines, line, separator, headings, columns);
                }
            }
        }
        throw new InputException(file.toString(), "has no line of headings with a frequency, Re(Z) and Im(Z)", "give " + WANTED);
    }

    /** The electrode's area as EC-Lab's user set it, cm²; empty where it was left at 0 or the file does not say. */
    public static OptionalDouble areaCm2(final Path file) {
        final Matcher matcher = AREA.matcher(text(file));
        final double area = matcher.find() ? NumberParser.parse(matcher.group(1)) : 0;
        return area > 0 ? OptionalDouble.of(area) : OptionalDouble.empty();
    }

    private static String text(final Path file) {
        final byte[] bytes = InputFile.bytes(file, MOST_BYTES, WANTED);
        InputFile.kind(bytes).ifPresent(kind -> {
            throw new InputException(file.toString(), "the file is " + kind, "export the spectra as text in EC-Lab (.mpt) and give that");
        });
        return CyclerText.decode(bytes);
    }

    private static int column(final List<String> headings, final Part part) {
        return IntStream.range(0, headings.size()).filter(i -> part.names(headings.get(i).replace("\"", ""))).findFirst().orElse(-1);
    }

    private static List<ImpedanceSpectrum> spectra(final Path file, final String[] lines, final int headingLine, final String separator, final List<String> headings,
        final int[] columns) {
        final int imaginary = columns[2] >= 0 ? columns[2] : columns[3];
        final double timeUnit = columns[4] >= 0 && headings.get(columns[4]).toLowerCase(Locale.ROOT).endsWith("h") ? 1 : S_PER_H;
        final List<double[]> points = new ArrayList<>();
        for (int line = headingLine + 1; line < lines.length; line++) {
            if (lines[line].isBlank()) {
                continue;
            }
            final String[] cells = lines[line].split(separator, -1);
            final double sign = columns[2] >= 0 ? 1 : -1;
            points.add(new double[] {number(file, line, cells, columns[0]), number(file, line, cells, columns[1]), sign * number(file, line, cells, imaginary),
                columns[4] < 0 ? Double.NaN : number(file, line, cells, columns[4]) / timeUnit});
            if (!(points.get(points.size() - 1)[0] > 0)) {
                throw new InputException(file + ", line " + (line + 1), "the frequency " + cells[columns[0]].strip() + " is not above 0", "correct or remove that line");
            }
        }
        final List<ImpedanceSpectrum> spectra = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || jumpsBack(points, start, i)) {
                spectrum(file, spectra.size(), points.subList(start, i)).ifPresent(spectra::add);
                start = i;
            }
        }
        if (spectra.isEmpty()) {
            throw new InputException(file.toString(), "holds no spectrum of " + LEAST_POINTS + " points or more", "give a spectrum over several decades of frequency");
        }
        return spectra.size() == 1 ? spectra : numbered(spectra);
    }

    // A spectrum goes one way through the frequencies; the first step says which.
    private static boolean jumpsBack(final List<double[]> points, final int start, final int at) {
        if (at - start < 2) {
            return false;
        }
        final double way = Math.signum(points.get(start + 1)[0] - points.get(start)[0]);
        return (points.get(at)[0] - points.get(at - 1)[0]) * way < 0;
    }

    private static Optional<ImpedanceSpectrum> spectrum(final Path file, final int number, final List<double[]> points) {
        if (points.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        final List<double[]> falling = points.stream().sorted((a, b) -> Double.compare(b[0], a[0])).toList();
        return Optional.of(new ImpedanceSpectrum(file.getFileName().toString(), points.get(0)[3], column(falling, 0), column(falling, 1), column(falling, 2)));
    }

    private static List<ImpedanceSpectrum> numbered(final List<ImpedanceSpectrum> spectra) {
        return IntStream.range(0, spectra.size()).mapToObj(i -> new ImpedanceSpectrum(spectra.get(i).name() + " " + (i + 1), spectra.get(i).timeH(),
            spectra.get(i).frequencyHz(), spectra.get(i).realOhm(), spectra.get(i).imaginaryOhm())).toList();
    }

    private static double[] column(final List<double[]> points, final int column) {
        return points.stream().mapToDouble(point -> point[column]).toArray();
    }

    private static double number(final Path file, final int line, final String[] cells, final int column) {
        final double value = column < cells.length ? NumberParser.parse(cells[column]) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new InputException(file + ", line " + (line + 1), column < cells.length ? "'" + cells[column].strip() + "' is not a finite number" : "has too few columns",
                "complete or remove that line");
        }
        return value;
    }
}
