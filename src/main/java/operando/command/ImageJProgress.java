package operando.command;

import ij.IJ;
import operando.engine.CancelledException;
import operando.engine.Progress;

/** Shows progress in ImageJ's status bar; the Escape key cancels, if it is pressed after this was made. */
final class ImageJProgress implements Progress {

    // ImageJ remembers the key beyond the job that it ended.
    ImageJProgress() {
        IJ.resetEscape();
    }

    @Override
    public void report(final double fraction, final String stage) {
        if (IJ.escapePressed()) {
            throw new CancelledException();
        }
        IJ.showStatus(stage);
        IJ.showProgress(fraction);
    }
}
