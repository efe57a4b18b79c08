package operando.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.breathing.phasefield.InterfaceState;
import operando.breathing.phasefield.Plane;
import operando.engine.Progress;
import operando.results.InterfaceCheckpoint;

/**
 * A simulated interface on its way into a folder: after each cycle its maps and a checkpoint are there, so that a run that was stopped goes on
 * and ends with the same files.
 *
 * @param settings     of the run
 * @param firstContact a cell
 * @param begunWith    tells one beginning from another
 */
public record InterfaceRun(InterfaceSettings settings, double[] firstContact, String begunWith) {

    /** With the voids that the seed of the settings places. */
    public static InterfaceRun ofRandomVoids(final InterfaceSettings settings) {
        return new InterfaceRun(settings, new InterfaceSimulation(settings).beginning().contact(), "random voids");
    }

    /**
     * @param resume whether to go on after the last cycle in the folder, if there is one
     * @return the cycles
     */
    public List<CycleSummary> write(final Path folder, final boolean resume, final Progress progress) {
        final Path checkpoint = folder.resolve("checkpoint/interface.bin");
        final InterfaceSimulation simulation = new InterfaceSimulation(settings, firstContact);
        final String identity = begunWith + " " + settings.identity();
        final Optional<InterfaceCheckpoint> before = resume ? InterfaceCheckpoint.read(checkpoint, identity).filter(one -> one.cyclesDone() <= settings.cycles()) : Optional.empty();
        final List<InterfaceReading> readings = new ArrayList<>(before.map(InterfaceCheckpoint::readings).orElse(List.of()));
        final List<float[]> contact = new ArrayList<>();
        final List<float[]> thickness = new ArrayList<>();
        simulation.run(before.map(InterfaceCheckpoint::state).orElseGet(simulation::beginning), before.map(InterfaceCheckpoint::cyclesDone).orElse(0), new InterfaceSimulation.Listener() {
            @Override
            public void read(final InterfaceReading reading, final InterfaceState state) {
                if (readings.size() % InterfaceFiles.READINGS_A_MAP == 0) {
                    contact.add(floats(state.contact()));
                    thickness.add(floats(state.thicknessUm()));
                }
                readings.add(reading);
            }

            @Override
            public void cycleEnds(final int cycle, final InterfaceState state) {
                InterfaceFiles.writeMaps(settings.plane(), contact, maps(folder, "contact", cycle));
                InterfaceFiles.writeMaps(settings.plane(), thickness, maps(folder, "interphase", cycle));
                contact.clear();
                thickness.clear();
                new InterfaceCheckpoint(identity, cycle, state, List.copyOf(readings)).write(checkpoint);
            }
        }, progress.part(0, 0.95));
        join(readings, folder);
        InterfaceFiles.write(settings, readings, folder);
        progress.report(1, "Maps and tables");
        return CycleSummary.of(readings);
    }

    private void join(final List<InterfaceReading> readings, final Path folder) {
        final Plane plane = settings.plane();
        final double thickest = readings.get(readings.size() - 1).thickestUm();
        InterfaceFiles.joinMaps(plane, stacks(folder, "contact"), 1, "contact", folder);
        InterfaceFiles.joinMaps(plane, stacks(folder, "interphase"), Math.max(1e-6, thickest), "interphase", folder);
    }

    private List<Path> stacks(final Path folder, final String name) {
        return IntStream.rangeClosed(1, settings.cycles()).mapToObj(cycle -> maps(folder, name, cycle)).toList();
    }

    private static Path maps(final Path folder, final String name, final int cycle) {
        return folder.resolve(String.format(Locale.ROOT, "checkpoint/%s_%04d.tif", name, cycle));
    }

    private static float[] floats(final double[] field) {
        final float[] floats = new float[field.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) field[i];
        }
        return floats;
    }
}
