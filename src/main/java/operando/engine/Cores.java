package operando.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import operando.cell.InputException;

/**
 * This machine's cores: runs independent numbered tasks on a fixed number of threads. Results must not depend on the
 * number of threads or on the order in which tasks run.
 */
public final class Cores implements AutoCloseable {

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

    // The pool wraps a task's exception, once or twice, in a new one of the same class made by reflection.
    private static RuntimeException unwrapped(final Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause().getClass() == cause.getClass()) {
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
