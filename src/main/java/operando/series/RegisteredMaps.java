package operando.series;

import operando.cell.Side;

/**
 * The maps of two scans in one frame, cropped to what both see. Each is resampled by half of the shift, so that both are smoothed alike and
 * the edge of a contact that has only moved is the same edge twice, and then by binomial means over 3 × 3 pixels, in which noise in single pixels goes. A pixel has
 * changed where contact differs by half a pixel or more; other pixels, at edges, stay what they were. So the same scan moved by any part of
 * a pixel shows no change, and growth of a void by less than about a pixel all around is not seen from one scan to the next.
 *
 * @param earlier maps of the earlier scan in the common frame
 * @param later   maps of the later one
 */
public record RegisteredMaps(InterfaceMaps earlier, InterfaceMaps later) {

    private static final byte CONTACT = (byte) 255;

    public static RegisteredMaps of(final InterfaceMaps earlier, final InterfaceMaps later, final FieldShift shift) {
        if (shift.isNone() && earlier.width() == later.width() && earlier.height() == later.height()) {
            return new RegisteredMaps(earlier, later);
        }
        final int left = (int) Math.ceil(Math.max(0, Math.max(shift.x() / 2, -shift.x() / 2)));
        final int top = (int) Math.ceil(Math.max(0, Math.max(shift.y() / 2, -shift.y() / 2)));
        final int width = (int) Math.floor(Math.min(earlier.width() + Math.min(0, shift.x() / 2), later.width() - Math.max(0, shift.x() / 2))) - left - 1;
        final int height = (int) Math.floor(Math.min(earlier.height() + Math.min(0, shift.y() / 2), later.height() - Math.max(0, shift.y() / 2))) - top - 1;
        final Frame first = new Frame(earlier, left - shift.x() / 2, top - shift.y() / 2, width, height);
        final Frame second = new Frame(later, left + shift.x() / 2, top + shift.y() / 2, width, height);
        final byte[][] before = new byte[2][];
        final byte[][] after = new byte[2][];
        for (final Side side : Side.values()) {
            final float[] c1 = smooth(first.share(contact(earlier, side)), width, height);
            final float[] c2 = smooth(second.share(contact(later, side)), width, height);
            before[side.ordinal()] = new byte[c1.length];
            after[side.ordinal()] = new byte[c1.length];
            for (int i = 0; i < c1.length; i++) {
                final boolean was = c1[i] >= 0.5;
                final boolean is = Math.abs(c2[i] - c1[i]) >= 0.5 ? c2[i] > c1[i] : was;
                before[side.ordinal()][i] = was ? CONTACT : 0;
                after[side.ordinal()][i] = is ? CONTACT : 0;
            }
        }
        return new RegisteredMaps(first.maps(before), second.maps(after));
    }

    /** Binomial means over 3 × 3 pixels: edges stay where they are, single pixels go. */
    private static float[] smooth(final float[] map, final int width, final int height) {
        final float[] smooth = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            float sum = 0;
            for (int j = -1; j <= 1; j++) {
                final int row = Math.max(0, Math.min(height - 1, i / width + j)) * width;
                final int x = i % width;
                sum += (2 - j * j) * (map[row + Math.max(0, x - 1)] + 2 * map[row + x] + map[row + Math.min(width - 1, x + 1)]);
            }
            smooth[i] = sum / 16;
        }
        return smooth;
    }

    private static float[] contact(final InterfaceMaps maps, final Side side) {
        final float[] contact = new float[maps.contact(side).length];
        for (int i = 0; i < contact.length; i++) {
            contact[i] = maps.contact(side)[i] != 0 ? 1 : 0;
        }
        return contact;
    }

    /** A part of the maps of one scan, from a place between pixels on. */
    private record Frame(InterfaceMaps maps, double x, double y, int width, int height) {

        private float[] share(final float[] map) {
            final float[] part = new float[width * height];
            for (int i = 0; i < part.length; i++) {
                part[i] = (float) Bilinear.at(map, maps.width(), maps.height(), x + i % width, y + i / width);
            }
            return part;
        }

        /** Void where most of a pixel was void; elsewhere resampling would only spread thin rims. */
        private float[] voids(final Side side) {
            final float[] thickness = maps.voidThickness(side);
            final float[] any = new float[thickness.length];
            for (int i = 0; i < any.length; i++) {
                any[i] = thickness[i] > 0 ? 1 : 0;
            }
            final float[] part = share(thickness);
            final float[] share = share(any);
            for (int i = 0; i < part.length; i++) {
                part[i] = share[i] >= 0.5 ? part[i] : 0;
            }
            return part;
        }

        private InterfaceMaps maps(final byte[][] contact) {
            final float[][] voids = {voids(Side.TOP), voids(Side.BOTTOM)};
            final float[][] heights = {share(maps.heightUm(Side.TOP)), share(maps.heightUm(Side.BOTTOM))};
            final float[][] collectors = {share(maps.collectorUm(Side.TOP)), share(maps.collectorUm(Side.BOTTOM))};
            final float[][] interphases = {share(maps.interphaseUm(Side.TOP)), share(maps.interphaseUm(Side.BOTTOM))};
            return new InterfaceMaps(width, height, maps.voxelSize(), contact, voids, heights, collectors, interphases);
        }
    }
}
