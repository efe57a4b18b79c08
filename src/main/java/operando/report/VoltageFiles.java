package operando.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.cell.Side;
import operando.report.figure.CurrentMapsFigure;
import operando.report.plot.FigureFiles;
import operando.results.PixelMap;
import operando.text.CsvTable;
import operando.voltage.CellVoltage;
import operando.voltage.resolved.ContactGeometry;
import operando.voltage.resolved.PixelRefinement;
import operando.voltage.resolved.ResolvedVoltage;

/** Writes the parts of a cell's voltage, lumped and resolved, and the maps of its current. */
public final class VoltageFiles {

    private static final List<String> COLUMNS = List.of("model", "voltage_V", "electrolyte_V", "interphase_V", "kinetics_V", "constriction_V", "constriction_ohm_cm2",
        "peak_over_mean_top", "peak_over_mean_bottom", "densest_1_percent_share_top", "densest_1_percent_share_bottom", "constriction_extrapolated_V",
        "constriction_extrapolated_V_se");

    private VoltageFiles() {
    }

    /**
     * Writes voltage_parts.csv, current_top.tif and current_bottom.tif (mA cm⁻², 32 bit) and current-maps.png and .svg.
     *
     * @param refinement what the size of the pixels does, if that was asked for
     * @param scenarios  by the part of the contact at the stripped side, per cent
     */
    public static void write(final ContactGeometry geometry, final double currentDensityMAPerCm2, final CellVoltage lumped, final ResolvedVoltage resolved,
        final Optional<PixelRefinement> refinement, final Map<Double, ResolvedVoltage> scenarios, final Path folder) {
        final CsvTable table = new CsvTable(COLUMNS);
        table.row(Arrays.asList("lumped", lumped.totalV(), lumped.electrolyteV(), lumped.interphaseTopV() + lumped.interphaseBottomV(),
            lumped.kineticTopV() + lumped.kineticBottomV(), 0.0, 0.0, 1.0, 1.0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        table.row(Arrays.asList("resolved", resolved.totalV(), resolved.electrolyteV(), resolved.interphaseV(), resolved.kineticV(), resolved.constrictionV(),
            resolved.constrictionOhmCm2(currentDensityMAPerCm2), resolved.top().peakOverMean(), resolved.bottom().peakOverMean(), resolved.top().densestShare(),
            resolved.bottom().densestShare(), refinement.map(PixelRefinement::constrictionV).orElse(Double.NaN),
            refinement.map(PixelRefinement::errorV).orElse(Double.NaN)));
        scenarios.forEach((percent, voltage) -> table.row(Arrays.asList("resolved, " + CsvTable.text(percent) + " % of the contact", voltage.totalV(), voltage.electrolyteV(),
            voltage.interphaseV(), voltage.kineticV(), voltage.constrictionV(), voltage.constrictionOhmCm2(currentDensityMAPerCm2), voltage.top().peakOverMean(),
            voltage.bottom().peakOverMean(), voltage.top().densestShare(), voltage.bottom().densestShare(), Double.NaN, Double.NaN)));
        for (final Side side : Side.values()) {
            PixelMap.write(geometry.width(), geometry.height(), geometry.pixelXUm(), geometry.pixelYUm(), resolved.side(side).mAPerCm2(),
                folder.resolve("current_" + side.key() + ".tif"));
        }
        FigureFiles.write(new CurrentMapsFigure(geometry, resolved), folder);
        table.write(folder.resolve("voltage_parts.csv"));
    }
}
