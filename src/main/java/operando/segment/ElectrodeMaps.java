package operando.segment;

import java.util.Arrays;

import operando.cell.Side;

/**
 * What the column sweep found at one side of a scan, a value a column (x fastest). Heights are in voxels from the outer
 * face of the first slice, so that voxel k fills k to k + 1, at both sides.
 */
public final class ElectrodeMaps {

    /** What became of a column. */
    public enum Status {
        /** No part of the cell. */
        OUTSIDE,
        /** Interphase or electrolyte is met without lithium before it. */
        WITHOUT_LITHIUM,
        /** The stack ends before interphase or electrolyte is met. */
        WITHOUT_INTERFACE,
        /** Lithium ends at a void. */
        VOID,
        /** Lithium ends at interphase or electrolyte. */
        CONTACT;

        private static final Status[] ALL = values();
    }

    private final Side side;
    private final int width;
    private final int height;
    private final int depth;
    final byte[] status;
    final char[] lithiumFrom;
    final char[] lithiumTo;
    final char[] voidFrom;
    final char[] voidTo;
    /** End of the voxels below the void threshold; what follows up to voidTo is mixed of void and electrolyte. */
    final char[] darkTo;
    final char[] interphaseTo;
    final float[] collector;
    final float[] surface;
    final float[] interphaseEnd;
    final float[] voidThickness;
    /** Columns in contact beside a void, whose thin rims are estimated together. */
    final boolean[] rim;
    private boolean empty;
    private int cutSurfaces;
    private int cutInterphases;
    double thinVoidColumns = Double.NaN;

    ElectrodeMaps(final Side side, final int width, final int height, final int depth) {
        final int columns = width * height;
        this.side = side;
        this.width = width;
        this.height = height;
        this.depth = depth;
        status = new byte[columns];
        lithiumFrom = new char[columns];
        lithiumTo = new char[columns];
        voidFrom = new char[columns];
        voidTo = new char[columns];
        darkTo = new char[columns];
        interphaseTo = new char[columns];
        collector = filled(columns);
        surface = filled(columns);
        interphaseEnd = filled(columns);
        voidThickness = new float[columns];
        rim = new boolean[columns];
    }

    private static float[] filled(final int columns) {
        final float[] values = new float[columns];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    public Side side() {
        return side;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int columns() {
        return status.length;
    }

    /** Whether the sweep met no part of the cell anywhere. */
    public boolean isEmpty() {
        return empty;
    }

    /** These maps in a region alone, with heights from its first slice and what is estimated for the side as a whole estimated anew. */
    ElectrodeMaps within(final Region region) {
        final ElectrodeMaps part = new ElectrodeMaps(side, region.width(), region.height(), region.depth());
        final int before = side == Side.TOP ? region.fromZ() : depth - region.fromZ() - region.depth();
        for (int at = 0; at < part.columns(); at++) {
            if (region.has(at % region.width(), at / region.width())) {
                part.take(at, this, (region.y() + at / region.width()) * width + region.x() + at % region.width(), before);
            }
        }
        part.finish();
        if (!Double.isNaN(thinVoidColumns)) {
            part.thinVoidColumns = ThinVoidCorrection.thinVoidColumns(part);
        }
        return part;
    }

    /** These maps with some columns as if they were no part of the cell, and what is estimated for the side as a whole estimated anew. */
    ElectrodeMaps without(final boolean[] left) {
        final ElectrodeMaps rest = new ElectrodeMaps(side, width, height, depth);
        for (int at = 0; at < status.length; at++) {
            if (!left[at]) {
                rest.take(at, this, at, 0);
            }
        }
        rest.cutSurfaces = cutSurfaces;
        rest.cutInterphases = cutInterphases;
        rest.finish();
        if (!Double.isNaN(thinVoidColumns)) {
            rest.thinVoidColumns = ThinVoidCorrection.thinVoidColumns(rest);
        }
        return rest;
    }

    /** Takes a column of other maps, whose heights lie {@code before} slices further on; edges beyond these maps are not in view. */
    private void take(final int at, final ElectrodeMaps other, final int from, final int before) {
        lithiumFrom[at] = clamped(other.lithiumFrom[from], before);
        lithiumTo[at] = clamped(other.lithiumTo[from], before);
        voidFrom[at] = clamped(other.voidFrom[from], before);
        voidTo[at] = clamped(other.voidTo[from], before);
        darkTo[at] = clamped(other.darkTo[from], before);
        interphaseTo[at] = clamped(other.interphaseTo[from], before);
        collector[at] = inView(other.collector[from] - before);
        surface[at] = inView(other.surface[from] - before);
        interphaseEnd[at] = inView(other.interphaseEnd[from] - before);
        cutSurfaces += Float.isNaN(surface[at]) && !Float.isNaN(other.surface[from]) ? 1 : 0;
        cutInterphases += !Float.isNaN(surface[at]) && Float.isNaN(interphaseEnd[at]) && !Float.isNaN(other.interphaseEnd[from]) ? 1 : 0;
        status[at] = other.status[from];
        if (other.hasInterface(from) && Float.isNaN(surface[at])) {
            status[at] = (byte) (other.surface[from] < before ? Status.WITHOUT_LITHIUM : Status.WITHOUT_INTERFACE).ordinal();
        }
        if (hasInterface(at)) {
            voidThickness[at] = other.voidThickness[from];
            rim[at] = other.rim[from];
        }
    }

    private char clamped(final char height, final int before) {
        return (char) Math.max(0, Math.min(depth, height - before));
    }

    private float inView(final float height) {
        return height >= 0 && height <= depth ? height : Float.NaN;
    }

    /** Columns whose interface a region of interest leaves out. */
    public int cutSurfaces() {
        return cutSurfaces;
    }

    /** Columns whose interphase begins in a region of interest and ends beyond it. */
    public int cutInterphases() {
        return cutInterphases;
    }

    /** To be called when all columns are known. */
    void finish() {
        empty = true;
        for (final byte each : status) {
            empty &= each == 0;
        }
    }

    public Status status(final int column) {
        return Status.ALL[status[column]];
    }

    public boolean inContact(final int column) {
        return status[column] == Status.CONTACT.ordinal();
    }

    /**
     * Voxels of the interfacial void by count: the run below the void threshold, and what blur has brightened between it and
     * the electrolyte. It may lie under lithium, also in a column that counts as in contact.
     */
    public int voidVoxels(final int column) {
        return voidTo[column] - voidFrom[column];
    }

    /** Voxels of the same void below the void threshold alone, the published count. */
    public int darkVoidVoxels(final int column) {
        return darkTo[column] - voidFrom[column];
    }

    /**
     * Thickness of the void in voxels from the grey values across the interface; 0 away from voids. At a void's rim
     * noise may make it negative, so that sums over a void stay unbiased.
     */
    public float voidThickness(final int column) {
        return voidThickness[column];
    }

    /**
     * How many of the columns in contact are rather covered by thin rims of voids, which darken no voxel below the
     * threshold; an estimate from partial grey values for the side as a whole; NaN where these tell nothing.
     */
    public double thinVoidColumns() {
        return thinVoidColumns;
    }

    /** Voxels of lithium by count, without those of the void. */
    public int lithiumVoxels(final int column) {
        return hasLithium(column) ? lithiumTo[column] - lithiumFrom[column] - voidVoxels(column) : 0;
    }

    /** Voxels of interphase by count. */
    public int interphaseVoxels(final int column) {
        return hasInterface(column) ? interphaseTo[column] - lithiumTo[column] : 0;
    }

    /** Height of the collector's surface, sub-voxel; NaN where it is not in view. */
    public float collectorHeight(final int column) {
        return absolute(collector[column]);
    }

    /** Height of the electrolyte's surface towards the electrode, sub-voxel; NaN where there is none. */
    public float interfaceHeight(final int column) {
        return absolute(surface[column]);
    }

    /** Height at which the interphase ends and the electrolyte begins, sub-voxel; NaN where there is none. */
    public float interphaseEndHeight(final int column) {
        return absolute(interphaseEnd[column]);
    }

    /** Thickness of the interphase in voxels, sub-voxel; NaN where the column has no interface. */
    public float interphaseThickness(final int column) {
        return interphaseEnd[column] - surface[column];
    }

    public boolean hasLithium(final int column) {
        return status[column] >= Status.VOID.ordinal()
            || status[column] == Status.WITHOUT_INTERFACE.ordinal() && lithiumTo[column] > lithiumFrom[column];
    }

    /** Whether lithium meets a void, interphase or electrolyte in this column. */
    public boolean hasInterface(final int column) {
        return status[column] >= Status.VOID.ordinal();
    }

    private float absolute(final float alongSweep) {
        return side == Side.TOP ? alongSweep : depth - alongSweep;
    }
}
