package operando.engine;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import operando.cell.InputException;

/**
 * This machine's cores: a fixed number of threads for the tasks of jobs, and for inner loops over numbered tasks that share
 * arrays. Results must not depend on the number of threads or on the order in which tasks run.
 */
public final class Cores implements Engine, AutoCloseable {

    private final ForkJoinPool pool;

    /** @throws InputException if {@code threads} is below 1 */
    public Cores(final int threads) {
        if (threads < 1) {
            throw new InputException("threads", threads + " threads cannot compute", "give 1 or more");
        }
        pool = new ForkJoinPool(threads);
    }

    public static Cores all() {
        return new Cores(Runtime.getRuntime().availableProcessors());
    }

    public int threads() {
        return pool.getParallelism();
    }

    @Override
    public Cores cores() {
        return this;
    }

    /** Tasks of which only one is done at a time are done by the calling thread, one after the other; it must not be one of a task. */
    @Override
    public <T extends Serializable, R extends Serializable> void run(final Job<T, R> job, final List<T> tasks, final Consumer<? super R> results,
        final Progress progress) {
        try (Job.Worker<T, R> worker = job.worker(this)) {
            final int together = Math.min(job.atATime(threads()), tasks.size());
            if (job.usesAllCores() && together <= 1) {
                for (int i = 0; i < tasks.size(); i++) {
                    results.accept(worker.compute(tasks.get(i), progress.part((double) i / tasks.size(), (i + 1.0) / tasks.size())));
                }
            } else {
                share(new TasksInOrder<>(tasks, worker, results, RESULTS_A_THREAD * threads(), job, progress), together);
            }
        }
    }

    private void share(final TasksInOrder<?, ?> tasks, final int threads) {
        final List<? extends ForkJoinTask<?>> shares = IntStream.range(0, threads).mapToObj(i -> pool.submit(tasks::work)).toList();
        boolean interrupted = false;
        for (final ForkJoinTask<?> share : shares) {
            while (!share.isDone()) {
                try {
                    share.get();
                } catch (final InterruptedException e) {
                    interrupted = true;
                    tasks.fail(-1, new CancelledException());
                } catch (final ExecutionException e) {
                    throw unwrapped(e.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        tasks.throwFailure();
    }

    /**
     * Runs {@code task} for 0 … {@code count} − 1 and returns when all are done. Tasks begin in this order, so that those at
     * work at the same time are neighbours and may share what they read.
     *
     * @throws RuntimeException the first one that a task throws, as it is
     */
    public void forEach(final int count, final IntConsumer task) {
        final AtomicInteger next = new AtomicInteger();
        try {
            pool.submit(() -> IntStream.range(0, count).parallel().forEach(i -> task.accept(next.getAndIncrement()))).get();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    // The pool wraps a task's exception, once or twice, in a new one of the same class made by reflection, which has nothing to say of its own.
    private static RuntimeException unwrapped(final Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause().getClass() == cause.getClass()
            && (cause.getMessage() == null || cause.getMessage().equals(cause.getCause().toString()))) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
