package operando.segment.feature.slice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import operando.engine.CancelledException;

/**
 * What features of a part of a slice need to know of the whole: its range of greys, and images of features that depend on
 * all of it. Each thread that asks takes a share of what is not begun yet and waits for the rest.
 */
final class WholeSlice {

    private final FutureTask<Known> known;

    private record Known(int width, SliceRange own, SliceRange shown, List<FutureTask<Map<String, float[]>>> images) {
    }

    /**
     * @param read   reads the slice, all of it
     * @param shown  greys that become black and white in 8 bit, made of the slice's own
     */
    WholeSlice(final Supplier<SlicePlane> read, final UnaryOperator<SliceRange> shown, final WholeSliceFeatures features) {
        known = new FutureTask<>(() -> {
            final SlicePlane slice = read.get();
            final SliceRange own = SliceRange.of(slice.grey());
            final SliceRange black = shown.apply(own);
            return new Known(slice.width(), own, black, features.tasks(slice, black).stream().map(WholeSlice::task).toList());
        });
    }

    private static FutureTask<Map<String, float[]>> task(final Callable<Map<String, float[]>> callable) {
        return new FutureTask<>(callable);
    }

    /** The slice's own range. */
    SliceRange range() {
        return done(known).own();
    }

    /** Greys that become black and white in 8 bit. */
    SliceRange shown() {
        return done(known).shown();
    }

    /** Cuts a box out of the images of the whole slice. */
    void cut(final int x, final int y, final int width, final int height, final Map<String, float[]> found) {
        final Known slice = done(known);
        slice.images().forEach(FutureTask::run);
        for (final FutureTask<Map<String, float[]>> task : slice.images()) {
            done(task).forEach((name, image) -> {
                final float[] box = new float[width * height];
                for (int row = 0; row < height; row++) {
                    System.arraycopy(image, (y + row) * slice.width() + x, box, row * width, width);
                }
                found.put(name, box);
            });
        }
    }

    private static <T> T done(final FutureTask<T> task) {
        task.run();
        return result(task);
    }

    private static <T> T result(final Future<T> future) {
        try {
            return future.get();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
