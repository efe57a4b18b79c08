package operando.scan.tiff;

import java.nio.ByteOrder;
import java.util.Random;

/** Small stacks in every dialect that is read, for campaigns of damaged files. */
public final class TiffSeeds {

    private TiffSeeds() {
    }

    /** A stack whose size, type and dialect the random numbers choose. */
    public static byte[] any(final Random random, final int slices) {
        final DialectWriter writer = new DialectWriter();
        writer.order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        writer.big = random.nextInt(3) == 0;
        writer.tiled = random.nextInt(3) == 0;
        writer.deflated = random.nextInt(3) == 0;
        final int type = random.nextInt(5);
        writer.bits = new int[] {8, 16, 16, 32, 32}[type];
        writer.sampleFormat = new int[] {1, 1, 2, 1, 3}[type];
        writer.predictor = writer.deflated ? 1 + random.nextInt(type == 4 ? 3 : 2) : 1;
        writer.chunkWidth = 16;
        writer.chunkHeight = writer.tiled ? 16 : random.nextInt(8);
        writer.gap = random.nextInt(3);
        final int width = 5 + random.nextInt(20);
        final int height = 3 + random.nextInt(17);
        if (random.nextInt(3) == 0 && !writer.deflated && !writer.tiled) {
            writer.gap = 0;
            writer.directories = 1;
            writer.description = "ImageJ=1.54p\nimages=" + slices + "\nslices=" + slices + "\nunit=um\nspacing=2.5\n";
        } else if (random.nextInt(4) == 0) {
            writer.description = "<?xml version=\"1.0\"?><OME><Image><Pixels SizeX=\"" + width + "\" SizeZ=\"" + slices
                + "\" PhysicalSizeX=\"1.5\" PhysicalSizeXUnit=\"µm\"/></Image></OME>";
        }
        final double[][] values = new double[slices][width * height];
        for (final double[] slice : values) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = random.nextInt(200);
            }
        }
        return writer.write(values, width, height);
    }
}
