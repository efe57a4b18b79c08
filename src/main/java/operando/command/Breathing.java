package operando.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.breathing.phasefield.MeasuredContact;
import operando.cell.InputException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** An interface between lithium and electrolyte over some cycles, from random voids or from an open contact map. */
@Plugin(type = Command.class, label = "Breathing")
public final class Breathing implements Command {

    private static final String LABEL = "Breathing";
    private static final int READINGS_A_MAP = 5;

    @Parameter(label = "Contact map to begin with (none: random voids)", style = "image", required = false)
    private String contactMap = "";

    @Parameter(label = "Stack pressure (MPa)")
    private double stackPressure = InterfaceParameter.STACK_PRESSURE.usual();

    @Parameter(label = "Current density over the plane (mA/cm²)")
    private double currentDensity = InterfaceParameter.CURRENT_DENSITY.usual();

    @Parameter(label = "Charge of a half cycle (mAh/cm²)")
    private double arealCapacity = InterfaceParameter.AREAL_CAPACITY.usual();

    @Parameter(label = "Cycles", min = "1")
    private int cycles = 3;

    @Parameter(label = "Seed of the voids")
    private int seed = 1;

    @Parameter(label = "More parameters (name=value; …)", required = false)
    private String more = "";

    @Parameter(type = ItemIO.OUTPUT)
    private List<ImagePlus> maps;

    @Parameter(type = ItemIO.OUTPUT)
    private Plot plot;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable results;

    @Override
    public void run() {
        final InterfaceSettings settings = InterfaceParameter.parse(more, InterfaceSettings.defaults()).with(InterfaceParameter.STACK_PRESSURE, stackPressure)
            .with(InterfaceParameter.CURRENT_DENSITY, currentDensity).with(InterfaceParameter.AREAL_CAPACITY, arealCapacity).withCycles(cycles).withSeed(seed);
        final InterfaceSimulation simulation = contactMap == null || contactMap.isBlank() ? new InterfaceSimulation(settings) : new InterfaceSimulation(settings, measured(settings));
        final List<InterfaceReading> readings = new ArrayList<>();
        final ImageStack contact = new ImageStack(settings.plane().width(), settings.plane().height());
        final ImageStack interphase = new ImageStack(settings.plane().width(), settings.plane().height());
        simulation.run(simulation.beginning(), 0, (reading, state) -> {
            if (readings.size() % READINGS_A_MAP == 0) {
                contact.addSlice(ij.IJ.d2s(reading.timeH(), 3) + " h", floats(state.contact()));
                interphase.addSlice(ij.IJ.d2s(reading.timeH(), 3) + " h", floats(state.thicknessUm()));
            }
            readings.add(reading);
        }, new ImageJProgress());
        maps = List.of(image("Contact", contact, 1, settings), image("Interphase (um)", interphase, readings.get(readings.size() - 1).thickestUm(), settings));
        plot = plot(readings);
        CycleSummary.of(readings).forEach(cycle -> results = MeasureRows.add("cycle " + cycle.cycle(), row(cycle)));
    }

    private double[] measured(final InterfaceSettings settings) {
        final ImagePlus map = OpenImages.titled(LABEL, contactMap);
        if (map.getStackSize() != 1) {
            throw new InputException(LABEL, "'" + contactMap + "' has " + map.getStackSize() + " slices", "give a contact map, such as Contact Projection makes");
        }
        final boolean[] contact = new boolean[map.getWidth() * map.getHeight()];
        for (int pixel = 0; pixel < contact.length; pixel++) {
            contact[pixel] = map.getProcessor().getf(pixel) != 0;
        }
        final double pixelUm = new ImagePlusScan(map).voxelSize().orElseThrow(() -> new InputException(LABEL, "'" + contactMap + "' has no pixel size", "set it in Image > Properties")).xUm();
        return MeasuredContact.of(contact, map.getWidth(), pixelUm, Double.NaN, Double.NaN, settings);
    }

    private static float[] floats(final double[] field) {
        final float[] floats = new float[field.length];
        for (int cell = 0; cell < floats.length; cell++) {
            floats[cell] = (float) field[cell];
        }
        return floats;
    }

    private static ImagePlus image(final String title, final ImageStack stack, final double most, final InterfaceSettings settings) {
        final ImagePlus image = new ImagePlus(title, stack);
        image.getCalibration().pixelWidth = settings.plane().cellUm();
        image.getCalibration().pixelHeight = settings.plane().cellUm();
        image.getCalibration().setUnit("um");
        image.setDisplayRange(0, Math.max(most, Float.MIN_NORMAL));
        return image;
    }

    private static Plot plot(final List<InterfaceReading> readings) {
        final Plot plot = new Plot(LABEL, "time (h)", "contact fraction");
        plot.setColor("blue");
        plot.add("line", readings.stream().mapToDouble(InterfaceReading::timeH).toArray(), readings.stream().mapToDouble(InterfaceReading::contactFraction).toArray());
        return plot;
    }

    private static Map<String, Double> row(final CycleSummary cycle) {
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put("mean_contact", cycle.meanContact());
        values.put("least_contact", cycle.leastContact());
        values.put("amplitude", cycle.amplitude());
        values.put("irreversibility", cycle.irreversibility());
        values.put("memory_um", cycle.memoryUm());
        values.put("overpotential_V", cycle.stripped().overpotentialV());
        values.put("interphase_V", cycle.stripped().interphaseV());
        values.put("contact_loss_V", cycle.stripped().contactLossV());
        return values;
    }
}
