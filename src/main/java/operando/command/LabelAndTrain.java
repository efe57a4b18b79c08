package operando.command;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the window in which traces are added to classes, a classifier is trained, looked at, corrected and trained again. */
@Plugin(type = Command.class, label = "Label and Train")
public final class LabelAndTrain implements Command {

    @Parameter
    private ImagePlus image;

    @Override
    public void run() {
        if (java.awt.GraphicsEnvironment.isHeadless()) {
            throw new InputException("Label and Train", "it is a window and there is no screen", "use Train Classifier with a label stack");
        }
        if (image.getWindow() == null) {
            image.show();
        }
        // What is done in the window is recorded, not that it was opened.
        Recorder.disableCommandRecording();
        new LabellingWindow(image).setVisible(true);
        IJ.showStatus("Trace pixels with any selection tool, then add them to a class");
    }
}
