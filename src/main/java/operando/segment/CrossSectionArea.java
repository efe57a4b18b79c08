package operando.segment;

import java.util.Arrays;

import operando.cell.Side;
import operando.engine.Cores;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The area of a cell's cross-section, in pixels, with those that its rim cuts through counted by their share (ours). A column at
 * the rim is too dark for the sweep, so that counting swept columns loses about one pixel all around: 2.7 % at a radius of 75.
 * In the middle of the electrolyte a pixel's mean grey goes from the surroundings' to the electrolyte's in proportion to its
 * share; summed over a band of {@link #BAND} pixels to both sides of the rim, blur and noise cancel. The surroundings must be
 * in view and differ from the electrolyte, otherwise columns are counted. Where they are, the columns that they reach are named as well.
 */
final class CrossSectionArea {

    private static final int BAND = 4;
    /** Columns so near to the surroundings are changed by them: one that the rim cuts through, and one that blur reaches. */
    private static final int RIM = 2;
    private static final boolean[] NO_RIM = {};
    private static final int SLICES = 8;
    private static final int ENOUGH = 50;
    /** Part of the electrolyte's grey value above lithium that tells it from its surroundings. */
    private static final double CLEARLY = 0.3;

    /**
     * What was found.
     *
     * @param pixels area in pixels
     * @param rim    which columns of the cell its surroundings change; empty where these are not in view
     */
    record Found(double pixels, boolean[] rim) {
    }

    private final SweepResult swept;
    private final boolean[] inside;
    private final int[] toOther;

    private CrossSectionArea(final SweepResult swept) {
        this.swept = swept;
        inside = new boolean[swept.width() * swept.height()];
        boolean any = false;
        for (int column = 0; column < inside.length; column++) {
            inside[column] = swept.inCrossSection(column);
            any |= !inside[column];
        }
        toOther = any ? distances() : new int[0];
    }

    /**
     * @param region   the part of the scan whose area is wanted; cell and surroundings are told apart in the whole scan
     * @param contrast grey value of electrolyte above lithium
     */
    static Found of(final SweepResult swept, final Region region, final Scan scan, final double contrast, final Cores cores) {
        final CrossSectionArea area = new CrossSectionArea(swept);
        final int from = medianEnd(swept, Side.TOP);
        final int to = medianEnd(swept, Side.BOTTOM);
        return area.toOther.length == 0 || from < 0 || to < 0 || to - from < SLICES ? new Found(swept.crossSectionColumns(region), NO_RIM)
            : area.of(area.means(scan, from + (to - from) / 4, to - (to - from) / 4, cores), CLEARLY * contrast, region);
    }

    private Found of(final float[] grey, final double clearly, final Region region) {
        double cell = 0;
        double around = 0;
        long cellColumns = 0;
        long aroundColumns = 0;
        for (int column = 0; column < grey.length; column++) {
            if (toOther[column] > BAND) {
                cell += inside[column] ? grey[column] : 0;
                cellColumns += inside[column] ? 1 : 0;
                around += inside[column] ? 0 : grey[column];
                aroundColumns += inside[column] ? 0 : 1;
            }
        }
        cell /= cellColumns;
        around /= aroundColumns;
        if (cellColumns < ENOUGH || aroundColumns < ENOUGH || cell - around < clearly) {
            return new Found(swept.crossSectionColumns(region), NO_RIM);
        }
        long whole = 0;
        double band = 0;
        final boolean[] rim = new boolean[grey.length];
        for (int column = 0; column < grey.length; column++) {
            if (region.hasOfScan(column % swept.width(), column / swept.width())) {
                whole += toOther[column] > BAND && inside[column] ? 1 : 0;
                band += toOther[column] <= BAND ? (grey[column] - around) / (cell - around) : 0;
            }
            rim[column] = inside[column] && toOther[column] <= RIM;
        }
        return new Found(whole + band, rim);
    }

    private float[] means(final Scan scan, final int from, final int to, final Cores cores) {
        final float[] sum = new float[inside.length];
        final Object[] slices = new Object[SLICES];
        cores.forEach(SLICES, i -> {
            slices[i] = scan.newSlice();
            scan.readSlice(from + (int) ((i + 0.5) * (to - from) / SLICES), slices[i]);
        });
        final float[] slice = new float[inside.length];
        for (final Object pixels : slices) {
            PixelType.toFloat(pixels, 0, slice.length, slice, 0);
            for (int column = 0; column < sum.length; column++) {
                sum[column] += slice[column] / SLICES;
            }
        }
        return sum;
    }

    /** Steps, also across corners, to the nearest column of the other kind. */
    private int[] distances() {
        final int width = swept.width();
        final int height = swept.height();
        final int[] steps = new int[inside.length];
        final int far = BAND + 1;
        Arrays.fill(steps, far);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int at = y * width + x;
                mark(steps, at, x + 1 < width ? at + 1 : at);
                mark(steps, at, y + 1 < height ? at + width : at);
                mark(steps, at, x + 1 < width && y + 1 < height ? at + width + 1 : at);
                mark(steps, at, x > 0 && y + 1 < height ? at + width - 1 : at);
            }
        }
        for (int step = 1; step < BAND; step++) {
            for (int at = 0; at < steps.length; at++) {
                if (steps[at] == step) {
                    spread(steps, at, step + 1);
                }
            }
        }
        return steps;
    }

    private void mark(final int[] steps, final int one, final int other) {
        if (inside[one] != inside[other]) {
            steps[one] = 1;
            steps[other] = 1;
        }
    }

    private void spread(final int[] steps, final int at, final int step) {
        final int x = at % swept.width();
        final int y = at / swept.width();
        for (int j = Math.max(0, y - 1); j <= Math.min(swept.height() - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(swept.width() - 1, x + 1); i++) {
                final int next = j * swept.width() + i;
                steps[next] = Math.min(steps[next], step);
            }
        }
    }

    /** The slice of the median height at which the interphase ends; −1 where none does. */
    private static int medianEnd(final SweepResult swept, final Side side) {
        final ElectrodeMaps maps = swept.side(side);
        final int[] ends = new int[swept.depth() + 1];
        int count = 0;
        for (int column = 0; column < maps.columns(); column++) {
            final float end = maps.interphaseEndHeight(column);
            if (Float.isFinite(end)) {
                ends[(int) end]++;
                count++;
            }
        }
        int slice = -1;
        for (int below = 0; count > 0 && below <= count / 2; below += ends[slice]) {
            slice++;
        }
        return slice;
    }
}
