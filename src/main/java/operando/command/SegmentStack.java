package operando.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.Plausibility;
import operando.measure.ScanMeasures;
import operando.scan.StackAxis;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.filter.FilterSettings;
import operando.segment.filter.FilteredScan;
import operando.segment.filter.ScanFilters;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The open stack to phases and measures, by the column sweep. */
@Plugin(type = Command.class, label = "Segment Stack (Column Sweep)")
public final class SegmentStack implements EachTimePoint {

    @Parameter
    private ImagePlus image;

    @Parameter(label = "Thresholds (auto, or void,lithium,interphase,collector)")
    private String thresholds = "auto";

    @Parameter(label = "Look-ahead (voxels)", min = "1")
    private int lookAhead = SweepSettings.defaults().lookAhead();

    @Parameter(label = "Contact depth (voxels)", min = "1")
    private int contactDepth = SweepSettings.defaults().contactDepth();

    @Parameter(label = "Filters (none, auto, or some of denoise,rings,shading,fringes=δ/β/keV/mm)")
    private String filters = "none";

    @Parameter(label = "Stack axis")
    private StackAxis stackAxis = StackAxis.Z;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus labels;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        final SweepInput input = SweepInput.of(image, stackAxis);
        final Progress progress = new ImageJProgress();
        try (Cores cores = Cores.all()) {
            segment(input, cores, progress);
        }
    }

    /** The labels of every time point of an image; a row each is added to the Results table. */
    static List<ImagePlus> onEach(final ImagePlus of, final String thresholds, final StackAxis axis) {
        final List<ImagePlus> labels = new ArrayList<>();
        for (final ImagePlus point : TimePoints.of(of)) {
            final SegmentStack command = new SegmentStack();
            command.image = point;
            command.thresholds = thresholds;
            command.stackAxis = axis;
            command.run();
            labels.add(command.labels);
        }
        return labels.size() == 1 ? labels : List.of(TimePoints.joined(of, labels));
    }

    private void segment(final SweepInput input, final Cores cores, final Progress progress) {
        final Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "operando-" + UUID.randomUUID() + ".tif");
        try (FilteredScan filtered = new ScanFilters(FilterSettings.of(filters)).filter(input.scan(), scratch, cores, progress.part(0, 0.4))) {
            final SweepInput clean = new SweepInput(filtered, input.voxelSize());
            final SweepResult swept = clean.sweep(SweepSettings.of(thresholds, lookAhead, contactDepth), cores, progress.part(0.4, 0.7));
            labels = PhaseImages.labels(filtered, swept, input.voxelSize(), cores, progress.part(0.7, 1));
            final ScanMeasures measures = ScanMeasures.of(swept, input.voxelSize());
            table = MeasureRows.add(image.getTitle(), measures);
            filtered.notes().forEach(IJ::log);
            Plausibility.doubts(swept, measures, input.voxelSize()).forEach(doubt -> IJ.log("Warning: " + doubt));
        }
    }
}
