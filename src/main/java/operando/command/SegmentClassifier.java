package operando.command;

import java.io.File;
import java.util.List;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The open stack to the classes of a trained model. */
@Plugin(type = Command.class, label = "Segment Stack (Classifier)")
public final class SegmentClassifier implements EachTimePoint {

    @Parameter
    private ImagePlus image;

    @Parameter(label = "Model (.model)")
    private File model;

    @Parameter(label = "Show probabilities")
    private boolean probabilities;

    @Parameter(type = ItemIO.OUTPUT)
    private List<ImagePlus> classes;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        final TrainedClassifier trained = ModelFile.read(model.toPath());
        try (Cores cores = Cores.all()) {
            final ClassImages found = ClassImages.of(image, trained.header().voxelFeatures(model.getPath()), trained, model.getName(), probabilities, cores, new ImageJProgress());
            classes = found.images();
            table = found.table();
        }
    }
}
