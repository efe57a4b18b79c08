package operando.command;

import ij.IJ;
import operando.engine.CancelledException;
import operando.engine.Progress;

/** Shows progress in ImageJ's status bar; the Escape key cancels. */
final class ImageJProgress implements Progress {

    @Override
    public void report(final double fraction, final String stage) {
        if (IJ.escapePressed()) {
            throw new CancelledException();
        }
        IJ.showStatus(stage);
        IJ.showProgress(fraction);
    }
}
