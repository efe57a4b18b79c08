package operando.segment.filter;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import operando.cell.InputException;

/**
 * Which flaws of the imaging are taken out of a scan before it is segmented. Each filter measures its flaw first and leaves a scan
 * without it as it is.
 *
 * @param denoise edge-preserving denoising in three dimensions, as strong as the noise that is measured
 * @param rings   removal of rings about the middle of the slices, in one slice or in all
 * @param shading correction of ramps along the axes and of cupping
 */
public record FilterSettings(boolean denoise, boolean rings, boolean shading) implements Serializable {

    private static final List<String> NAMES = List.of("denoise", "rings", "shading");

    public static FilterSettings none() {
        return new FilterSettings(false, false, false);
    }

    /** All of them. */
    public static FilterSettings auto() {
        return new FilterSettings(true, true, true);
    }

    /**
     * Settings from a user's words.
     *
     * @param text {@code none}, {@code auto}, or some of {@code denoise, rings, shading} with commas between
     * @throws InputException if it is none of these
     */
    public static FilterSettings of(final String text) {
        final String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.equals("none") || given.equals("auto")) {
            return given.equals("none") ? none() : auto();
        }
        final Set<String> wanted = new TreeSet<>(Arrays.asList(given.split("\\s*[,;\\s]\\s*")));
        if (!NAMES.containsAll(wanted)) {
            throw new InputException("filters", "'" + text + "' names no filter", "give none, auto, or some of denoise,rings,shading");
        }
        return new FilterSettings(wanted.contains("denoise"), wanted.contains("rings"), wanted.contains("shading"));
    }

    public boolean isNone() {
        return !denoise && !rings && !shading;
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        final String names = String.join(",", NAMES.stream().filter(name -> switch (name) {
            case "denoise" -> denoise;
            case "rings" -> rings;
            default -> shading;
        }).toList());
        return isNone() ? "none" : denoise && rings && shading ? "auto" : names;
    }
}
