package operando.command;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import javax.swing.SwingUtilities;

import ij.IJ;
import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.setup.PhasePreview;

/** The phases of some columns of a scan, found anew in the background whenever the thresholds change; the latest wish counts. */
final class LivePhases implements AutoCloseable {

    /** What is to be seen now; phases, or else why there are none. */
    record State(PhasePreview preview, Optional<Thresholds> thresholds, Optional<PhasePreview.Phases> phases, String message) {
    }

    /** Makes something to look at; called in the background. */
    @FunctionalInterface
    interface Source {
        State load(Cores cores, Progress progress);
    }

    /** Is told in the window's own thread. */
    @FunctionalInterface
    interface Listener {
        void changed(State state);
    }

    private final ExecutorService background = Executors.newSingleThreadExecutor(job -> {
        final Thread thread = new Thread(job, "operando preview");
        thread.setDaemon(true);
        return thread;
    });
    private final Cores cores = Cores.all();
    private final AtomicLong latest = new AtomicLong();
    private final Listener listener;
    private volatile State state;

    LivePhases(final Listener listener) {
        this.listener = listener;
    }

    /** The last that was found; null before. */
    State state() {
        return state;
    }

    void load(final Source source) {
        submit(() -> source.load(cores, new ImageJProgress()));
    }

    void change(final Optional<Thresholds> thresholds) {
        final State before = state;
        if (before != null && before.preview != null) {
            submit(() -> segmented(before.preview, thresholds, cores));
        }
    }

    /** The phases under thresholds, or why there are none. */
    static State segmented(final PhasePreview preview, final Optional<Thresholds> thresholds, final Cores cores) {
        if (thresholds.isEmpty()) {
            return new State(preview, thresholds, Optional.empty(), "No thresholds are found in this image; draw them in the histogram.");
        }
        try {
            return new State(preview, thresholds, Optional.of(preview.segment(thresholds.get(), cores)), "");
        } catch (final InputException e) {
            return new State(preview, thresholds, Optional.empty(), e.getMessage());
        }
    }

    private void submit(final java.util.function.Supplier<State> job) {
        final long number = latest.incrementAndGet();
        background.execute(() -> {
            if (number != latest.get()) {
                return;
            }
            State found;
            try {
                found = job.get();
            } catch (final InputException e) {
                found = new State(null, Optional.empty(), Optional.empty(), e.getMessage());
            } catch (final RuntimeException e) {
                IJ.handleException(e);
                found = new State(null, Optional.empty(), Optional.empty(), "This went wrong; see the Log.");
            }
            IJ.showProgress(1);
            IJ.showStatus("");
            state = found;
            final State shown = found;
            SwingUtilities.invokeLater(() -> listener.changed(shown));
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
        cores.close();
    }
}
