package operando.motion;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of something for each thread that is at work on a block, and no longer than the block: in thread locals of a pool, those of
 * blocks that are done would keep their voxels in memory.
 */
final class PerThread<T> {

    private final ConcurrentLinkedDeque<T> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<T> another;

    PerThread(final Supplier<T> another) {
        this.another = another;
    }

    <R> R with(final Function<T, R> use) {
        final T spare = idle.pollFirst();
        final T one = spare == null ? another.get() : spare;
        try {
            return use.apply(one);
        } finally {
            idle.addFirst(one);
        }
    }
}
