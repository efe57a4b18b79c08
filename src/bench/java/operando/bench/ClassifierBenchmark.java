package operando.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * One model on one stack, from the file to the labels, by this program and by Trainable Weka Segmentation in turns, two
 * threads each. The latter is looked for on the class path and left out if it is not there. Arguments: stack, model, rounds.
 */
public final class ClassifierBenchmark {

    private static final int THREADS = 2;
    private static final long MEMORY = 2L << 30;

    private ClassifierBenchmark() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path stack = Path.of(arguments[0]);
        final Path model = Path.of(arguments[1]);
        final Path out = Path.of(arguments[0].replaceFirst("\\.tif$", "") + "-labels.tif");
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            ours(stack, model, out);
            if (hasPeer()) {
                compare(theirs(stack, model), out);
            }
        }
        System.exit(0);
    }

    private static boolean hasPeer() {
        return ClassifierBenchmark.class.getResource("/trainableSegmentation/WekaSegmentation.class") != null;
    }

    private static void ours(final Path stack, final Path model, final Path out) {
        final Timer timer = new Timer();
        try (Scan scan = ScanFile.open(stack); Cores cores = new Cores(THREADS)) {
            final TrainedClassifier trained = ModelFile.read(model);
            new BlockSegmentation(trained.header().voxelFeatures(model.toString()), trained.classifier(), MEMORY).writeLabels(scan,
                VoxelSize.cubic(1), new ClassLabels(trained.header().classes()), out, cores, Progress.SILENT);
            timer.print("this program", scan.width() * (double) scan.height() * scan.depth());
        }
    }

    private static ImagePlus theirs(final Path stack, final Path model) throws ReflectiveOperationException {
        Prefs.setThreads(THREADS);
        final ImagePlus image = IJ.openImage(stack.toString());
        final Class<?> type = Class.forName("trainableSegmentation.WekaSegmentation");
        final boolean inStack = ModelFile.read(model).header().relation().contains("3D");
        final Object segmentation = type.getConstructor(boolean.class).newInstance(inStack);
        type.getMethod("setTrainingImage", ImagePlus.class).invoke(segmentation, image);
        final Timer timer = new Timer();
        type.getMethod("loadClassifier", String.class).invoke(segmentation, model.toString());
        final ImagePlus labels = (ImagePlus) type.getMethod("applyClassifier", ImagePlus.class, int.class, boolean.class)
            .invoke(segmentation, image, THREADS, false);
        timer.print("Trainable Weka Segmentation", image.getWidth() * (double) image.getHeight() * image.getStackSize());
        return labels;
    }

    /** Seconds by the clock and, since others may use the machine, of the processor. */
    private static final class Timer {

        private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long start = System.nanoTime();
        private final long processorStart = process.getProcessCpuTime();

        private void print(final String program, final double voxels) {
            final double seconds = (System.nanoTime() - start) / 1e9;
            final double processor = (process.getProcessCpuTime() - processorStart) / 1e9;
            System.out.printf(Locale.ROOT, "%-28s %.2f s, %.0f voxels/s; %.2f s of the processor%n", program, seconds, voxels / seconds, processor);
        }
    }

    /** Theirs count classes from 0. */
    private static void compare(final ImagePlus theirs, final Path out) {
        long equal = 0;
        long all = 0;
        try (Scan ours = ScanFile.open(out)) {
            final float[] slice = new float[ours.width() * ours.height()];
            for (int z = 0; z < ours.depth(); z++) {
                ours.readBlock(0, 0, z, ours.width(), ours.height(), 1, slice);
                for (int i = 0; i < slice.length; i++) {
                    equal += slice[i] == theirs.getStack().getProcessor(z + 1).get(i) + 1 ? 1 : 0;
                    all++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "equal labels: %.5f %%%n", 100.0 * equal / all);
    }
}
