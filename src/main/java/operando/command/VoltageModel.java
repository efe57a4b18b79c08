package operando.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.results.PixelMap;
import operando.voltage.CellVoltage;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;
import operando.voltage.resolved.ContactGeometry;
import operando.voltage.resolved.ResolvedModel;
import operando.voltage.resolved.ResolvedSettings;
import operando.voltage.resolved.ResolvedVoltage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Two open contact maps to the voltage of the cell, with contact as one area and with the current resolved between the maps. */
@Plugin(type = Command.class, label = "Voltage Model")
public final class VoltageModel implements Command {

    private static final String LABEL = "Voltage Model";
    private static final LumpedParameters DEFAULTS = LumpedParameters.defaults();

    @Parameter(label = "Contact map of the top", style = "image")
    private String contactTop;

    @Parameter(label = "Contact map of the bottom", style = "image")
    private String contactBottom;

    @Parameter(label = "Electrolyte between the interphases (µm)")
    private double thickness = 950;

    @Parameter(label = "Current density of the cell (mA/cm², positive strips the top)")
    private double current = 1;

    @Parameter(label = "Interphase at the top (µm)")
    private double interphaseTop = 10;

    @Parameter(label = "Interphase at the bottom (µm)")
    private double interphaseBottom = 10;

    @Parameter(label = "Conductivity of the electrolyte (mS/cm)")
    private double electrolyteConductivity = DEFAULTS.electrolyteConductivityMSPerCm();

    @Parameter(label = "Conductivity of the interphase (mS/cm)")
    private double interphaseConductivity = DEFAULTS.interphaseConductivityMSPerCm();

    @Parameter(label = "Exchange current density (mA/cm²)")
    private double exchangeCurrentDensity = DEFAULTS.exchangeCurrentDensityMAPerCm2();

    @Parameter(label = "Anodic charge transfer coefficient")
    private double alphaAnodic = DEFAULTS.alphaAnodic();

    @Parameter(label = "Cathodic charge transfer coefficient")
    private double alphaCathodic = DEFAULTS.alphaCathodic();

    @Parameter(label = "Temperature of the cell (K)")
    private double cellTemperature = DEFAULTS.temperatureK();

    @Parameter(type = ItemIO.OUTPUT)
    private List<ImagePlus> currents;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        final ImagePlus top = OpenImages.titled(LABEL, contactTop);
        final LumpedParameters parameters = new LumpedParameters(electrolyteConductivity, exchangeCurrentDensity, cellTemperature, alphaAnodic, alphaCathodic,
            interphaseConductivity);
        final ContactGeometry geometry = geometry(top, OpenImages.titled(LABEL, contactBottom));
        try (Cores cores = Cores.all()) {
            final CellVoltage lumped = new LumpedModel(parameters).voltage(geometry.lumped(current));
            final ResolvedVoltage resolved = new ResolvedModel(parameters, geometry, ResolvedSettings.defaults(), cores).solve(current, new ImageJProgress());
            currents = Stream.of(Side.values()).map(side -> map(top, side, geometry, resolved)).toList();
            table = MeasureRows.add(top.getTitle(), row(lumped, resolved));
        }
        IJ.log("Constriction on square pixels is somewhat too large: some 5 % for patches ten pixels wide; operando voltage says by how much");
    }

    private ContactGeometry geometry(final ImagePlus top, final ImagePlus bottom) {
        final PixelMap topMap = map(top);
        final PixelMap bottomMap = map(bottom);
        final VoxelSize voxel = new ImagePlusScan(top).voxelSize().orElseThrow(() -> new InputException(top.getTitle(), "the image has no pixel size",
            "set it in Image > Properties, with the unit micron"));
        final boolean[] cell = new boolean[topMap.values().length];
        Arrays.fill(cell, true);
        return new ContactGeometry(topMap.width(), topMap.height(), voxel.xUm(), voxel.yUm(), topMap.isSet(), bottomMap.isSet(), cell, thickness,
            new float[] {(float) interphaseTop}, new float[] {(float) interphaseBottom});
    }

    private static PixelMap map(final ImagePlus image) {
        return PixelMap.of(new ImagePlusScan(image), Path.of(image.getTitle().replaceAll("[^\\p{L}\\p{N}._ -]", "_")));
    }

    private static ImagePlus map(final ImagePlus of, final Side side, final ContactGeometry geometry, final ResolvedVoltage resolved) {
        final ImagePlus image = new ImagePlus("Current density " + side.key() + " (mA per cm2)", new FloatProcessor(geometry.width(), geometry.height(), resolved.side(side).mAPerCm2()));
        image.setCalibration(of.getCalibration().copy());
        image.resetDisplayRange();
        return image;
    }

    private static Map<String, Double> row(final CellVoltage lumped, final ResolvedVoltage resolved) {
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put("voltage_lumped_V", lumped.totalV());
        values.put("voltage_resolved_V", resolved.totalV());
        values.put("electrolyte_V", resolved.electrolyteV());
        values.put("interphase_V", resolved.interphaseV());
        values.put("kinetics_V", resolved.kineticV());
        values.put("constriction_V", resolved.constrictionV());
        values.put("peak_over_mean_top", resolved.top().peakOverMean());
        values.put("peak_over_mean_bottom", resolved.bottom().peakOverMean());
        values.put("densest_1_percent_share_top", resolved.top().densestShare());
        values.put("densest_1_percent_share_bottom", resolved.bottom().densestShare());
        return values;
    }
}
