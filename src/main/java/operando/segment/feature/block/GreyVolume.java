package operando.segment.feature.block;

/** A block of grey values in memory; x fastest, then y, then z. */
public record GreyVolume(int width, int height, int depth, float[] grey) {

    /** A volume of zeros. */
    public static GreyVolume of(final int width, final int height, final int depth) {
        return new GreyVolume(width, height, depth, new float[Math.multiplyExact(Math.multiplyExact(width, height), depth)]);
    }

    public int index(final int x, final int y, final int z) {
        return (z * height + y) * width + x;
    }

    /** A volume of zeros of the same size. */
    public GreyVolume sameSize() {
        return of(width, height, depth);
    }
}
