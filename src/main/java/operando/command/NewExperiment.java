package operando.command;

import java.awt.GraphicsEnvironment;
import java.io.File;

import ij.IJ;
import ij.Macro;
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

    @Override
    public void run() {
        final String pattern = scans == null ? "" : scans;
        if (!GraphicsEnvironment.isHeadless() && Macro.getOptions() == null) {
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
