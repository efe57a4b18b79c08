package operando.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.atoms.change.Interface;
import operando.atoms.frame.AtomFrame;
import operando.atoms.phase.Composition;
import operando.atoms.phase.PhaseDescription;
import operando.atoms.sample.SampleFiles;
import operando.atoms.sample.SampleFrame;
import operando.atoms.sample.SamplePhase;
import operando.atoms.sample.SampleSettings;
import operando.atoms.sample.SampleTrajectory;
import operando.atoms.trajectory.TrajectorySettings;
import operando.cli.Operando;
import operando.engine.Cores;
import operando.engine.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small made cell from its file to phases, interfaces and growth; the large one of docs/atoms.md has the figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalEnvironmentsTest {

    private static final double CUT = 5;

    private final SampleTrajectory sample = new SampleTrajectory(SampleSettings.defaults().withSize(27.9, 34.9, 32).withFrames(2).withGrowth(6).withVibration(0.2));

    private LocalEnvironments.Result result;
    private FrameClasses last;

    @BeforeAll
    void analyse(@TempDir final Path folder) {
        SampleFiles.write(sample, folder, Progress.SILENT);
        try (Cores cores = new Cores(2)) {
            result = LocalEnvironments.in(folder.resolve(SampleFiles.TRAJECTORY), TrajectorySettings.defaults(), EnvironmentSettings.defaults().withSamples(4000), frame -> last = frame, cores,
                Progress.SILENT);
        }
    }

    private final SampleFrame truth = sample.frame(1);

    private SampleFrame truth() {
        return truth;
    }

    private int classOf(final SamplePhase phase) {
        final int[] votes = new int[result.phases().size()];
        for (int atom = 0; atom < last.classes().length; atom++) {
            if (truth().phases()[atom] == phase.ordinal() && truth().depths()[atom] > CUT) {
                votes[last.classes()[atom]]++;
            }
        }
        int most = 0;
        for (int c = 1; c < votes.length; c++) {
            most = votes[c] > votes[most] ? c : most;
        }
        return most;
    }

    @Test
    void sixPhasesAreFoundWithoutTellingHowMany() {
        assertEquals(6, result.phases().size());
        int right = 0;
        int all = 0;
        final int[] classes = java.util.Arrays.stream(SamplePhase.values()).mapToInt(this::classOf).toArray();
        assertEquals(6, java.util.Arrays.stream(classes).distinct().count());
        for (int atom = 0; atom < last.classes().length; atom++) {
            if (truth().depths()[atom] > CUT) {
                all++;
                right += last.classes()[atom] == classes[truth().phases()[atom]] ? 1 : 0;
            }
        }
        assertTrue(right > 0.98 * all, right + " of " + all);
    }

    @Test
    void theDisorderedPhaseIsOneCrystallineClassOfItsComposition() {
        final PhaseDescription disordered = result.phases().get(classOf(SamplePhase.DISORDERED));
        assertTrue(disordered.isCrystalline(), disordered.order().toString());
        final Composition composition = disordered.composition();
        final SampleFrame frame = truth();
        final long[] counts = new long[frame.atoms().species().size()];
        for (int atom = 0; atom < frame.phases().length; atom++) {
            counts[frame.atoms().kinds()[atom]] += frame.phases()[atom] == SamplePhase.DISORDERED.ordinal() ? 1 : 0;
        }
        final Composition true1 = new Composition(frame.atoms().species(), counts);
        for (int kind = 0; kind < counts.length; kind++) {
            assertEquals(true1.fraction(kind), composition.fraction(composition.species().indexOf(frame.atoms().species().get(kind))), 0.02);
        }
    }

    @Test
    void interfacesAreThoseOfTheTruePhasesWithinAnAngstromAndTheirError() {
        final SampleFrame frame = truth();
        final double[] volumes = new double[6];
        final double[] volumeOf = new double[6];
        for (final SamplePhase phase : SamplePhase.values()) {
            final PhaseDescription found = result.phases().get(classOf(phase));
            volumes[phase.ordinal()] = found.volumePerAtomA3().isPresent() ? found.volumePerAtomA3().value() : 16;
            volumeOf[classOf(phase)] = volumes[phase.ordinal()];
        }
        final List<Interface> expected = Interface.in(frame.atoms(), frame.phases(), volumes, 2);
        assertEquals(6, expected.size());
        final AtomFrame atoms = last.frame();
        final List<Interface> found = Interface.in(atoms, last.classes(), volumeOf, 2);
        for (final Interface one : expected) {
            final Interface same = found.stream().filter(other -> other.lower() == classOf(SamplePhase.values()[one.lower()])).findFirst().orElseThrow();
            final double off = one.positionA().value() - same.positionA().value();
            final double length = atoms.cell().width(2);
            assertEquals(0, off - length * Math.rint(off / length), 1 + 2 * same.positionA().standardError(), SamplePhase.values()[one.lower()] + " ends at " + one.positionA().value());
        }
    }

    @Test
    void volumesPerLithiumAreThoseOfTheCrystals() {
        assertEquals(Math.pow(3.51, 3) / 2, result.phases().get(classOf(SamplePhase.LITHIUM)).volumePerLiA3().value(), 0.5);
        assertEquals(Math.pow(5.13, 3) / 4, result.phases().get(classOf(SamplePhase.CHLORIDE)).volumePerLiA3().value(), 1.0);
    }

    @Test
    void badTrajectoriesEndInOneLineAndLeaveNothing(@TempDir final Path folder) throws Exception {
        final Path file = folder.resolve("bad.xyz");
        for (final String content : List.of("", "3\n", "2\nLattice=\"5 0 0 0 5 0 0 0 5\"\nLi 0 0 0\nS 0.1 0 0\n", "1\nLattice=\"5 0 0 0 5 0 0 0 0\"\nLi 0 0 0\n", "1\n\nLi 0 0 nan\n", "1\n\nUnknown 0 0 0\n")) {
            Files.writeString(file, content);
            final StringWriter errors = new StringWriter();
            final int code = Operando.run(new String[] {"atoms", file.toString(), "--out", folder.resolve("out").toString()}, new PrintWriter(new StringWriter()), new PrintWriter(errors, true));
            assertEquals(2, code, content + errors);
            assertEquals(1, errors.toString().lines().filter(line -> !line.matches("\\d+ %.*")).count(), errors.toString());
            assertTrue(Files.notExists(folder.resolve("out")), content);
        }
    }
}
