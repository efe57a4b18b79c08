package operando.command;

import java.util.Locale;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.report.plot.BlockView;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A label stack of phases to its picture in three dimensions; of a time series a picture a time point, with the slider of time below. */
@Plugin(type = Command.class, label = "3-D View")
public final class ThreeDView implements EachTimePoint {

    /** What is left in the picture. */
    public enum Shown {
        /** All phases, without the quarter that is nearest. */
        ALL,
        /** What lies behind lithium and voids of the electrode at the top: the relief of the interface. */
        TOP_INTERFACE,
        /** The same of the electrode at the bottom, turned upside down. */
        BOTTOM_INTERFACE
    }

    private static final double HEIGHT_SHARE = 0.9;
    private static final int MOST_VOXELS = 400;

    @Parameter
    private ImagePlus image;

    @Parameter(label = "Show")
    private Shown show = Shown.ALL;

    @Parameter(label = "Width of the picture (pixels)", min = "100", max = "4000")
    private int width = 800;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus picture;

    @Override
    public void run() {
        final ImagePlusScan labels = new ImagePlusScan(image);
        final VoxelSize voxel = labels.voxelSize().orElse(VoxelSize.cubic(1));
        final int step = 1 + (Math.max(labels.width(), Math.max(labels.height(), labels.depth())) - 1) / MOST_VOXELS;
        final int wide = (labels.width() - 1) / step + 1;
        final int high = (labels.height() - 1) / step + 1;
        final int deep = (labels.depth() - 1) / step + 1;
        final byte[] block = new byte[wide * high * deep];
        for (int z = 0; z < deep; z++) {
            final Object slice = labels.newSlice();
            labels.readSlice(z * step, slice);
            if (!(slice instanceof byte[] pixels)) {
                throw noLabels("is not 8-bit");
            }
            // The bottom's interface is seen from the lithium, too.
            final int to = show == Shown.BOTTOM_INTERFACE ? deep - 1 - z : z;
            for (int y = 0; y < high; y++) {
                for (int x = 0; x < wide; x++) {
                    final byte label = pixels[y * step * labels.width() + x * step];
                    if (label < 0 || label > Phase.PORE.label()) {
                        throw noLabels("holds the value " + (label & 0xff));
                    }
                    block[(to * high + y) * wide + x] = label;
                }
            }
        }
        if (show != Shown.ALL) {
            uncover(block, wide * high, deep);
        }
        final BlockView view = new BlockView(block, wide, high, deep, step * voxel.xUm(), step * voxel.yUm(), step * voxel.zUm(), show == Shown.ALL);
        picture = new ImagePlus(image.getTitle() + " 3-D, " + show.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            new ColorProcessor(view.picture(width, (int) (HEIGHT_SHARE * width))));
    }

    private InputException noLabels(final String why) {
        return new InputException(image.getTitle(), "is no label stack of phases: it " + why, "segment a stack first, and give what comes out");
    }

    /** Takes away everything from above down to the first interphase or electrolyte, and what a column without any has. */
    private void uncover(final byte[] block, final int columns, final int deep) {
        boolean any = false;
        for (int column = 0; column < columns; column++) {
            int z = 0;
            while (z < deep && !isSolid(block[z * columns + column])) {
                block[z++ * columns + column] = Phase.OUTSIDE.label();
            }
            any |= z < deep;
        }
        if (!any) {
            throw noLabels("shows neither interphase nor electrolyte");
        }
    }

    private static boolean isSolid(final byte label) {
        return label == Phase.INTERPHASE.label() || label == Phase.ELECTROLYTE.label() || label == Phase.PORE.label();
    }
}
