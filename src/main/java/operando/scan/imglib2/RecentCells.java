package operando.scan.imglib2;

import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.LazyCellImg;

/**
 * Cells that are made when they are asked for. The last ones are kept while Java has memory to spare; whoever asks for one that is kept
 * waits for nobody.
 */
final class RecentCells<A> implements LazyCellImg.Get<Cell<A>> {

    private static final int LOCKS = 64;

    /** A cell that Java may take back. */
    private static final class Kept<A> extends SoftReference<Cell<A>> {

        private final int index;

        private Kept(final int index, final Cell<A> cell) {
            super(cell);
            this.index = index;
        }
    }

    private final LongFunction<Cell<A>> maker;
    private final int most;
    private final AtomicReferenceArray<Kept<A>> cells;
    private final Queue<Kept<A>> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Object[] locks = new Object[LOCKS];

    /**
     * @param cells how many there are
     * @param most  how many are kept
     */
    RecentCells(final int cells, final int most, final LongFunction<Cell<A>> maker) {
        this.maker = maker;
        this.most = most;
        this.cells = new AtomicReferenceArray<>(cells);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    @Override
    public Cell<A> get(final long index) {
        final Cell<A> found = kept((int) index);
        if (found != null) {
            return found;
        }
        synchronized (locks[(int) (index % LOCKS)]) {
            final Cell<A> meanwhile = kept((int) index);
            return meanwhile != null ? meanwhile : made((int) index);
        }
    }

    private Cell<A> kept(final int index) {
        final Kept<A> kept = cells.get(index);
        return kept == null ? null : kept.get();
    }

    private Cell<A> made(final int index) {
        final Cell<A> cell = maker.apply(index);
        final Kept<A> kept = new Kept<>(index, cell);
        cells.set(index, kept);
        oldestFirst.add(kept);
        if (count.incrementAndGet() > most) {
            final Kept<A> oldest = oldestFirst.remove();
            count.decrementAndGet();
            cells.compareAndSet(oldest.index, oldest, null);
        }
        return cell;
    }
}
