package operando.segment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import operando.segment.learn.modelfile.TrainingRows;

/**
 * Shares rows out among the folds of a cross-validation, whole blocks of the image at a time: neighbouring voxels are alike, so that a row is
 * tested fairly only by what was trained elsewhere. Each class is spread over the folds as evenly as its blocks allow.
 *
 * Source: D. R. Roberts et al., Ecography 40 (2017) 913–929.
 */
final class Folds {

    private final int[] foldOfRow;
    private final int count;

    private Folds(final int[] foldOfRow, final int count) {
        this.foldOfRow = foldOfRow;
        this.count = count;
    }

    /** At most so many folds; fewer than two where all rows are from one block. */
    static Folds of(final TrainingRows rows, final int most) {
        final Map<Integer, int[]> counts = new LinkedHashMap<>();
        final int classes = rows.header().classes().size();
        for (int row = 0; row < rows.size(); row++) {
            counts.computeIfAbsent(rows.blocks()[row], block -> new int[classes])[rows.classes()[row]]++;
        }
        final int folds = Math.min(most, counts.size());
        final long[][] filled = new long[Math.max(1, folds)][classes];
        final Map<Integer, Integer> foldOfBlock = new LinkedHashMap<>();
        final List<Integer> largestFirst = new ArrayList<>(counts.keySet());
        largestFirst.sort(Comparator.comparingInt(block -> -Arrays.stream(counts.get(block)).max().orElse(0)));
        for (final int block : largestFirst) {
            final int[] of = counts.get(block);
            final int main = IntStream.range(0, classes).reduce((a, b) -> of[b] > of[a] ? b : a).orElse(0);
            final int fold = IntStream.range(0, filled.length).reduce((a, b) -> isEmptier(filled[b], filled[a], main) ? b : a).orElse(0);
            foldOfBlock.put(block, fold);
            Arrays.setAll(filled[fold], c -> filled[fold][c] + of[c]);
        }
        return new Folds(Arrays.stream(rows.blocks()).map(foldOfBlock::get).toArray(), folds);
    }

    private static boolean isEmptier(final long[] one, final long[] other, final int ofClass) {
        return one[ofClass] < other[ofClass] || one[ofClass] == other[ofClass] && Arrays.stream(one).sum() < Arrays.stream(other).sum();
    }

    int count() {
        return count;
    }

    int[] tested(final int fold) {
        return IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] == fold).toArray();
    }

    int[] trained(final int fold) {
        return IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] != fold).toArray();
    }
}
