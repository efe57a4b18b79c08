package operando.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.forest.BlockClassifier;

/** An open image segmented into classes: its labels, the classes' probabilities, and a row of voxel counts. */
record ClassImages(List<ImagePlus> images, ResultsTable table) {

    private static final double SHARE = 0.5;

    static ClassImages of(final ImagePlus image, final VoxelFeatures features, final BlockClassifier classifier, final List<String> names,
        final boolean probabilities, final Cores cores, final Progress progress) {
        final ImagePlusScan scan = new ImagePlusScan(image);
        final BlockSegmentation segmentation = new BlockSegmentation(features, classifier, (long) (SHARE * Runtime.getRuntime().maxMemory()));
        final ClassLabels labels = new ClassLabels(names);
        final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        final long[] counts = segmentation.labelSlices(scan, labels, slice -> stack.addSlice("", slice), cores,
            progress.part(0, probabilities ? SHARE : 1));
        final List<ImagePlus> images = new ArrayList<>();
        if (probabilities) {
            images.addAll(probabilities(image, segmentation, scan, names, cores, progress.part(SHARE, 1)));
        }
        images.add(PhaseImages.classes(image, stack, labels, names));
        final Map<String, Double> voxels = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            voxels.put("voxels_" + names.get(c).replace(' ', '_'), (double) counts[c]);
        }
        return new ClassImages(images, MeasureRows.add(image.getTitle(), voxels));
    }

    private static List<ImagePlus> probabilities(final ImagePlus image, final BlockSegmentation segmentation, final ImagePlusScan scan,
        final List<String> names, final Cores cores, final Progress progress) {
        final List<ImageStack> stacks = names.stream().map(name -> new ImageStack(image.getWidth(), image.getHeight())).toList();
        segmentation.probabilitySlices(scan, (ofClass, slice) -> stacks.get(ofClass).addSlice("", slice), cores, progress);
        final List<ImagePlus> images = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            final ImagePlus one = new ImagePlus(image.getTitle() + " probability of " + names.get(c), stacks.get(c));
            one.setCalibration(image.getCalibration().copy());
            one.setDisplayRange(0, 1);
            images.add(one);
        }
        return images;
    }
}
