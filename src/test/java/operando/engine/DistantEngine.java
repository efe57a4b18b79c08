package operando.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An engine as far away as one can be: jobs, tasks and results travel as bytes to some places and back, each place works on a
 * copy of its own, tasks are done in any order, and a task here and there is done twice, as after a machine was lost.
 */
public final class DistantEngine implements Engine {

    private static final int PLACES = 3;

    private final Cores cores;
    private long bytesSent;

    /** @param cores of this machine, and of every place */
    public DistantEngine(final Cores cores) {
        this.cores = cores;
    }

    @Override
    public Cores cores() {
        return cores;
    }

    /** Bytes of jobs and tasks. */
    public long bytesSent() {
        return bytesSent;
    }

    @Override
    public <T extends Serializable, R extends Serializable> void run(final Job<T, R> job, final List<T> tasks, final Consumer<? super R> results,
        final Progress progress) {
        final List<byte[]> found = new ArrayList<>(Collections.nCopies(tasks.size(), null));
        for (int place = 0; place < PLACES; place++) {
            final List<Integer> here = new ArrayList<>();
            for (int task = place; task < tasks.size(); task += PLACES) {
                here.add(task);
            }
            here.addAll(here.subList(0, Math.min(2, here.size())));
            Collections.shuffle(here, new Random(place));
            final Job<T, R> copy = sent(job);
            try (Job.Worker<T, R> worker = copy.worker(cores)) {
                for (final int task : here) {
                    found.set(task, bytes(worker.compute(sent(tasks.get(task)), Progress.SILENT)));
                }
            }
        }
        for (int task = 0; task < found.size(); task++) {
            results.accept(DistantEngine.<R>read(found.get(task)));
            progress.report((task + 1.0) / found.size(), job.stage());
        }
    }

    private <O> O sent(final O thing) {
        final byte[] bytes = bytes(thing);
        bytesSent += bytes.length;
        return read(bytes);
    }

    private static byte[] bytes(final Object thing) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <O> O read(final byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (O) in.readObject();
        } catch (final IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
