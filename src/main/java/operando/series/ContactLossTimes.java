package operando.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.cell.Side;

/**
 * When each pixel of both interfaces lost its contact for good: the hours from the first scan to the first scan from which on it was never
 * in contact again. So the loss happened between that scan and the one before it. Pixels are those of the first scan; later scans are
 * taken at the places to which the field of view moved. No pixel is NaN: {@link #KEPT}, {@link #NEVER} and {@link #UNSEEN} are negative.
 * Memory: two bytes a pixel and side, whatever the number of scans.
 */
public final class ContactLossTimes {

    /** In contact in the last scan. */
    public static final float KEPT = -1;
    /** In contact in no scan, or outside of the cell. */
    public static final float NEVER = -2;
    /** Not in the field of view of every scan. */
    public static final float UNSEEN = -3;

    private static final short UNSEEN_ONCE = Short.MIN_VALUE;

    private final int width;
    private final int height;
    private final List<List<Double>> hoursOfScans = List.of(new ArrayList<>(), new ArrayList<>());
    /** By side, the last scan in which a pixel was in contact; 0 before the first. */
    private final short[][] last;

    /** @param width of the first scan's maps, pixels */
    public ContactLossTimes(final int width, final int height) {
        this.width = width;
        this.height = height;
        last = new short[2][width * height];
    }

    /**
     * Adds the next scan at one side.
     *
     * @param x     how far the field of view of this scan lies from the first one's, pixels: a point X of the first lies at X + x here
     * @param hours since the first scan
     */
    public void add(final InterfaceMaps maps, final Side side, final double x, final double y, final double hours) {
        hoursOfScans.get(side.ordinal()).add(hours);
        final short[] of = last[side.ordinal()];
        for (int pixel = 0; pixel < of.length; pixel++) {
            final double share = share(maps, side, pixel % width + x, pixel / width + y);
            if (Double.isNaN(share)) {
                of[pixel] = UNSEEN_ONCE;
            } else if (share >= 0.5 && of[pixel] != UNSEEN_ONCE) {
                of[pixel] = (short) scans(side);
            }
        }
    }

    /** How many scans were added at a side. */
    public int scans(final Side side) {
        return hoursOfScans.get(side.ordinal()).size();
    }

    /** How much of a pixel that may lie between those of the maps is in contact; NaN where they do not reach. */
    private static double share(final InterfaceMaps maps, final Side side, final double x, final double y) {
        final int i = (int) Math.floor(x);
        final int j = (int) Math.floor(y);
        final int right = x > i ? i + 1 : i;
        final int below = y > j ? j + 1 : j;
        if (i < 0 || j < 0 || right >= maps.width() || below >= maps.height()) {
            return Double.NaN;
        }
        final byte[] contact = maps.contact(side);
        final double upper = mix(contact[j * maps.width() + i], contact[j * maps.width() + right], x - i);
        return upper + (y - j) * (mix(contact[below * maps.width() + i], contact[below * maps.width() + right], x - i) - upper);
    }

    private static double mix(final byte one, final byte other, final double share) {
        return (one != 0 ? 1 - share : 0) + (other != 0 ? share : 0);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Hours after the first scan, a value a pixel; {@link #KEPT}, {@link #NEVER} or {@link #UNSEEN} where no contact was lost. */
    public float[] hours(final Side side) {
        final float[] hours = new float[width * height];
        Arrays.fill(hours, NEVER);
        for (int pixel = 0; pixel < hours.length; pixel++) {
            final short scan = last[side.ordinal()][pixel];
            if (scan == UNSEEN_ONCE) {
                hours[pixel] = UNSEEN;
            } else if (scan > 0) {
                hours[pixel] = scan == scans(side) ? KEPT : hoursOfScans.get(side.ordinal()).get(scan).floatValue();
            }
        }
        return hours;
    }
}
