package operando.fuzz;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import operando.cell.InputException;
import operando.engine.CancelledException;

/** Runs one input after the other in a thread of its own, under a limit of time and of the heap. */
final class Trial {

    /** What became of an input; a fault says what is wrong. */
    record Outcome(Kind kind, String fault) {
    }

    /** Whether the input was read, refused in one line, or neither. */
    enum Kind { RESULT, REFUSAL, FAULT }

    private static final int LONGEST_MESSAGE = 4000;

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    // The word itself may stand in a file; as ours it would say nothing.
    private static final Pattern NULL = Pattern.compile("(?:^|\\(|: )(?:\\w+(?:Exception|Error):? )?null\\b");

    private final AtomicReference<Thread> worker = new AtomicReference<>();

    private ExecutorService executor = newExecutor();

    private ExecutorService newExecutor() {
        return Executors.newSingleThreadExecutor(task -> {
            final Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            worker.set(thread);
            return thread;
        });
    }

    Outcome of(final Subject subject, final Path input) {
        final Future<?> reading = executor.submit(() -> {
            subject.read(input);
            return null;
        });
        try {
            reading.get(subject.limitSeconds(), TimeUnit.SECONDS);
            return new Outcome(Kind.RESULT, "");
        } catch (final TimeoutException e) {
            final StringBuilder stack = new StringBuilder("no answer within " + subject.limitSeconds() + " s");
            for (final StackTraceElement element : worker.get().getStackTrace()) {
                stack.append("\n    at ").append(element);
            }
            // The thread that hangs is left behind.
            reading.cancel(true);
            executor.shutdown();
            executor = newExecutor();
            return new Outcome(Kind.FAULT, stack.toString());
        } catch (final ExecutionException e) {
            return outcome(e.getCause());
        } catch (final InterruptedException e) {
            throw new CancelledException();
        }
    }

    private static Outcome outcome(final Throwable thrown) {
        if (!(thrown instanceof InputException)) {
            final StringBuilder stack = new StringBuilder(thrown.toString());
            final StackTraceElement[] elements = thrown.getStackTrace();
            for (int i = 0; i < Math.min(40, elements.length); i++) {
                stack.append("\n    at ").append(elements[i]);
            }
            return new Outcome(Kind.FAULT, stack.append(thrown.getCause() == null ? "" : "\ncaused by " + thrown.getCause()).toString());
        }
        final String message = thrown.getMessage();
        if (message.lines().count() != 1 || message.length() > LONGEST_MESSAGE || NULL.matcher(QUOTED.matcher(message).replaceAll("")).find()) {
            return new Outcome(Kind.FAULT, "a message that is no clear line: " + message);
        }
        return new Outcome(Kind.REFUSAL, "");
    }
}
