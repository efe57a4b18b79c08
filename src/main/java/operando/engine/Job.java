package operando.engine;

import java.io.Serializable;

/**
 * What is to be done with each of many tasks. The job goes to every place where its tasks are computed, with all that they
 * share: settings, files to read, models. So it holds paths and settings, and opens files at the place of work. Its tasks are
 * independent of each other, each result depends on the task and the job alone, and a task done twice leaves what it leaves
 * when done once.
 *
 * @param <T> what one task needs besides
 * @param <R> what comes back
 */
public interface Job<T extends Serializable, R extends Serializable> extends Serializable {

    /** What is being done, in the user's words. */
    String stage();

    /**
     * Whether each task keeps all cores of a machine busy by itself. Such tasks are done one after the other on each machine,
     * so that the memory of one suffices, unless {@link #atATime} says otherwise; others, at the same time on all of its threads.
     */
    default boolean usesAllCores() {
        return false;
    }

    /**
     * How many tasks are done at the same time on a machine. Tasks that use all cores may be more than one, too, where there is memory
     * for them: then one has the cores for which the other has no use just then.
     */
    default int atATime(final int threads) {
        return usesAllCores() ? 1 : threads;
    }

    /**
     * Begins work at a place; called there once for any number of tasks.
     *
     * @param cores of that place; the tasks may use them only if they use all
     */
    Worker<T, R> worker(Cores cores);

    /** Does tasks at one place, from several threads at the same time unless a task uses all cores. */
    @FunctionalInterface
    interface Worker<T, R> extends AutoCloseable {

        /** @param progress of this task; it also tells a long task that nobody wants its result any more */
        R compute(T task, Progress progress);

        /** Closes what was opened to do tasks. */
        @Override
        default void close() {
        }
    }
}
