package operando.segment;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Thresholds;

/**
 * How {@link ColumnSweep} decides (Lewis et al., Segmentation Analysis).
 *
 * @param thresholds   grey values between the phases, in the scan's own scale; empty to find them in the scan
 * @param lookAhead    n, voxels whose mean decides whether a phase ends (3 to 5 in the source)
 * @param contactDepth d, voxels of lithium nearest the electrolyte that hold no void where there is contact
 */
public record SweepSettings(Optional<Thresholds> thresholds, int lookAhead, int contactDepth) implements Serializable {

    private static final int LARGEST = 50;

    public SweepSettings {
        check("look-ahead", lookAhead);
        check("contact depth", contactDepth);
    }

    /** Thresholds from the scan, n = 4, d = 5. */
    public static SweepSettings defaults() {
        return new SweepSettings(Optional.empty(), 4, 5);
    }

    public SweepSettings withThresholds(final Thresholds given) {
        return new SweepSettings(Optional.of(given), lookAhead, contactDepth);
    }

    /**
     * Settings from a user's words.
     *
     * @param thresholds {@code auto}, or the four grey values void, lithium, interphase, collector with commas between; three
     *                   where no collector is in view
     * @throws InputException if they are neither
     */
    public static SweepSettings of(final String thresholds, final int lookAhead, final int contactDepth) {
        final String text = thresholds.strip();
        if (text.equalsIgnoreCase("auto")) {
            return new SweepSettings(Optional.empty(), lookAhead, contactDepth);
        }
        final String[] parts = text.split("\\s*[,;\\s]\\s*");
        try {
            if (parts.length == 3 || parts.length == 4) {
                return new SweepSettings(Optional.of(new Thresholds(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]), parts.length == 4 ? Double.parseDouble(parts[3]) : Double.POSITIVE_INFINITY)),
                    lookAhead, contactDepth);
            }
        } catch (final NumberFormatException e) {
            // Said below.
        }
        throw new InputException("thresholds", "'" + thresholds + "' is neither auto nor four grey values",
            "give auto, or void,lithium,interphase,collector such as 60,100,145,200");
    }

    // An Optional cannot be sent.
    private Object writeReplace() {
        return new Sent(thresholds.map(List::of).orElse(List.of()), lookAhead, contactDepth);
    }

    private record Sent(List<Thresholds> thresholds, int lookAhead, int contactDepth) implements Serializable {

        private Object readResolve() {
            return new SweepSettings(thresholds.stream().findFirst(), lookAhead, contactDepth);
        }
    }

    private static void check(final String name, final int voxels) {
        if (voxels < 1 || voxels > LARGEST) {
            throw new InputException(name, voxels + " voxels are not possible", "give 1 to " + LARGEST + " voxels");
        }
    }
}
