package operando.breathing.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Engine;
import operando.engine.Job;
import operando.engine.Progress;

/**
 * Runs the interface model for every pair of values of two parameters; a run is a task on one core.
 *
 * <pre>
 * RegimeMap map = RegimeMap.defaults(InterfaceSettings.defaults().withCycles(20));
 * List&lt;RegimePoint&gt; points = map.compute(cores, List.of(), point -> { }, Progress.SILENT);
 * </pre>
 *
 * @param settings of the runs, but for the two parameters
 * @param first    along x of the map
 * @param second   along y of the map
 */
public record RegimeMap(InterfaceSettings settings, RegimeAxis first, RegimeAxis second) {

    private static final int USUAL_STEPS = 12;

    /** @throws InputException if both axes are of one parameter */
    public RegimeMap {
        if (first.parameter() == second.parameter()) {
            throw new InputException(first.parameter().key(), "it is along both sides of the map", "give two different parameters");
        }
    }

    /** Stack pressure 0.5 to 20 MPa along x, current density 0.05 to 5 mA cm⁻² along y. */
    public static RegimeMap defaults(final InterfaceSettings settings) {
        return new RegimeMap(settings, new RegimeAxis(InterfaceParameter.STACK_PRESSURE, 0.5, 20, USUAL_STEPS, true),
            new RegimeAxis(InterfaceParameter.CURRENT_DENSITY, 0.05, 5, USUAL_STEPS, true));
    }

    /** What tells this map from another. */
    public String identity() {
        return first + " " + second + " cycles " + settings.cycles() + " " + settings.with(first.parameter(), first.from()).with(second.parameter(), second.from()).identity();
    }

    public int size() {
        return first.steps() * second.steps();
    }

    /**
     * @param before points that are already known
     * @param each   told every other point when it is done, in the order of their numbers
     * @return all points by their numbers
     */
    public List<RegimePoint> compute(final Engine engine, final List<RegimePoint> before, final Consumer<RegimePoint> each, final Progress progress) {
        final Set<Integer> known = before.stream().map(RegimePoint::number).collect(Collectors.toSet());
        final List<Integer> left = IntStream.range(0, size()).filter(number -> !known.contains(number)).boxed().toList();
        final List<RegimePoint> points = new ArrayList<>(before);
        engine.run(new Runs(settings, first, second), left, point -> {
            points.add(point);
            each.accept(point);
        }, progress);
        points.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return points;
    }

    private record Runs(InterfaceSettings settings, RegimeAxis first, RegimeAxis second) implements Job<Integer, RegimePoint> {

        @Override
        public String stage() {
            return "Runs";
        }

        @Override
        public Worker<Integer, RegimePoint> worker(final Cores cores) {
            return this::point;
        }

        private RegimePoint point(final int number, final Progress progress) {
            final double x = first.value(number % first.steps());
            final double y = second.value(number / first.steps());
            try {
                final List<CycleSummary> cycles = CycleSummary.of(new InterfaceSimulation(settings.with(first.parameter(), x).with(second.parameter(), y)).run(progress));
                return new RegimePoint(number, x, y, cycles.get(cycles.size() - 1), "");
            } catch (final InputException e) {
                return new RegimePoint(number, x, y, null, e.getMessage());
            }
        }
    }
}
