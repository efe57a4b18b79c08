package operando.command;

import java.awt.GraphicsEnvironment;
import java.io.File;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.setup.ExperimentDraft;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A folder of scans to its experiment.yml: in a window that shows what was found, or in a macro as it was found. */
@Plugin(type = Command.class, label = "New Experiment")
public final class NewExperiment implements Command {

    @Parameter(label = "Folder with the scans and the cycler's file", style = "directory")
    private File folder;

    @Parameter(label = "Which scans (blank: the largest series; or such as scans/t*.tif)", required = false)
    private String scans = "";

    @Parameter(required = false)
    private ImagePlus image;

    @Parameter(label = "First save the open time series there, a stack a time point", required = false)
    private boolean saveSeries;

    @Override
    public void run() {
        if (saveSeries) {
            if (image == null || TimePoints.count(image) == 1) {
                throw new InputException("New Experiment", image == null ? "no image is open" : "'" + image.getTitle() + "' is no time series",
                    "open a hyperstack with slices and frames, or leave out saveSeries");
            }
            TimePoints.save(image, folder.toPath());
        }
        final String pattern = scans == null ? "" : scans;
        if (!GraphicsEnvironment.isHeadless() && Macro.getOptions() == null) {
            // What is done in the window is recorded, not that it was opened.
            Recorder.disableCommandRecording();
            new ExperimentWindow(folder.toPath(), pattern).setVisible(true);
            return;
        }
        try (Cores cores = Cores.all()) {
            final ExperimentDraft draft = ExperimentDraft.of(folder.toPath(), pattern, cores, new ImageJProgress());
            draft.write(draft.file());
            draft.text().lines().filter(line -> line.contains("CHECK") || line.startsWith("# MISSING")).forEach(IJ::log);
        }
    }
}
