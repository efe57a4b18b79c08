package operando.command;

import java.awt.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import operando.cell.InputException;
import operando.segment.learn.LabelledVoxels;

/** What somebody traced in an image, by class: areas count with all their pixels, lines with the pixels along them. */
final class Traces {

    private final Map<String, List<Roi>> byClass = new LinkedHashMap<>();

    /**
     * The selections of ROI Manager. A selection's class is what its name says before a colon, or else its group.
     *
     * @throws InputException if one has neither
     */
    static Traces of(final Roi[] selections) {
        final Traces traces = new Traces();
        for (final Roi roi : selections) {
            final String name = roi.getName() == null ? "" : roi.getName();
            if (name.contains(":")) {
                traces.add(name.substring(0, name.indexOf(':')).strip(), roi);
            } else if (roi.getGroup() > 0) {
                traces.add("class " + roi.getGroup(), roi);
            } else {
                throw new InputException("selection '" + name + "'", "it says no class", "name it CLASS: anything, or give it a group");
            }
        }
        return traces;
    }

    /** Makes a class, if there is none of this name yet. */
    void addClass(final String name) {
        byClass.computeIfAbsent(name, key -> new ArrayList<>());
    }

    void add(final String ofClass, final Roi roi) {
        addClass(ofClass);
        byClass.get(ofClass).add(roi);
    }

    /** Gives a class another name; one that there is already takes its traces, too. */
    void rename(final String from, final String to) {
        final Map<String, List<Roi>> renamed = new LinkedHashMap<>();
        byClass.forEach((name, rois) -> renamed.computeIfAbsent(name.equals(from) ? to : name, key -> new ArrayList<>()).addAll(rois));
        byClass.clear();
        byClass.putAll(renamed);
    }

    /** Puts a selection where an image stands: on its slice, and of a time series at its time point, so that it is drawn there and nowhere else. */
    static void place(final Roi roi, final ImagePlus image) {
        if (TimePoints.count(image) > 1) {
            roi.setPosition(1, image.getZ(), image.getT());
        } else if (image.isHyperStack()) {
            roi.setPosition(image.getC(), image.getZ(), image.getT());
        } else {
            roi.setPosition(image.getCurrentSlice());
        }
    }

    /** The time points that have traces, from 1, in order; 1 for an image that is no time series. */
    List<Integer> timePoints(final ImagePlus image) {
        return byClass.values().stream().flatMap(List::stream).map(roi -> timePoint(roi, image)).distinct().sorted().toList();
    }

    private static int timePoint(final Roi roi, final ImagePlus image) {
        return TimePoints.count(image) == 1 ? 1 : roi.getTPosition() > 0 ? roi.getTPosition() : image.getT();
    }

    /** Takes the class's last trace away, if it has one. */
    void removeLast(final String ofClass) {
        final List<Roi> rois = byClass.getOrDefault(ofClass, List.of());
        if (!rois.isEmpty()) {
            rois.remove(rois.size() - 1);
        }
    }

    /** In the order in which they came. */
    List<String> classes() {
        return List.copyOf(byClass.keySet());
    }

    List<Roi> traces(final String ofClass) {
        return List.copyOf(byClass.getOrDefault(ofClass, List.of()));
    }

    /**
     * The voxels under the traces; classes without any are left out.
     *
     * @throws InputException if there are fewer than two classes with traces
     */
    LabelledVoxels voxels(final ImagePlus image) {
        return voxels(image, TimePoints.count(image) == 1 ? 1 : image.getT());
    }

    /** The voxels under the traces of one time point, with all classes that have traces at any. */
    LabelledVoxels voxels(final ImagePlus image, final int timePoint) {
        if (byClass.values().stream().filter(rois -> !rois.isEmpty()).count() < 2) {
            throw new InputException(image.getTitle(), "fewer than two classes have traces", "trace some pixels of two classes or more");
        }
        final List<String> traced = classes().stream().filter(name -> !traces(name).isEmpty()).toList();
        final LabelledVoxels voxels = new LabelledVoxels(traced);
        for (int c = 0; c < traced.size(); c++) {
            for (final Roi roi : traces(traced.get(c))) {
                if (timePoint(roi, image) == timePoint) {
                    add(voxels, c, roi, image);
                }
            }
        }
        return voxels;
    }

    private static void add(final LabelledVoxels voxels, final int ofClass, final Roi roi, final ImagePlus image) {
        final int slice = Math.max(roi.getZPosition(), roi.getPosition());
        final boolean series = TimePoints.count(image) > 1;
        final int z = (slice > 0 ? slice : series ? image.getZ() : image.getCurrentSlice()) - 1;
        if (z >= (series ? image.getNSlices() : image.getStackSize())) {
            throw new InputException("selection '" + roi.getName() + "'", "it is on slice " + (z + 1) + " of " + image.getStackSize(),
                "take the selections of this image");
        }
        if (roi.isArea()) {
            for (final Point point : roi.getContainedPoints()) {
                addInside(voxels, ofClass, point.x, point.y, z, image);
            }
        } else {
            final FloatPolygon along = roi.getType() == Roi.POINT ? roi.getFloatPolygon() : roi.getInterpolatedPolygon(1, false);
            for (int i = 0; i < along.npoints; i++) {
                addInside(voxels, ofClass, (int) Math.floor(along.xpoints[i]), (int) Math.floor(along.ypoints[i]), z, image);
            }
        }
    }

    private static void addInside(final LabelledVoxels voxels, final int ofClass, final int x, final int y, final int z, final ImagePlus image) {
        if (x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()) {
            voxels.add(ofClass, x, y, z);
        }
    }
}
