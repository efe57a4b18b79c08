package operando.command;

import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.cluster.ClusterSettings;
import operando.segment.cluster.VoxelClusters;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelFeatures;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The open stack to phases of like voxels, without any label. */
@Plugin(type = Command.class, label = "Segment Stack (Clusters)")
public final class SegmentClusters implements EachTimePoint {

    @Parameter
    private ImagePlus image;

    @Parameter(label = "Phases", min = "2")
    private int phases = 4;

    @Parameter(label = "k-means instead of a Gaussian mixture")
    private boolean kMeans;

    @Parameter(label = "Seed")
    private int seed = 1;

    @Parameter(label = "Show probabilities")
    private boolean probabilities;

    @Parameter(type = ItemIO.OUTPUT)
    private List<ImagePlus> classes;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        final ClusterSettings mixture = ClusterSettings.defaults(phases).withSeed(seed);
        final VoxelFeatures features = LocalFeatures.ofBrightness();
        final Progress progress = new ImageJProgress();
        try (Cores cores = Cores.all()) {
            final VoxelClusters clusters = VoxelClusters.in(new ImagePlusScan(image), features, kMeans ? mixture.withKMeans() : mixture, cores,
                progress.part(0, 0.2));
            final List<String> names = IntStream.rangeClosed(1, phases).mapToObj(phase -> "phase " + phase).toList();
            final ClassImages found = ClassImages.of(image, features, clusters, names, probabilities, cores, progress.part(0.2, 1));
            classes = found.images();
            table = found.table();
        }
    }
}
