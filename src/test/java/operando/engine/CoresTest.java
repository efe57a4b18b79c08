package operando.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine promises of order, memory, failures and cancelling, kept by this machine's cores. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CoresTest {

    private static final int COUNT = 300;

    /** What a task does; it stays in this program, so that tests can look on. */
    private interface Act {
        int of(int task, Progress progress);
    }

    private record Work(Act act, boolean usesAllCores, AtomicInteger closed) implements Job<Integer, Integer> {

        private Work(final Act act) {
            this(act, false, new AtomicInteger());
        }

        @Override
        public String stage() {
            return "working";
        }

        @Override
        public Worker<Integer, Integer> worker(final Cores cores) {
            return new Worker<>() {

                @Override
                public Integer compute(final Integer task, final Progress progress) {
                    return act.of(task, progress);
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, COUNT).boxed().toList();
    }

    private static void run(final int threads, final Work work, final Consumer<Integer> results, final Progress progress) {
        try (Cores cores = new Cores(threads)) {
            cores.run(work, numbers(), results, progress);
        }
    }

    // Tasks of uneven length, the first one the longest.
    private static int slowly(final int task) {
        try {
            TimeUnit.MICROSECONDS.sleep(task == 0 ? 20_000 : task * 7919L % 500);
        } catch (final InterruptedException e) {
            throw new CancelledException();
        }
        return task * task;
    }

    @Test
    void resultsComeInTheOrderOfTheTasksOnAnyNumberOfThreads() {
        for (final int threads : new int[] {1, 2, 5}) {
            for (final boolean usesAllCores : new boolean[] {false, true}) {
                final Work work = new Work((task, progress) -> slowly(task), usesAllCores, new AtomicInteger());
                final List<Integer> found = new ArrayList<>();
                run(threads, work, found::add, Progress.SILENT);
                assertEquals(numbers().stream().map(task -> task * task).toList(), found);
                assertEquals(1, work.closed.get());
            }
        }
    }

    @Test
    void noTaskIsDoneWithoutAWorker() {
        final List<Integer> found = new ArrayList<>();
        try (Cores cores = new Cores(2)) {
            cores.run(new Work((task, progress) -> task), List.of(), found::add, Progress.SILENT);
        }
        assertEquals(List.of(), found);
    }

    @Test
    void tasksWaitWhileTooManyResultsAreNotYetTaken() {
        final int threads = 3;
        final AtomicInteger atWorkOrWaiting = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        run(threads, new Work((task, progress) -> {
            most.accumulateAndGet(atWorkOrWaiting.incrementAndGet(), Math::max);
            return slowly(task);
        }), result -> atWorkOrWaiting.decrementAndGet(), Progress.SILENT);
        // A result that is just being taken may be counted although its place is free already.
        assertTrue(most.get() <= Engine.RESULTS_A_THREAD * threads + 1, "at once " + most.get());
        assertTrue(most.get() > threads, "at once " + most.get());
    }

    @Test
    void theFirstTaskThatFailsIsToldAsItIsOnAnyNumberOfThreads() {
        for (final int threads : new int[] {1, 2, 5}) {
            final InputException fault = new InputException("slice 17", "cannot be read", "copy it again");
            final List<Integer> found = new ArrayList<>();
            final AtomicInteger begun = new AtomicInteger();
            final Work work = new Work((task, progress) -> {
                begun.incrementAndGet();
                slowly(task);
                if (task == 17) {
                    throw fault;
                }
                if (task > 17) {
                    throw new InputException("slice " + task, "cannot be read either", "copy it again");
                }
                return task;
            });
            assertSame(fault, assertThrows(InputException.class, () -> run(threads, work, found::add, Progress.SILENT)));
            assertEquals(IntStream.range(0, 17).boxed().toList(), found);
            assertTrue(begun.get() <= 18 + Engine.RESULTS_A_THREAD * threads);
            assertEquals(1, work.closed.get());
        }
    }

    @Test
    void whatTakesTheResultsMayRefuseOne() {
        final InputException full = new InputException("labels.tif", "cannot be written", "make room");
        final List<Integer> found = new ArrayList<>();
        assertSame(full, assertThrows(InputException.class, () -> run(2, new Work((task, progress) -> slowly(task)), result -> {
            if (found.size() == 40) {
                throw full;
            }
            found.add(result);
        }, Progress.SILENT)));
        assertEquals(40, found.size());
    }

    @Test
    void errorsArePassedOnToo() {
        assertThrows(OutOfMemoryError.class, () -> run(2, new Work((task, progress) -> {
            throw new OutOfMemoryError("task " + task);
        }), result -> { }, Progress.SILENT));
    }

    @Test
    void progressRisesToTheEndAndSaysWhatIsDone() {
        final List<Double> told = new ArrayList<>();
        run(1, new Work((task, progress) -> slowly(task)), result -> { }, (fraction, stage) -> {
            assertEquals("working", stage);
            told.add(fraction);
        });
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(COUNT, told.size());
        assertEquals(1, told.get(told.size() - 1));
    }

    @Test
    void cancellingEndsTheJobAndALongTaskNoticesIt() {
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        assertThrows(CancelledException.class, () -> run(2, new Work((task, progress) -> {
            begun.incrementAndGet();
            try {
                for (int step = 0; step < 10_000; step++) {
                    slowly(1);
                    progress.report(step / 1e4, "a step");
                }
            } finally {
                ended.incrementAndGet();
            }
            return task;
        }), result -> { }, (fraction, stage) -> {
            throw new CancelledException();
        }));
        assertTrue(begun.get() <= 2);
        assertEquals(begun.get(), ended.get());
    }

    @Test
    void interruptingTheWaitingThreadEndsTheJobOnceTheTasksAtWorkHaveEnded() throws InterruptedException {
        final CountDownLatch atWork = new CountDownLatch(2);
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger begun = new AtomicInteger();
        final List<Throwable> thrown = new ArrayList<>();
        final Thread waiting = new Thread(() -> {
            try {
                run(2, new Work((task, progress) -> {
                    begun.incrementAndGet();
                    running.incrementAndGet();
                    atWork.countDown();
                    slowly(0);
                    running.decrementAndGet();
                    return task;
                }), result -> { }, Progress.SILENT);
            } catch (final CancelledException e) {
                thrown.add(e);
                assertTrue(Thread.currentThread().isInterrupted());
                assertEquals(0, running.get());
            }
        });
        waiting.start();
        assertTrue(atWork.await(10, TimeUnit.SECONDS));
        waiting.interrupt();
        waiting.join();
        assertEquals(1, thrown.size());
        assertTrue(begun.get() < COUNT);
        assertFalse(waiting.isAlive());
    }

    @Test
    void fewerThreadsThanOneAreRefused() {
        assertThrows(InputException.class, () -> new Cores(0));
    }
}
