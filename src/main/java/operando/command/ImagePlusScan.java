package operando.command;

import java.util.Locale;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;

/** An open ImageJ stack as a scan; virtual stacks are read slice by slice. Its calibration gives the voxel size. */
public final class ImagePlusScan implements Scan {

    private final ImagePlus image;
    private final ImageStack stack;
    private final PixelType pixelType;

    /** @throws InputException if the image is in colour or has several channels or time points */
    public ImagePlusScan(final ImagePlus image) {
        if (image.getBitDepth() == 24) {
            throw new InputException(image.getTitle(), "is a colour image", "convert it with Image > Type > 8-bit");
        }
        if (image.getNChannels() > 1 || image.getNFrames() > 1 && image.getNSlices() > 1) {
            throw new InputException(image.getTitle(), "has several channels or time points",
                "duplicate the one stack to work on with Image > Duplicate");
        }
        this.image = image;
        this.stack = image.getStack();
        this.pixelType = PixelType.of(stack.getProcessor(1).getPixels());
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
        return stack.getSize();
    }

    @Override
    public PixelType pixelType() {
        return pixelType;
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        final Calibration calibration = image.getCalibration();
        final double um = micrometresPer(calibration.getUnit());
        return um > 0 ? Optional.of(new VoxelSize(calibration.pixelWidth * um, calibration.pixelHeight * um,
            calibration.pixelDepth * um)) : Optional.empty();
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
                return stack.getProcessor(z + 1).getPixels();
            }
        }
        return stack.getPixels(z + 1);
    }

    private static double micrometresPer(final String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "µm", "\u03bcm", "um", "micron", "microns", "micrometer", "micrometre" -> 1;
            case "nm" -> 1e-3;
            case "mm" -> 1e3;
            case "cm" -> 1e4;
            case "m" -> 1e6;
            default -> 0;
        };
    }
}
