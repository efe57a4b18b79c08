package operando.segment.filter;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import operando.cell.InputException;

/**
 * Which flaws of the imaging are taken out of a scan before it is segmented. Each filter measures its flaw first and leaves a scan
 * without it as it is.
 *
 * @param denoise edge-preserving denoising in three dimensions, as strong as the noise that is measured
 * @param rings   removal of rings about the middle of the slices, in one slice or in all
 * @param shading correction of ramps along the axes and of cupping
 * @param fringes of phase contrast, if it is known how they came about: none or one
 */
public record FilterSettings(boolean denoise, boolean rings, boolean shading, List<FringeSettings> fringes) implements Serializable {

    private static final String FRINGES = "fringes=";
    private static final List<String> NAMES = List.of("denoise", "rings", "shading");

    public FilterSettings {
        fringes = List.copyOf(fringes);
    }

    /** Without what fringes ask for. */
    public FilterSettings(final boolean denoise, final boolean rings, final boolean shading) {
        this(denoise, rings, shading, List.of());
    }

    public static FilterSettings none() {
        return new FilterSettings(false, false, false);
    }

    /** All but that of fringes, which must be told how they came about. */
    public static FilterSettings auto() {
        return new FilterSettings(true, true, true);
    }

    /**
     * Settings from a user's words.
     *
     * @param text {@code none}, {@code auto}, or some of {@code denoise, rings, shading, fringes=DELTA_BETA/KEV/MM} with commas between
     * @throws InputException if it is none of these
     */
    public static FilterSettings of(final String text) {
        final String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.equals("none") || given.equals("auto")) {
            return given.equals("none") ? none() : auto();
        }
        final Set<String> wanted = new TreeSet<>(Arrays.asList(given.split("\\s*[,;\\s]\\s*")));
        final List<FringeSettings> fringes = wanted.stream().filter(name -> name.startsWith(FRINGES)).map(name -> fringes(name, text)).toList();
        wanted.removeIf(name -> name.startsWith(FRINGES));
        if (!NAMES.containsAll(wanted) || fringes.size() > 1) {
            throw wrong(text);
        }
        return new FilterSettings(wanted.contains("denoise"), wanted.contains("rings"), wanted.contains("shading"), fringes);
    }

    private static FringeSettings fringes(final String name, final String text) {
        final String[] numbers = name.substring(FRINGES.length()).split("/");
        try {
            if (numbers.length == 3) {
                return new FringeSettings(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
            }
        } catch (final NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static InputException wrong(final String text) {
        return new InputException("filters", "'" + text + "' names no filter", "give none, auto, or some of denoise,rings,shading,fringes=DELTA_BETA/KEV/MM");
    }

    public boolean isNone() {
        return !denoise && !rings && !shading && fringes.isEmpty();
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        final boolean all = denoise && rings && shading;
        final String names = String.join(",", Stream.concat(NAMES.stream().filter(name -> switch (name) {
            case "denoise" -> denoise;
            case "rings" -> rings;
            default -> shading;
        }), fringes.stream().map(FringeSettings::toString)).toList());
        return isNone() ? "none" : all && fringes.isEmpty() ? "auto" : names;
    }
}
