package operando.cli;

import java.io.PrintWriter;
import java.util.Locale;

import operando.engine.Progress;

/**
 * Progress on a terminal: one line that is overwritten, with the time left. Where the output is not a terminal it is a
 * line every tenth of the way.
 */
final class TerminalProgress implements Progress {

    private static final long REDRAW_NANOS = 200_000_000L;
    private static final double LEAST_FOR_ESTIMATE = 0.01;
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long drawn;
    private int tenths;

    TerminalProgress(final PrintWriter out) {
        this(out, isTerminal());
    }

    /** The launcher knows whether errors go to a terminal; Java alone only knows of input and output together. */
    private static boolean isTerminal() {
        final String told = System.getProperty("operando.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    TerminalProgress(final PrintWriter out, final boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(final double fraction, final String stage) {
        final long now = System.nanoTime();
        if (terminal && (fraction >= 1 || now - drawn >= REDRAW_NANOS)) {
            drawn = now;
            final String line = line(fraction, stage, now);
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())) + (fraction >= 1 ? "\n" : ""));
            out.flush();
        } else if (!terminal && fraction * 10 >= tenths + 1) {
            tenths = (int) (fraction * 10);
            out.println(line(fraction, stage, now));
        }
    }

    private String line(final double fraction, final String stage, final long now) {
        final String done = Math.round(100 * fraction) + " %  " + stage;
        if (fraction < LEAST_FOR_ESTIMATE || fraction >= 1) {
            return done;
        }
        final long seconds = Math.round((now - start) / 1e9 * (1 - fraction) / fraction);
        return done + String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }
}
