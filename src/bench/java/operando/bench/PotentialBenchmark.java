package operando.bench;

import java.util.Arrays;
import java.util.Locale;

import operando.potential.LayerStack;
import operando.potential.PotentialSolver;
import operando.potential.published.PublishedFigure;

/** One solve of each published figure once warm, against the millisecond that is wanted. */
public final class PotentialBenchmark {

    private static final int ROUNDS = 3000;

    private PotentialBenchmark() {
    }

    public static void main(final String[] arguments) {
        System.out.println("figure   median of " + ROUNDS + " solves, ms");
        for (final String name : PublishedFigure.names()) {
            final LayerStack stack = PublishedFigure.named(name).cases().get(0).stack();
            final double[] times = new double[ROUNDS];
            for (int i = 0; i < 2 * ROUNDS; i++) {
                final long start = System.nanoTime();
                PotentialSolver.solve(stack);
                times[i % ROUNDS] = (System.nanoTime() - start) * 1e-6;
            }
            Arrays.sort(times);
            System.out.printf(Locale.ROOT, "%-8s %.4f%n", name, times[ROUNDS / 2]);
        }
    }
}
