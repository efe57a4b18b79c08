package operando.potential.design;

import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.InputException;
import operando.cell.RangeCheck;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.potential.FieldLimit;
import operando.potential.LayerStack;
import operando.potential.PotentialSolver;
import operando.potential.VulnerableFraction;

/**
 * Solves a stack for every pair of values of two of its parameters. 200 × 200 designs of two layers with three
 * bottlenecks take a few seconds on two cores.
 *
 * @param stack    the stack of which the two parameters are varied
 * @param first    the parameter along x of the map
 * @param second   the parameter along y of the map
 * @param marginEv how near to an electrode's potential counts as exposed, eV; see {@link VulnerableFraction}
 */
public record DesignSweep(LayerStack stack, DesignAxis first, DesignAxis second, double marginEv) {

    /** @throws InputException if the margin is not positive */
    public DesignSweep {
        RangeCheck.positive("margin of exposure", marginEv, "eV");
    }

    /**
     * @throws InputException if a pair of values makes no stack, or one without solution; it names the values
     */
    public DesignMap map(final Cores cores, final Progress progress) {
        final DesignPoint[][] points = new DesignPoint[second.steps()][first.steps()];
        final AtomicInteger done = new AtomicInteger();
        cores.forEach(second.steps(), row -> {
            for (int column = 0; column < first.steps(); column++) {
                points[row][column] = point(first.value(column), second.value(row));
            }
            progress.report((double) done.incrementAndGet() / second.steps(), "Designs");
        });
        return new DesignMap(this, points);
    }

    private DesignPoint point(final double x, final double y) {
        try {
            final LayerStack changed = second.parameter().change().apply(first.parameter().change().apply(stack, x), y);
            return DesignPoint.of(FieldLimit.require(PotentialSolver.solve(changed)), marginEv);
        } catch (final InputException e) {
            throw e.within(first.parameter().name() + " = " + x + ", " + second.parameter().name() + " = " + y);
        }
    }
}
