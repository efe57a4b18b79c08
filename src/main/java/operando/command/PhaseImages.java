package operando.command;

import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;
import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.SweepResult;
import operando.segment.SweptLabels;
import operando.segment.learn.ClassLabels;

/** What a segmentation found as ImageJ images. */
final class PhaseImages {

    private PhaseImages() {
    }

    /** A label stack in the phases' colours, whose info names them. */
    static ImagePlus labels(final Scan scan, final SweepResult swept, final VoxelSize voxelSize, final Cores cores, final Progress progress) {
        final SweptLabels labels = new SweptLabels(swept);
        final byte[][] slices = new byte[scan.depth()][scan.width() * scan.height()];
        cores.forEach(slices.length, z -> {
            final Object slice = scan.newSlice();
            scan.readSlice(z, slice);
            labels.paint(z, slice, slices[z]);
            progress.report((double) z / slices.length, "Labels");
        });
        final ImageStack stack = new ImageStack(scan.width(), scan.height());
        for (final byte[] slice : slices) {
            stack.addSlice("", slice);
        }
        final ImagePlus image = new ImagePlus(scan.name() + " phases", stack);
        image.setLut(phaseColours());
        image.setDisplayRange(0, 255);
        image.setProperty("Info", phaseNames());
        image.setSlice(TellingSlice.of(stack, slices.length));
        final Map<String, Color> legend = new LinkedHashMap<>();
        Arrays.stream(Phase.values()).filter(phase -> phase != Phase.OUTSIDE).forEach(phase -> legend.put(phase.displayName(), new Color(phase.rgb())));
        Legend.add(image, legend);
        calibrate(image, voxelSize);
        return image;
    }

    /** A stack of class labels in the phases' colours, whose info names the classes. */
    static ImagePlus classes(final ImagePlus of, final ImageStack stack, final ClassLabels labels, final List<String> names) {
        final ImagePlus image = new ImagePlus(of.getTitle() + " classes", stack);
        image.setLut(phaseColours());
        image.setDisplayRange(0, 255);
        final StringJoiner info = new StringJoiner("\n", "Classes\n", "\n");
        for (int c = 0; c < names.size(); c++) {
            info.add(labels.label(c) + ": " + names.get(c));
        }
        image.setProperty("Info", info.toString());
        image.setCalibration(of.getCalibration().copy());
        image.setSlice(TellingSlice.of(stack, stack.getSize()));
        final Map<String, Color> legend = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            legend.put(names.get(c), new Color(phaseColours().getRGB(labels.label(c) & 0xFF)));
        }
        Legend.add(image, legend);
        return image;
    }

    /** The contact of one side: 255 where lithium touches the electrolyte. */
    static ImagePlus contact(final SweepResult swept, final Side side, final VoxelSize voxelSize) {
        final byte[] pixels = new byte[swept.width() * swept.height()];
        for (int column = 0; column < pixels.length; column++) {
            pixels[column] = (byte) (swept.inCrossSection(column) && swept.side(side).inContact(column) ? 255 : 0);
        }
        final ImageStack stack = new ImageStack(swept.width(), swept.height());
        stack.addSlice(side.key(), pixels);
        final ImagePlus image = new ImagePlus(swept.name() + " contact " + side.key(), stack);
        calibrate(image, voxelSize);
        return image;
    }

    private static LUT phaseColours() {
        final byte[] red = new byte[256];
        final byte[] green = new byte[256];
        final byte[] blue = new byte[256];
        for (final Phase phase : Phase.values()) {
            final Color colour = new Color(phase.rgb());
            red[phase.label()] = (byte) colour.getRed();
            green[phase.label()] = (byte) colour.getGreen();
            blue[phase.label()] = (byte) colour.getBlue();
        }
        return new LUT(red, green, blue);
    }

    private static String phaseNames() {
        final StringJoiner names = new StringJoiner("\n", "Phases\n", "\n");
        for (final Phase phase : Phase.values()) {
            names.add(phase.label() + ": " + phase.displayName());
        }
        return names.toString();
    }

    private static void calibrate(final ImagePlus image, final VoxelSize voxelSize) {
        final Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = voxelSize.xUm();
        calibration.pixelHeight = voxelSize.yUm();
        calibration.pixelDepth = voxelSize.zUm();
    }
}
