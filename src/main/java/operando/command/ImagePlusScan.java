package operando.command;

import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.LengthUnit;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * An open ImageJ stack as a scan; of a time series, the time point that is shown. Virtual stacks are read slice by
 * slice. The image's calibration gives the voxel size.
 */
public final class ImagePlusScan implements Scan {

    /** What ImageJ can show as one picture; an image with more is rather a stack. */
    private static final int MOST_CHANNELS = 7;

    private final ImagePlus image;
    private final ImageStack stack;
    private final PixelType pixelType;
    private final int firstSlice;
    private final int depth;

    /** @throws InputException if the image is in colour or has several channels */
    public ImagePlusScan(final ImagePlus image) {
        if (image.getBitDepth() == 24) {
            throw new InputException(image.getTitle(), "is a colour image", "convert it with Image > Type > 8-bit");
        }
        if (image.getNChannels() > MOST_CHANNELS && image.getNSlices() == 1 && image.getNFrames() == 1) {
            throw new InputException(image.getTitle(), "calls its " + image.getNChannels() + " slices channels, as a file of tifffile without axes does",
                "set Image > Properties to 1 channel and " + image.getNChannels() + " slices");
        }
        if (image.getNChannels() > 1) {
            throw new InputException(image.getTitle(), "has several channels",
                "duplicate the one channel to work on with Image > Duplicate");
        }
        this.image = image;
        this.stack = image.getStack();
        this.pixelType = PixelType.of(stack.getProcessor(1).getPixels());
        // A plain stack opened from a folder may count its slices as time points.
        final boolean series = image.getNFrames() > 1 && image.getNSlices() > 1;
        this.depth = series ? image.getNSlices() : stack.getSize();
        this.firstSlice = series ? image.getStackIndex(1, 1, image.getT()) : 1;
    }

    @Override
    public String name() {
        final String title = image.getTitle();
        return title.replaceFirst("(?i)\\.tiff?$", "");
    }

    @Override
    public int width() {
        return stack.getWidth();
    }

    @Override
    public int height() {
        return stack.getHeight();
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public PixelType pixelType() {
        return pixelType;
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        final Calibration calibration = image.getCalibration();
        final double x = calibration.pixelWidth * LengthUnit.micrometres(calibration.getXUnit());
        final double y = calibration.pixelHeight * LengthUnit.micrometres(calibration.getYUnit());
        final double z = calibration.pixelDepth * LengthUnit.micrometres(calibration.getZUnit());
        return Double.isNaN(x + y + z) ? Optional.empty() : Optional.of(new VoxelSize(x, y, z));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        System.arraycopy(slice(z), 0, pixels, 0, width() * height());
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        System.arraycopy(slice(z), y * width(), pixels, 0, rows * width());
    }

    // A virtual stack reads its file anew and is not made for several threads.
    private Object slice(final int z) {
        if (stack.isVirtual()) {
            synchronized (stack) {
                return stack.getProcessor(firstSlice + z).getPixels();
            }
        }
        return stack.getPixels(firstSlice + z);
    }
}
