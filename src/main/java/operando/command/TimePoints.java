package operando.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import operando.cell.InputException;
import operando.scan.tiff.StackWriter;

/** The stacks that an open time series is made of: the stack of time point 3 of "cell.tif" is called "cell t3". */
final class TimePoints {

    private static final int RGB = 24;
    private static final Pattern NAME = Pattern.compile("(.*) t(\\d+)");

    private TimePoints() {
    }

    /** How many stacks an image has. A plain stack opened from a folder may count its slices as time points; it is one. */
    static int count(final ImagePlus image) {
        return image.getNFrames() > 1 && image.getNSlices() > 1 ? image.getNFrames() : 1;
    }

    /** The stacks of an image, in their order in time; the image itself if it is one stack. */
    static List<ImagePlus> of(final ImagePlus image) {
        final List<ImagePlus> points = new ArrayList<>();
        for (int point = 1; point <= count(image); point++) {
            points.add(of(image, point));
        }
        return points;
    }

    private static ImagePlus of(final ImagePlus image, final int point) {
        if (count(image) == 1) {
            return image;
        }
        final int first = image.getStackIndex(1, 1, point);
        final ImagePlus one = new ImagePlus(title(image, point), image.getStack().isVirtual() ? new OneOfVirtual(image, first) : shared(image, first));
        one.setCalibration(image.getCalibration().copy());
        return one;
    }

    private static ImageStack shared(final ImagePlus image, final int first) {
        final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        for (int z = 0; z < image.getNSlices(); z++) {
            stack.addSlice(image.getStack().getSliceLabel(first + z), image.getStack().getPixels(first + z));
        }
        return stack;
    }

    private static String title(final ImagePlus image, final int point) {
        return series(image) + " t" + point;
    }

    private static String series(final ImagePlus image) {
        return image.getTitle().replaceFirst("(?i)\\.tiff?$", "");
    }

    /** The stack of this title, which may be one time point of an open image; empty if there is none. */
    static Optional<ImagePlus> titled(final String title) {
        final ImagePlus whole = WindowManager.getImage(title);
        if (whole != null) {
            return Optional.of(whole);
        }
        final Matcher name = NAME.matcher(title);
        if (name.matches()) {
            for (final String open : WindowManager.getImageTitles()) {
                final ImagePlus image = WindowManager.getImage(open);
                final int point = Integer.parseInt(name.group(2));
                if (image != null && count(image) > 1 && series(image).equals(name.group(1)) && point >= 1 && point <= count(image)) {
                    return Optional.of(of(image, point));
                }
            }
        }
        return Optional.empty();
    }

    /** The titles of all open stacks, a time series with each of its time points; labels come last, since a scan is asked for more often. */
    static List<String> titles() {
        final List<String> titles = new ArrayList<>();
        Arrays.stream(WindowManager.getImageTitles()).map(WindowManager::getImage).filter(image -> image != null)
            .sorted(Comparator.comparing(TimePoints::isLabels)).forEach(image -> {
                for (int point = 1; point <= count(image); point++) {
                    titles.add(count(image) == 1 ? image.getTitle() : title(image, point));
                }
            });
        return titles;
    }

    /** Saves every stack of a series for itself, under a name that sorts and, where the interval between them is known, says its hours. */
    static void save(final ImagePlus image, final Path folder) {
        final Calibration calibration = image.getCalibration();
        final double hours = calibration.frameInterval * hours(calibration.getTimeUnit());
        final int digits = Integer.toString(count(image)).length();
        for (int point = 1; point <= count(image); point++) {
            final String time = hours > 0 ? String.format(Locale.ROOT, "_%.4fh", (point - 1) * hours) : "";
            final ImagePlusScan scan = new ImagePlusScan(of(image, point));
            final Path file = folder.resolve(String.format(Locale.ROOT, "%s_t%0" + digits + "d%s.tif", series(image).replaceAll("[^\\p{L}\\p{N}._-]+", "_"), point, time));
            if (Files.exists(file)) {
                throw new InputException(file.toString(), "is there already and is not overwritten", "choose another folder");
            }
            try (StackWriter writer = StackWriter.create(file, scan.width(), scan.height(), scan.depth(), scan.pixelType(), scan.voxelSize().orElseThrow(
                () -> new InputException(image.getTitle(), "the image has no voxel size", "set it in Image > Properties, with the unit micron")))) {
                for (int z = 0; z < scan.depth(); z++) {
                    final Object slice = scan.newSlice();
                    scan.readSlice(z, slice);
                    writer.write(slice);
                }
            }
        }
    }

    private static double hours(final String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "h", "hr", "hour", "hours" -> 1;
            case "min", "minute", "minutes" -> 1 / 60.0;
            case "s", "sec", "second", "seconds" -> 1 / 3600.0;
            default -> 0;
        };
    }

    /** Whether an image is shown in colours, as labels are. */
    static boolean isLabels(final ImagePlus image) {
        return image.getBitDepth() == 8 && image.getProcessor() != null && image.getProcessor().isColorLut();
    }

    /** What was made of each time point, as one image. */
    static ImagePlus joined(final ImagePlus image, final List<ImagePlus> parts) {
        final ImagePlus first = parts.get(0);
        final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
        for (int point = 1; point <= parts.size(); point++) {
            final ImageStack part = parts.get(point - 1).getStack();
            for (int slice = 1; slice <= part.getSize(); slice++) {
                final String label = part.getSliceLabel(slice);
                stack.addSlice("t" + point + (label == null || label.isEmpty() ? "" : " " + label), part.getPixels(slice));
            }
        }
        final ImagePlus joined = new ImagePlus(first.getTitle().replace(title(image, 1), series(image)), stack);
        joined.setDimensions(1, first.getStackSize(), parts.size());
        joined.setOpenAsHyperStack(true);
        joined.setCalibration(first.getCalibration().copy());
        joined.setProperty("Info", first.getProperty("Info"));
        if (first.getBitDepth() != RGB) {
            joined.setLut(first.getProcessor().getLut());
            joined.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
        }
        joined.setPositionWithoutUpdate(1, first.getCurrentSlice(), 1);
        joined.setOverlay(first.getOverlay());
        return joined;
    }

    /** One time point of a series that is read from disk slice by slice. */
    private static final class OneOfVirtual extends VirtualStack {

        private final ImageStack stack;
        private final int first;
        private final int slices;

        private OneOfVirtual(final ImagePlus image, final int first) {
            super(image.getWidth(), image.getHeight(), image.getNSlices());
            this.stack = image.getStack();
            this.first = first;
            this.slices = image.getNSlices();
            setBitDepth(image.getBitDepth());
        }

        @Override
        public ImageProcessor getProcessor(final int slice) {
            synchronized (stack) {
                return stack.getProcessor(first + slice - 1);
            }
        }

        @Override
        public int getSize() {
            return slices;
        }

        @Override
        public String getSliceLabel(final int slice) {
            return stack.getSliceLabel(first + slice - 1);
        }
    }
}
