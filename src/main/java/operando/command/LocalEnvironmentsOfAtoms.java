package operando.command;

import java.awt.Color;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import operando.atoms.EnvironmentSettings;
import operando.atoms.FrameClasses;
import operando.atoms.LocalEnvironments;
import operando.atoms.LocalEnvironments.FrameResult;
import operando.atoms.phase.PhaseDescription;
import operando.atoms.trajectory.TrajectorySettings;
import operando.engine.Cores;
import operando.report.figure.AtomPicture;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The phases in a trajectory of molecular dynamics: a table, a plot along the interfaces' normal, and the atoms of the last frame. */
@Plugin(type = Command.class, label = "Local Environments")
public final class LocalEnvironmentsOfAtoms implements Command {

    @Parameter(label = "Trajectory (extended XYZ or LAMMPS dump)")
    private File trajectory;

    @Parameter(label = "Elements of the types 1, 2, … (Li,S,P,Cl; none if the file names them)", required = false)
    private String species = "";

    @Parameter(label = "Take each n-th frame", min = "1")
    private int every = 1;

    @Parameter(label = "Average over neighbours within (Å)", min = "0")
    private double averaging = EnvironmentSettings.defaults().averagingAngstrom();

    @Parameter(label = "Density instead of a Gaussian mixture")
    private boolean density;

    @Parameter(label = "Seed")
    private int seed = 1;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Parameter(type = ItemIO.OUTPUT)
    private Plot plot;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus atoms;

    @Override
    public void run() {
        final EnvironmentSettings mixture = EnvironmentSettings.defaults().withAveraging(averaging).withSeed(seed);
        final FrameClasses[] last = new FrameClasses[1];
        try (Cores cores = Cores.all()) {
            final LocalEnvironments.Result result = LocalEnvironments.in(trajectory.toPath(), TrajectorySettings.defaults().withEvery(every).withSpecies(species),
                density ? mixture.withMethod(EnvironmentSettings.Method.DENSITY) : mixture, frame -> last[0] = frame, cores, new ImageJProgress());
            result.phases().forEach(phase -> table = row(phase));
            plot = plot(result);
            atoms = new ImagePlus("Local Environments", new AtomPicture(last[0], result.edge()).image());
        }
    }

    private static ResultsTable row(final PhaseDescription phase) {
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put("class", phase.number() + 1.0);
        values.put("share", phase.share());
        values.put("crystalline", phase.crystalline().value());
        values.put("order", phase.order().value());
        values.put("q4", phase.q4().value());
        values.put("q6", phase.q6().value());
        values.put("anions_about_li", phase.anionsAboutLi().value());
        values.put("li_about_anion", phase.liAboutAnion().value());
        values.put("volume_per_li_A3", phase.volumePerLiA3().value());
        values.put("volume_per_li_A3_se", phase.volumePerLiA3().standardError());
        values.put("molar_volume_of_li_cm3_mol", phase.molarVolumeOfLiCm3().value());
        return MeasureRows.add(phase.composition().formula(), values);
    }

    private static Plot plot(final LocalEnvironments.Result result) {
        final FrameResult last = result.frames().get(result.frames().size() - 1);
        final int bins = last.profile().counts()[0].length;
        final double[] places = java.util.stream.IntStream.range(0, bins).mapToDouble(last.profile()::positionA).toArray();
        final Plot plot = new Plot("Local Environments Along the Normal", "position (Å)", "share of the atoms");
        final StringBuilder names = new StringBuilder();
        for (int c = 0; c < result.phases().size(); c++) {
            final int of = c;
            final Color colour = AtomPicture.colour(c);
            plot.setColor(colour);
            plot.add("line", places, java.util.stream.IntStream.range(0, bins).mapToDouble(bin -> last.profile().share(of, bin)).toArray());
            names.append(c + 1).append(' ').append(result.phases().get(c).composition().formula()).append('\n');
        }
        plot.setColor(Color.BLACK);
        plot.addLegend(names.toString());
        return plot;
    }
}
