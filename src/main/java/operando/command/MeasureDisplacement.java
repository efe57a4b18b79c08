package operando.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.motion.CorrelationSettings;
import operando.motion.DisplacementField;
import operando.motion.LabelMask;
import operando.motion.Masks;
import operando.motion.StrainField;
import operando.motion.VolumeCorrelation;
import operando.motion.subvolume.PointStatus;
import operando.scan.Scan;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Two open stacks to the displacement of material points from one to the other. */
@Plugin(type = Command.class, label = "Displacement Field")
public final class MeasureDisplacement implements Command {

    private static final String LABEL = "Displacement Field";
    private static final int STRAIN_WINDOW = 3;

    @Parameter(label = "Reference", style = "image")
    private String reference;

    @Parameter(label = "Deformed", style = "image")
    private String deformed;

    @Parameter(label = "Labels of the reference (only its electrolyte is followed)", style = "image", required = false)
    private String mask = "";

    @Parameter(label = "Spacing (voxels)", min = "1")
    private int spacing = CorrelationSettings.defaults().spacingVoxels();

    @Parameter(label = "Subvolume (voxels, odd)", min = "9")
    private int subvolume = CorrelationSettings.defaults().subvolumeVoxels();

    @Parameter(label = "Draw vectors longer by", min = "0")
    private double exaggeration = 5;

    @Parameter(type = ItemIO.OUTPUT)
    private List<ImagePlus> images;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        if (reference != null && reference.equals(deformed)) {
            throw new InputException(LABEL, "the reference and the deformed stack are both '" + reference + "'", "give two scans or two time points");
        }
        final ImagePlus first = OpenImages.titled(LABEL, reference);
        final ImagePlus second = OpenImages.titled(LABEL, deformed);
        final CorrelationSettings settings = CorrelationSettings.defaults().withSpacing(spacing).withSubvolume(subvolume);
        final Optional<Scan> labels = mask == null || mask.isBlank() ? Optional.empty()
            : Optional.of(LabelMask.pellet(new ImagePlusScan(OpenImages.titled(LABEL, mask))));
        try (Cores cores = Cores.all()) {
            final DisplacementField field = VolumeCorrelation.correlate(new ImagePlusScan(first), new ImagePlusScan(second), settings,
                new Masks(labels, Optional.empty()), cores, new ImageJProgress());
            final DisplacementImages pictures = new DisplacementImages(field);
            images = new ArrayList<>(pictures.components());
            images.add(pictures.vectors(first, exaggeration));
            table = MeasureRows.add(first.getTitle() + " to " + second.getTitle(), summary(field));
        }
    }

    private static Map<String, Double> summary(final DisplacementField field) {
        final Map<String, Double> values = new LinkedHashMap<>();
        final VoxelSize voxel = field.voxelSize();
        values.put("points", (double) field.size());
        values.put("points_converged", (double) field.count(PointStatus.CONVERGED));
        values.put("points_discontinuity", (double) field.count(PointStatus.DISCONTINUITY));
        values.put("rigid_x_um", field.alignment().shiftVoxels()[0] * voxel.xUm());
        values.put("rigid_y_um", field.alignment().shiftVoxels()[1] * voxel.yUm());
        values.put("rigid_z_um", field.alignment().shiftVoxels()[2] * voxel.zUm());
        values.put("mean_displacement_um", field.meanLengthUm());
        values.put("largest_displacement_um", field.longestUm());
        if (Math.min(field.grid().countX(), Math.min(field.grid().countY(), field.grid().countZ())) > 1) {
            final StrainField strain = StrainField.of(field, STRAIN_WINDOW);
            for (final StrainField.Component component : StrainField.Component.values()) {
                values.put("median_strain_" + component.key(), strain.median(component));
            }
        }
        return values;
    }
}
