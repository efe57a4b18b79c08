package operando.atoms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import operando.atoms.change.Displacements;
import operando.atoms.change.GrowthLaw;
import operando.atoms.change.Interface;
import operando.atoms.change.LayerProfile;
import operando.atoms.change.Transitions;
import operando.atoms.frame.AtomFrame;
import operando.atoms.phase.Composition;
import operando.atoms.phase.PhaseDescriber;
import operando.atoms.phase.PhaseDescription;
import operando.atoms.trajectory.Trajectory;
import operando.atoms.trajectory.TrajectoryFile;
import operando.atoms.trajectory.TrajectorySettings;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;

/**
 * A trajectory from its file to phases, interfaces and motion. It is read three times, each time frame by frame: to count the frames and to see that they are
 * sound, to learn the classes from a few, and to apply them to all.
 *
 * <pre>
 * LocalEnvironments.Result found = LocalEnvironments.in(file, TrajectorySettings.defaults(), EnvironmentSettings.defaults(), frame -> { }, cores, progress);
 * found.phases().forEach(phase -> System.out.println(phase.composition().formula()));
 * </pre>
 */
public final class LocalEnvironments {

    private static final double COUNTING = 0.05;
    private static final double LEARNING = 0.4;
    private static final String LITHIUM = "Li";

    /** The classes and where they are in one frame. */
    public record FrameResult(int number, double time, long[] atoms, LayerProfile profile, List<Interface> interfaces) {
    }

    /**
     * How thick the layers of a class are over time.
     *
     * @param of         the class
     * @param thicknessA [frame], Å; NaN where it has no layer
     */
    public record Growth(int of, double[] thicknessA, GrowthLaw law) {
    }

    /**
     * @param species     chemical symbols, in the order of compositions
     * @param phases      a description of each class, by its number
     * @param frames      each frame
     * @param growth      of each class
     * @param diffusion   of lithium, of each class
     * @param transitions between the classes
     * @param edge        of the cell that crosses the interfaces, 0 to 2
     * @param classes     how they were found
     */
    public record Result(List<String> species, List<PhaseDescription> phases, List<FrameResult> frames, List<Growth> growth, List<Displacements.Diffusion> diffusion, Transitions transitions,
        int edge, EnvironmentClasses classes) {
    }

    private final EnvironmentClasses classes;
    private final AtomFrame example;
    private final List<Composition> cores = new ArrayList<>();
    private final List<FrameResult> results = new ArrayList<>();
    private final Transitions transitions;
    private final Displacements displacements;
    private final int edge;
    private final double[] volumes;
    private final List<PhaseDescription> described = new ArrayList<>();

    private LocalEnvironments(final EnvironmentClasses classes, final AtomFrame first, final FrameClasses last) {
        this.classes = classes;
        example = last.frame();
        edge = edge(last);
        transitions = new Transitions(classes.count());
        displacements = new Displacements(first, LITHIUM, edge);
        final PhaseDescriber describer = new PhaseDescriber(last.frame(), last.classes(), classes.settings().soap());
        final boolean[] core = PhaseDescriber.core(last.frame(), last.classes());
        for (int c = 0; c < classes.count(); c++) {
            cores.add(new Composition(example.species(), new long[example.species().size()]));
            final Composition inLast = new Composition(example.species(), new long[example.species().size()]);
            add(last, core, c, inLast);
            described.add(describer.describe(c, Double.NaN, inLast));
        }
        volumes = described.stream().mapToDouble(phase -> phase.volumePerAtomA3().isPresent() ? phase.volumePerAtomA3().value() : example.cell().volume() / example.size()).toArray();
    }

    /**
     * @param each is given every frame with its classes, in order
     * @throws InputException if the trajectory cannot be read, or its atoms are not sound
     */
    public static Result in(final Path file, final TrajectorySettings trajectory, final EnvironmentSettings settings, final Consumer<FrameClasses> each, final Cores cores, final Progress progress) {
        final int count = count(file, trajectory);
        progress.report(COUNTING, "Local environments");
        final List<AtomFrame> learned = frames(file, trajectory, spread(count, settings.frames()));
        final Progress learning = progress.part(COUNTING, LEARNING);
        final EnvironmentClasses classes = EnvironmentClasses.learn(learned, settings, cores, learning);
        final AtomFrame last = learned.get(learned.size() - 1);
        final LocalEnvironments environments = new LocalEnvironments(classes, learned.get(0), classes.of(last, cores, Progress.SILENT));
        learned.clear();
        try (Trajectory frames = TrajectoryFile.open(file, trajectory)) {
            final Progress applying = progress.part(LEARNING, 1);
            for (int f = 0; f < count; f++) {
                final FrameClasses found = classes.of(frames.next().orElseThrow(), cores, applying.part((double) f / count, (f + 1.0) / count));
                environments.add(found);
                each.accept(found);
            }
        }
        return environments.result();
    }

    private static int count(final Path file, final TrajectorySettings settings) {
        int count = 0;
        try (Trajectory frames = TrajectoryFile.open(file, settings)) {
            while (frames.next().isPresent()) {
                count++;
            }
        }
        if (count == 0) {
            throw new InputException(file.toString(), "holds no frame", "give a trajectory with frames");
        }
        return count;
    }

    private static List<Integer> spread(final int count, final int wanted) {
        final List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < Math.min(count, wanted); i++) {
            numbers.add(wanted == 1 || count == 1 ? count - 1 : (int) Math.round(i * (count - 1.0) / (Math.min(count, wanted) - 1)));
        }
        return numbers;
    }

    private static List<AtomFrame> frames(final Path file, final TrajectorySettings settings, final List<Integer> numbers) {
        final List<AtomFrame> chosen = new ArrayList<>();
        try (Trajectory frames = TrajectoryFile.open(file, settings)) {
            Optional<AtomFrame> frame = frames.next();
            for (int f = 0; frame.isPresent(); f++) {
                if (numbers.contains(f)) {
                    chosen.add(frame.get());
                }
                frame = frames.next();
            }
        }
        return chosen;
    }

    private int edge(final FrameClasses last) {
        int best = 2;
        double most = -1;
        for (final int candidate : new int[] {2, 1, 0}) {
            final double contrast = LayerProfile.of(last.frame(), last.classes(), classes.count(), candidate, -1).contrast();
            best = contrast > most ? candidate : best;
            most = Math.max(most, contrast);
        }
        return best;
    }

    private static void add(final FrameClasses found, final boolean[] core, final int of, final Composition composition) {
        for (int atom = 0; atom < core.length; atom++) {
            if (core[atom] && found.classes()[atom] == of) {
                composition.counts()[found.frame().kinds()[atom]]++;
            }
        }
    }

    private void add(final FrameClasses found) {
        final boolean[] core = PhaseDescriber.core(found.frame(), found.classes());
        final long[] atoms = new long[classes.count()];
        for (int c = 0; c < atoms.length; c++) {
            final int of = c;
            atoms[c] = Arrays.stream(found.classes()).filter(number -> number == of).count();
            add(found, core, c, cores.get(c));
        }
        transitions.add(found.classes());
        displacements.add(found.frame(), found.classes());
        results.add(new FrameResult(found.frame().number(), found.frame().time(), atoms, LayerProfile.of(found.frame(), found.classes(), classes.count(), edge, -1),
            Interface.in(found.frame(), found.classes(), volumes, edge)));
    }

    private Result result() {
        final List<PhaseDescription> phases = new ArrayList<>();
        final List<Growth> growth = new ArrayList<>();
        final List<Displacements.Diffusion> diffusion = new ArrayList<>();
        final double all = (double) example.size() * results.size();
        for (int c = 0; c < classes.count(); c++) {
            final int of = c;
            phases.add(described.get(c).with(results.stream().mapToLong(frame -> frame.atoms()[of]).sum() / all, cores.get(c)));
            final double[] thickness = results.stream().mapToDouble(frame -> thickness(frame, of)).toArray();
            growth.add(new Growth(c, thickness, GrowthLaw.of(results.stream().mapToDouble(FrameResult::time).toArray(), thickness)));
            diffusion.add(displacements.of(c));
        }
        return new Result(example.species(), phases, results, growth, diffusion, transitions, edge, classes);
    }

    /** Between the interface before a class's layer and that behind it, all its layers together. */
    private static double thickness(final FrameResult frame, final int of) {
        double sum = Double.NaN;
        final List<Interface> interfaces = frame.interfaces();
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).lower() == of) {
                final Interface before = interfaces.get((i + interfaces.size() - 1) % interfaces.size());
                if (before.upper() == of) {
                    final double thick = interfaces.get(i).positionA().value() - before.positionA().value();
                    sum = (Double.isNaN(sum) ? 0 : sum) + (thick < 0 ? thick + frame.profile().lengthA() : thick);
                }
            }
        }
        return sum;
    }
}
