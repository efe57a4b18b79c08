package operando.command;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.TrainingReport;
import operando.scan.Scan;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.LabelledVoxels;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingLabels;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.origin.TrainingRecord;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The open stack with labels, or with selections in the ROI Manager, to a model file. */
@Plugin(type = Command.class, label = "Train Classifier")
public final class TrainClassifier implements Command {

    private static final int MOST_PER_CLASS = 20_000;

    @Parameter
    private ImagePlus image;

    @Parameter(label = "Labels (none: selections in ROI Manager or overlay)", style = "image", required = false)
    private String labels = "";

    @Parameter(label = "Names of the labels 1, 2, … (name,name; phases; or none)", required = false)
    private String classes = "";

    @Parameter(label = "Features (auto, cell, texture, wide, slice, stack, or names)")
    private String features = "auto";

    @Parameter(label = "Trees", min = "1")
    private int trees = TrainingSettings.defaults().trees();

    @Parameter(label = "Let small classes count as much as large ones")
    private boolean balance;

    @Parameter(label = "Seed")
    private int seed = 1;

    @Parameter(label = "Save the model as (.model)")
    private File model;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Parameter(type = ItemIO.OUTPUT, label = "Feature Importance")
    private ResultsTable importances;

    @Override
    public void run() {
        requireModelName(model);
        final Scan scan = new ImagePlusScan(image);
        final Progress progress = new ImageJProgress();
        final LabelledVoxels voxels = labels == null || labels.isBlank() ? traced() : labelled(scan);
        try (Cores cores = Cores.all()) {
            final VoxelFeatures set = FeatureSets.chosen(features, List.of(scan), cores, progress.part(0, 0.1));
            final TrainingResult result = new Training(TrainingSettings.defaults().withTrees(trees).withSeed(seed).withBalance(balance))
                .train(voxels.rows(scan, set, FeatureSets.relation(set), cores, progress.part(0.1, 0.5)), cores, progress.part(0.5, 1));
            ModelFile.write(model.toPath(), result.model());
            TrainingReport.write(model.toPath(), result);
            result.model().record().flatMap(TrainingRecord::untested).ifPresent(untested -> IJ.log("Note: " + untested));
            table = result.test().map(TrainClassifier::rows).orElse(null);
            importances = result.importances().isEmpty() ? null : shares(result);
        }
    }

    /** A model is never written over a file of another kind, such as the scan. */
    static void requireModelName(final File model) {
        if (!model.getName().matches("(?i).+\\.model(\\.gz)?")) {
            throw new InputException(model.getPath(), "is no name for a model", "end it in .model");
        }
    }

    private LabelledVoxels traced() {
        // The manager is a window.
        final RoiManager manager = GraphicsEnvironment.isHeadless() ? null : RoiManager.getInstance2();
        final Roi[] managed = manager == null ? new Roi[0] : manager.getRoisAsArray();
        final Roi[] traced = managed.length > 0 || image.getOverlay() == null ? managed : image.getOverlay().toArray();
        if (traced.length == 0) {
            throw new InputException("Train Classifier", "there are neither labels nor selections in the ROI Manager or the image's overlay",
                "open a label stack, or trace pixels and add them to the ROI Manager");
        }
        return Traces.of(traced).voxels(image);
    }

    private LabelledVoxels labelled(final Scan scan) {
        final Scan stack = new ImagePlusScan(OpenImages.titled("Train Classifier", labels));
        return LabelledVoxels.in(stack, scan, TrainingLabels.chosen(classes, List.of(stack)), MOST_PER_CLASS, seed);
    }

    private static ResultsTable shares(final TrainingResult result) {
        final ResultsTable shares = new ResultsTable();
        shares.setPrecision(6);
        for (final TrainingResult.FeatureImportance one : result.importances()) {
            shares.incrementCounter();
            shares.addValue("Feature", one.feature());
            shares.addValue("Share", one.fraction());
        }
        return shares;
    }

    /** A row a class. */
    static ResultsTable rows(final ConfusionMatrix test) {
        ResultsTable table = null;
        for (int c = 0; c < test.classes().size(); c++) {
            final ConfusionMatrix.ClassScore score = test.scores().get(c);
            final Map<String, Double> values = new LinkedHashMap<>();
            values.put("examples", (double) score.voxels());
            values.put("precision", score.precision());
            values.put("recall", score.recall());
            values.put("dice", score.dice());
            for (int taken = 0; taken < test.classes().size(); taken++) {
                values.put("taken_for_" + test.classes().get(taken).replace(' ', '_'), (double) test.counts()[c][taken]);
            }
            table = MeasureRows.add(score.name(), values);
        }
        return table;
    }
}
