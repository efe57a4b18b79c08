package operando.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import operando.potential.FieldLimit;
import operando.potential.LayerStack;
import operando.potential.LayersText;
import operando.potential.PotentialPoint;
import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import operando.potential.VulnerableFraction;
import operando.potential.design.DesignPoint;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The Li⁰ potential across a layered electrolyte, as a plot and a table. */
@Plugin(type = Command.class, label = "Li Potential Profile")
public final class LiPotentialProfile implements Command {

    private static final int PROFILE_COLUMNS = 8;

    @Parameter(label = "Layers, cathode first (name µm mS/cm A B; …)")
    private String layers = "cathodic 50 1 4.25e-18 -2.3; anodic 50 1 4.25e-18 -0.7";

    @Parameter(label = "Ionic bottlenecks (x/L width/L mS/cm; …)", required = false)
    private String bottlenecks = "";

    @Parameter(label = "Li potential at the cathode (eV)")
    private double cathodePotential = -3;

    @Parameter(label = "Li potential at the anode (eV)")
    private double anodePotential;

    @Parameter(label = "Current density (mA/cm², positive charges)")
    private double currentDensity = LayerStack.PUBLISHED_CURRENT_DENSITY;

    @Parameter(label = "Temperature (K)")
    private double temperature = LayerStack.PUBLISHED_TEMPERATURE;

    @Parameter(type = ItemIO.OUTPUT)
    private Plot plot;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable results;

    @Override
    public void run() {
        final PotentialProfile profile = FieldLimit.require(PotentialSolver.solve(new LayerStack(LayersText.layers(layers),
            List.of(LayersText.bottlenecks(bottlenecks)), cathodePotential, anodePotential, currentDensity, temperature)));
        plot = plot(profile);
        results = row(profile);
    }

    private static Plot plot(final PotentialProfile profile) {
        final List<PotentialPoint> points = profile.points();
        final Plot plot = new Plot("Li Potential Profile", "x/L from the cathode", "Li⁰ potential (eV)");
        plot.setColor("blue");
        plot.add("line", points.stream().mapToDouble(PotentialPoint::x).toArray(),
            points.stream().mapToDouble(PotentialPoint::potentialEv).toArray());
        return plot;
    }

    private static ResultsTable row(final PotentialProfile profile) {
        final DesignPoint design = DesignPoint.of(profile, VulnerableFraction.DEFAULT_MARGIN_EV);
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put("t", design.transferenceNumber());
        values.put("leakage_mA_cm2", profile.leakageCurrentMAPerCm2());
        values.put("first_jump", design.jumpNearestCathode());
        values.put("last_jump", design.jumpNearestAnode());
        values.put("overshoot_eV", design.overshootEv());
        values.put("undershoot_eV", design.undershootEv());
        values.put("overshoot_exposure", design.overshootExposure());
        values.put("undershoot_exposure", design.undershootExposure());
        for (final double potential : profile.boundaryPotentialsEv()) {
            values.put("interface_" + (values.size() - PROFILE_COLUMNS + 1) + "_eV", potential);
        }
        return MeasureRows.add("Li Potential Profile", values);
    }
}
