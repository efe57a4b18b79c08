package operando.command;

import ij.ImageStack;
import ij.process.ImageProcessor;

/** The slice in which most different things are seen: of a cell that is cut across its layers, one through an interface. */
final class TellingSlice {

    private static final int CLASSES = 8;

    private TellingSlice() {
    }

    /**
     * The slice whose grey values, in classes between the least and the greatest, are spread most evenly (the greatest entropy).
     *
     * @param slices how many of the stack's slices to look at, from the first on
     * @return counted from 1
     */
    static int of(final ImageStack stack, final int slices) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int slice = 1; slice <= slices; slice++) {
            final ImageProcessor pixels = stack.getProcessor(slice);
            for (int i = 0; i < pixels.getPixelCount(); i++) {
                least = Math.min(least, pixels.getf(i));
                most = Math.max(most, pixels.getf(i));
            }
        }
        int telling = (slices + 1) / 2;
        double evenest = 0;
        for (int slice = 1; slice <= slices; slice++) {
            final double entropy = entropy(stack.getProcessor(slice), least, most);
            if (entropy > evenest) {
                evenest = entropy;
                telling = slice;
            }
        }
        return telling;
    }

    private static double entropy(final ImageProcessor pixels, final double least, final double most) {
        final int[] counts = new int[CLASSES];
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            counts[(int) Math.min(CLASSES - 1, CLASSES * (pixels.getf(i) - least) / Math.max(Double.MIN_NORMAL, most - least))]++;
        }
        double entropy = 0;
        for (final int count : counts) {
            final double share = (double) count / pixels.getPixelCount();
            entropy -= count == 0 ? 0 : share * Math.log(share);
        }
        return entropy;
    }
}
