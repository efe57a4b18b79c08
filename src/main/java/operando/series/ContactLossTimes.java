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
        final byte[] contact = maps.contact(side);
        for (int pixel = 0; pixel < of.length; pixel++) {
            // How much of a pixel that may lie between those of the maps is in contact.
            final double share = Bilinear.at(at -> contact[at] != 0 ? 1 : 0, maps.width(), maps.height(), pixel % width + x, pixel / width + y);
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
