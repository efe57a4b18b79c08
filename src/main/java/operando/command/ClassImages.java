package operando.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.Classified;
import operando.segment.learn.Likeness;
import operando.segment.learn.forest.BlockClassifier;
import operando.segment.learn.modelfile.TrainedClassifier;

/** An open image segmented into classes: its labels, the classes' probabilities, and a row of voxel counts. */
record ClassImages(List<ImagePlus> images, ResultsTable table, Classified classified) {

    private static final double SHARE = 0.5;

    /** By a classifier of clusters. */
    static ClassImages of(final ImagePlus image, final VoxelFeatures features, final BlockClassifier classifier, final List<String> names,
        final boolean probabilities, final Cores cores, final Progress progress) {
        return of(image, new BlockSegmentation(features, classifier, memoryBytes()), names, probabilities, cores, progress);
    }

    /** By a trained classifier; the Log says in what the image is unlike those trained on. */
    static ClassImages of(final ImagePlus image, final VoxelFeatures features, final TrainedClassifier trained, final String model,
        final boolean probabilities, final Cores cores, final Progress progress) {
        final ImagePlusScan scan = new ImagePlusScan(image);
        final Likeness likeness = new Likeness(trained, model);
        likeness.unknown().ifPresent(unknown -> IJ.log("Note: " + unknown));
        likeness.differences(scan).forEach(ClassImages::warn);
        final ClassImages found = of(image, new BlockSegmentation(features, trained, memoryBytes()), trained.header().classes(), probabilities, cores, progress);
        likeness.differences(scan, found.classified).forEach(ClassImages::warn);
        return found;
    }

    private static void warn(final String doubt) {
        IJ.log("Warning: " + doubt);
    }

    private static long memoryBytes() {
        return (long) (SHARE * Runtime.getRuntime().maxMemory());
    }

    private static ClassImages of(final ImagePlus image, final BlockSegmentation segmentation, final List<String> names,
        final boolean probabilities, final Cores cores, final Progress progress) {
        final ImagePlusScan scan = new ImagePlusScan(image);
        final ClassLabels labels = new ClassLabels(names);
        final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        final Classified found = segmentation.labelSlices(scan, labels, slice -> stack.addSlice("", slice), cores,
            progress.part(0, probabilities ? SHARE : 1));
        final List<ImagePlus> images = new ArrayList<>();
        if (probabilities) {
            images.addAll(probabilities(image, segmentation, scan, names, cores, progress.part(SHARE, 1)));
        }
        images.add(PhaseImages.classes(image, stack, labels, names));
        final Map<String, Double> voxels = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            voxels.put("voxels_" + names.get(c).replace(' ', '_'), (double) found.voxels()[c]);
        }
        return new ClassImages(images, MeasureRows.add(image.getTitle(), voxels), found);
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
