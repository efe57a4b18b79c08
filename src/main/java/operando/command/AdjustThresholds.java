package operando.command;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the window in which thresholds are moved while the phases that they give are seen in the open stack, and measured. */
@Plugin(type = Command.class, label = "Adjust Thresholds")
public final class AdjustThresholds implements Command {

    @Parameter
    private ImagePlus image;

    @Override
    public void run() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new InputException("Adjust Thresholds", "it is a window and there is no screen", "use Segment Stack (Column Sweep) with thresholds");
        }
        // What is done in the window is recorded, not that it was opened.
        Recorder.disableCommandRecording();
        new ThresholdsWindow(image).setVisible(true);
    }
}
