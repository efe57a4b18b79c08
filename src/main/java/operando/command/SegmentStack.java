package operando.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.scan.StackAxis;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
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
            final SweepResult swept = input.sweep(SweepSettings.of(thresholds, lookAhead, contactDepth), cores, progress.part(0, 0.7));
            labels = PhaseImages.labels(input.scan(), swept, input.voxelSize(), cores, progress.part(0.7, 1));
            table = MeasureRows.add(image.getTitle(), ScanMeasures.of(swept, input.voxelSize()));
        }
    }
}
