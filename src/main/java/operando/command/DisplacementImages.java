package operando.command;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Arrow;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import operando.motion.DisplacementField;
import operando.motion.PointGrid;
import operando.scan.Scan;

/** A displacement field as ImageJ images. */
record DisplacementImages(DisplacementField field) {

    private static final String[] AXES = {"x", "y", "z"};
    private static final float LEAST_BRIGHTNESS = 0.35f;

    /** A stack a component, µm, a voxel a point; not a number where there is none. */
    List<ImagePlus> components() {
        final PointGrid grid = field.grid();
        final int slice = grid.countX() * grid.countY();
        final List<ImagePlus> images = new ArrayList<>();
        for (int c = 0; c < AXES.length; c++) {
            final ImageStack stack = new ImageStack(grid.countX(), grid.countY());
            for (int k = 0; k < grid.countZ(); k++) {
                stack.addSlice("", java.util.Arrays.copyOfRange(field.displacementUm()[c], k * slice, (k + 1) * slice));
            }
            final ImagePlus image = new ImagePlus("u" + AXES[c] + " (um) from " + field.reference() + " to " + field.deformed(), stack);
            calibrate(image.getCalibration(), grid.spacing());
            image.setSlice(grid.countZ() / 2 + 1);
            image.resetDisplayRange();
            images.add(image);
        }
        return images;
    }

    private void calibrate(final Calibration calibration, final int spacing) {
        calibration.setUnit("micron");
        calibration.pixelWidth = spacing * field.voxelSize().xUm();
        calibration.pixelHeight = spacing * field.voxelSize().yUm();
        calibration.pixelDepth = spacing * field.voxelSize().zUm();
    }

    /** The x–z cross-section through the middle layer of points, with an overlay of vectors coloured by length. */
    ImagePlus vectors(final ImagePlus reference, final double exaggeration) {
        final PointGrid grid = field.grid();
        final int plane = grid.countY() / 2;
        final Scan scan = new ImagePlusScan(reference);
        final float[] grey = new float[scan.width() * scan.depth()];
        scan.readBlock(0, grid.firstY() + plane * grid.spacing(), 0, scan.width(), 1, scan.depth(), grey);
        final ImagePlus image = new ImagePlus("Displacement from " + field.reference() + " to " + field.deformed(),
            new FloatProcessor(scan.width(), scan.depth(), grey));
        final Overlay overlay = new Overlay();
        final double longest = Math.max(field.longestUm(), Double.MIN_NORMAL);
        for (int k = 0; k < grid.countZ(); k++) {
            for (int i = 0; i < grid.countX(); i++) {
                final int point = grid.index(i, plane, k);
                if (field.status()[point].measured()) {
                    overlay.add(arrow(point, exaggeration, longest));
                }
            }
        }
        image.setOverlay(overlay);
        calibrate(image.getCalibration(), 1);
        image.getCalibration().pixelHeight = field.voxelSize().zUm();
        return image;
    }

    private Arrow arrow(final int point, final double exaggeration, final double longest) {
        final double x = field.xUm(point) / field.voxelSize().xUm();
        final double z = field.zUm(point) / field.voxelSize().zUm();
        final Arrow arrow = new Arrow(x, z, x + exaggeration * field.displacementUm(0, point) / field.voxelSize().xUm(),
            z + exaggeration * field.displacementUm(2, point) / field.voxelSize().zUm());
        final float share = (float) (field.lengthUm(point) / longest);
        arrow.setStrokeColor(new Color(1f, LEAST_BRIGHTNESS + (1 - LEAST_BRIGHTNESS) * share, 0f));
        arrow.setStrokeWidth(1);
        arrow.setHeadSize(4);
        return arrow;
    }
}
