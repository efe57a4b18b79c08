package operando.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The tasks of one job, shared out among threads that each {@link #work} here: begun in order, their results handed on in
 * order, not too many at a time.
 */
final class TasksInOrder<T, R> {

    private final List<T> tasks;
    private final Job.Worker<T, R> worker;
    private final Consumer<? super R> results;
    private final int most;
    private final String stage;
    private final boolean tellsSteps;
    private final Progress progress;

    /** How much of the tasks at work is done. */
    private final Map<Integer, Double> parts = new HashMap<>();
    private final Map<Integer, R> waiting = new HashMap<>();
    private int begun;
    private int done;
    private int handedOn;
    private boolean handingOn;
    private int failed = Integer.MAX_VALUE;
    private Throwable failure;

    /** @param most how many results may be at work or wait at the same time */
    TasksInOrder(final List<T> tasks, final Job.Worker<T, R> worker, final Consumer<? super R> results, final int most, final Job<?, ?> job,
        final Progress progress) {
        this.tasks = tasks;
        this.worker = worker;
        this.results = results;
        this.most = most;
        stage = job.stage();
        tellsSteps = job.usesAllCores();
        this.progress = progress;
    }

    /** Does tasks until there are none left or one has failed. */
    void work() {
        for (int task = begin(); task < tasks.size(); task = begin()) {
            try {
                final int at = task;
                final R result = worker.compute(tasks.get(task), (fraction, step) -> report(at, fraction, tellsSteps ? step : stage));
                end(at);
                finish(task, result);
            } catch (final Throwable e) {
                // Also errors: a thread that died of one would leave the others waiting.
                fail(task, e);
            }
        }
    }

    private synchronized int begin() {
        boolean interrupted = false;
        while (failure == null && begun < tasks.size() && begun >= handedOn + most) {
            try {
                wait();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failure == null && begun < tasks.size() ? begun++ : tasks.size();
    }

    private void report(final int task, final double part, final String step) {
        final double sum;
        synchronized (this) {
            if (task > failed) {
                throw new CancelledException();
            }
            parts.merge(task, part, Math::max);
            sum = doneAndAtWork();
        }
        progress.report(sum / tasks.size(), step);
    }

    private void end(final int task) {
        final double sum;
        synchronized (this) {
            parts.remove(task);
            done++;
            sum = doneAndAtWork();
        }
        progress.report(sum / tasks.size(), stage);
    }

    private double doneAndAtWork() {
        return done + parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void finish(final int task, final R result) {
        synchronized (this) {
            waiting.put(task, result);
            if (handingOn) {
                return;
            }
            handingOn = true;
        }
        // The thread that finds the next result there hands it on, and those that come in meanwhile; others compute.
        int next = takeNext();
        while (next >= 0) {
            try {
                results.accept(remove(next));
                handedOn(next);
            } catch (final Throwable e) {
                fail(next, e);
            }
            next = takeNext();
        }
    }

    private synchronized int takeNext() {
        final boolean isThere = handedOn < failed && waiting.containsKey(handedOn);
        handingOn = isThere;
        return isThere ? handedOn : -1;
    }

    private synchronized R remove(final int task) {
        return waiting.remove(task);
    }

    private synchronized void handedOn(final int task) {
        handedOn = task + 1;
        notifyAll();
    }

    /** Ends the job, if no task before this one has ended it already. */
    synchronized void fail(final int task, final Throwable cause) {
        if (task < failed) {
            failed = task;
            failure = cause;
        }
        notifyAll();
    }

    /** @throws RuntimeException or Error what the first task that failed has thrown */
    synchronized void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
