package operando.command;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.cell.Side;
import operando.engine.Cores;
import operando.measure.Plausibility;
import operando.measure.ScanMeasures;
import operando.scan.StackAxis;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The open stack to maps of where lithium touches the electrolyte, one for each electrode. */
@Plugin(type = Command.class, label = "Contact Projection")
public final class ContactProjection implements EachTimePoint {

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
    private List<ImagePlus> projections;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        final SweepInput input = SweepInput.of(image, stackAxis);
        try (Cores cores = Cores.all()) {
            final SweepResult swept = input.sweep(SweepSettings.of(thresholds, lookAhead, contactDepth), cores, new ImageJProgress());
            projections = List.of(PhaseImages.contact(swept, Side.TOP, input.voxelSize()), PhaseImages.contact(swept, Side.BOTTOM, input.voxelSize()));
            final ScanMeasures measures = ScanMeasures.of(swept, input.voxelSize());
            table = MeasureRows.add(image.getTitle(), measures);
            Plausibility.doubts(swept, measures, input.voxelSize()).forEach(doubt -> IJ.log("Warning: " + doubt));
        }
    }
}
