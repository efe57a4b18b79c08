package operando.voltage.resolved;

import operando.cell.InputException;
import operando.cell.RangeCheck;
import operando.cell.Side;
import operando.voltage.CellState;

/**
 * Where lithium touches the separator on both of its faces, pixel by pixel, and how thick the layers between are: what the
 * resolved model takes. Maps are [y × width + x], both seen along the stack axis, so that the same index is the same column.
 * Pixels that are not part of the cross-section conduct nothing and touch nothing; the field's edges reflect.
 *
 * @param width                 pixels along x
 * @param height                pixels along y
 * @param pixelXUm              µm
 * @param pixelYUm              µm
 * @param contactTop            whether lithium at TOP touches
 * @param contactBottom         whether lithium at BOTTOM touches
 * @param crossSection          which pixels belong to the cell
 * @param electrolyteThicknessUm mean thickness of the electrolyte between the interphases, µm
 * @param interphaseTopUm       thickness of the interphase at TOP, µm: a number a pixel, or one for all
 * @param interphaseBottomUm    the same at BOTTOM
 */
public record ContactGeometry(int width, int height, double pixelXUm, double pixelYUm, boolean[] contactTop, boolean[] contactBottom,
                              boolean[] crossSection, double electrolyteThicknessUm, float[] interphaseTopUm, float[] interphaseBottomUm) {

    /** @throws InputException if maps differ in size, a thickness is negative, or a side has no contact within the cross-section */
    public ContactGeometry {
        RangeCheck.positive("pixel size along x", pixelXUm, "µm");
        RangeCheck.positive("pixel size along y", pixelYUm, "µm");
        RangeCheck.positive("electrolyte thickness", electrolyteThicknessUm, "µm");
        requireSize("contact map at TOP", contactTop.length, width, height);
        requireSize("contact map at BOTTOM", contactBottom.length, width, height);
        requireSize("cross-section", crossSection.length, width, height);
        requireThickness("interphase thickness at TOP", interphaseTopUm, width, height);
        requireThickness("interphase thickness at BOTTOM", interphaseBottomUm, width, height);
        contactTop = within("TOP", contactTop, crossSection);
        contactBottom = within("BOTTOM", contactBottom, crossSection);
    }

    /** A rectangular cross-section with even interphases. */
    public static ContactGeometry even(final int width, final int height, final double pixelUm, final boolean[] contactTop, final boolean[] contactBottom,
        final double electrolyteThicknessUm, final double interphaseTopUm, final double interphaseBottomUm) {
        final boolean[] all = new boolean[width * height];
        java.util.Arrays.fill(all, true);
        return new ContactGeometry(width, height, pixelUm, pixelUm, contactTop, contactBottom, all, electrolyteThicknessUm,
            new float[] {(float) interphaseTopUm}, new float[] {(float) interphaseBottomUm});
    }

    private static void requireSize(final String name, final int length, final int width, final int height) {
        if (length != width * height) {
            throw new InputException(name, "it has " + length + " pixels and not " + width + " x " + height, "give maps of one scan, all of one size");
        }
    }

    private static void requireThickness(final String name, final float[] um, final int width, final int height) {
        if (um.length != 1) {
            requireSize(name, um.length, width, height);
        }
        for (final float one : um) {
            RangeCheck.notNegative(name, one, "µm");
        }
    }

    private static boolean[] within(final String side, final boolean[] contact, final boolean[] crossSection) {
        final boolean[] inside = new boolean[contact.length];
        boolean any = false;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = contact[i] && crossSection[i];
            any |= inside[i];
        }
        if (!any) {
            throw new InputException("contact map at " + side, "no pixel of the cross-section is in contact, so that no finite voltage drives a current",
                "check the segmentation, or leave this scan out");
        }
        return inside;
    }

    public boolean[] contact(final Side side) {
        return side == Side.TOP ? contactTop : contactBottom;
    }

    /** Thickness of the interphase over a pixel, µm. */
    public double interphaseUm(final Side side, final int pixel) {
        final float[] um = side == Side.TOP ? interphaseTopUm : interphaseBottomUm;
        return um[um.length == 1 ? 0 : pixel];
    }

    /** Whether all pixels have interphases of one thickness. */
    public boolean isEven() {
        return interphaseTopUm.length == 1 && interphaseBottomUm.length == 1;
    }

    /** Mean over the cross-section, µm. */
    public double meanInterphaseUm(final Side side) {
        double sum = 0;
        for (int pixel = 0; pixel < crossSection.length; pixel++) {
            sum += crossSection[pixel] ? interphaseUm(side, pixel) : 0;
        }
        return sum / pixels();
    }

    /** Pixels of the cross-section. */
    public int pixels() {
        int count = 0;
        for (final boolean one : crossSection) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Pixels in contact over those of the cross-section. */
    public double contactFraction(final Side side) {
        int count = 0;
        for (final boolean one : contact(side)) {
            count += one ? 1 : 0;
        }
        return (double) count / pixels();
    }

    /** The same cell with each pixel split into 2 × 2. */
    public ContactGeometry refined() {
        return new ContactGeometry(2 * width, 2 * height, pixelXUm / 2, pixelYUm / 2, split(contactTop), split(contactBottom), split(crossSection),
            electrolyteThicknessUm, split(interphaseTopUm), split(interphaseBottomUm));
    }

    /**
     * A window of at most so many pixels along x and y from the middle; the whole where it is smaller.
     *
     * @throws InputException if a side has no contact there
     */
    public ContactGeometry window(final int most) {
        return part((width - Math.min(most, width)) / 2, (height - Math.min(most, height)) / 2, Math.min(most, width), Math.min(most, height));
    }

    /**
     * A rectangle of the maps, whose edges reflect.
     *
     * @throws InputException if a side has no contact there, or the rectangle lies outside
     */
    public ContactGeometry part(final int left, final int upper, final int partWidth, final int partHeight) {
        if (left < 0 || upper < 0 || partWidth < 1 || partHeight < 1 || left + partWidth > width || upper + partHeight > height) {
            throw new InputException("rectangle", left + "," + upper + "," + partWidth + "," + partHeight + " does not lie within " + width + " x " + height + " pixels",
                "give left, upper, width and height in pixels");
        }
        final int[] pixels = new int[partWidth * partHeight];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (upper + i / partWidth) * width + left + i % partWidth;
        }
        return new ContactGeometry(partWidth, partHeight, pixelXUm, pixelYUm, taken(contactTop, pixels), taken(contactBottom, pixels), taken(crossSection, pixels),
            electrolyteThicknessUm, taken(interphaseTopUm, pixels), taken(interphaseBottomUm, pixels));
    }

    /** The largest disc in the middle of the maps, of which all else is left out. */
    public ContactGeometry disc() {
        final boolean[] inside = new boolean[width * height];
        final double radius = Math.min(width * pixelXUm, height * pixelYUm) / 2;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = crossSection[i] && Math.hypot((i % width + 0.5 - width / 2.0) * pixelXUm, (i / width + 0.5 - height / 2.0) * pixelYUm) <= radius;
        }
        return new ContactGeometry(width, height, pixelXUm, pixelYUm, contactTop, contactBottom, inside, electrolyteThicknessUm, interphaseTopUm, interphaseBottomUm);
    }

    private static boolean[] taken(final boolean[] map, final int[] pixels) {
        final boolean[] part = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            part[i] = map[pixels[i]];
        }
        return part;
    }

    private static float[] taken(final float[] map, final int[] pixels) {
        if (map.length == 1) {
            return map;
        }
        final float[] part = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            part[i] = map[pixels[i]];
        }
        return part;
    }

    private boolean[] split(final boolean[] map) {
        final boolean[] fine = new boolean[4 * map.length];
        for (int i = 0; i < fine.length; i++) {
            fine[i] = map[i / (2 * width) / 2 * width + i % (2 * width) / 2];
        }
        return fine;
    }

    private float[] split(final float[] map) {
        if (map.length == 1) {
            return map;
        }
        final float[] fine = new float[4 * map.length];
        for (int i = 0; i < fine.length; i++) {
            fine[i] = map[i / (2 * width) / 2 * width + i % (2 * width) / 2];
        }
        return fine;
    }

    /** The state that the lumped model sees. */
    public CellState lumped(final double currentDensityMAPerCm2) {
        return new CellState(currentDensityMAPerCm2, electrolyteThicknessUm, contactFraction(Side.TOP), contactFraction(Side.BOTTOM),
            meanInterphaseUm(Side.TOP), meanInterphaseUm(Side.BOTTOM));
    }
}
