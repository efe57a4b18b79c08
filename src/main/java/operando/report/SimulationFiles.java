package operando.report;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.engine.AtomicFile;
import operando.results.InterfaceMapFiles;
import operando.results.Results;
import operando.series.InterfaceMaps;
import operando.series.TimeSeries;
import operando.text.CsvTable;
import operando.voltage.ContactRule;
import operando.voltage.LumpedParameters;
import operando.voltage.VoltageResult;

/**
 * What a run measured as the inputs of other people's simulations, all in SI units: cell.csv, a row a scan with contact fractions and
 * thicknesses; current.csv, a row a reading of the cycler; parameters.csv; and the maps of both interfaces of every scan as legacy VTK
 * (structured points of one layer, binary), which ParaView and PyVista open.
 */
public final class SimulationFiles {

    private static final double S_PER_H = 3600;
    private static final double M_PER_UM = 1e-6;
    private static final double M2_PER_MM2 = 1e-6;
    private static final double A_M2_PER_MA_CM2 = 10;
    private static final double S_M_PER_MS_CM = 0.1;
    private static final List<String> CELL = List.of("scan", "time_s", "contact_fraction_top", "contact_fraction_bottom", "interphase_thickness_top_m", "interphase_thickness_bottom_m",
        "electrolyte_thickness_m", "cross_section_m2");

    private SimulationFiles() {
    }

    /**
     * @param warnings gets a line where the contact that the model takes by default is not known throughout
     * @throws InputException if the run had no cycler's file, or a file cannot be written
     */
    public static void write(final Results results, final Path folder, final List<String> warnings) {
        final VoltageResult voltage = results.voltage().orElseThrow(() -> new InputException(results.files().folder().toString(), "the run had no cycler's file, so that there is no current"
            + " to simulate with", "name it under cycler in experiment.yml and run again"));
        writeCell(results.series(), contact(results, warnings), folder.resolve("cell.csv"));
        CsvTable.write(folder.resolve("current.csv"), List.of("time_s", "current_density_A_m2", "voltage_V"), voltage.timesH().length,
            i -> List.of(S_PER_H * voltage.timesH()[i], A_M2_PER_MA_CM2 * voltage.currentDensityMAPerCm2()[i], voltage.measuredV()[i]));
        writeParameters(voltage.parameters(), folder.resolve("parameters.csv"));
        for (int row = 0; row < results.series().size(); row++) {
            final Path maps = results.files().finishedMaps(results.series().scan(row));
            if (Files.exists(maps)) {
                writeVtk(InterfaceMapFiles.read(maps), results.series().scan(row), folder.resolve("maps_" + results.series().scan(row) + ".vtk"));
            }
        }
    }

    /** The contact that the run's own model took. */
    private static Quantity contact(final Results results, final List<String> warnings) {
        final boolean published = ContactRule.PUBLISHED.meaning().equals(results.facts().get("contact in the model"));
        return published ? Quantity.CONTACT_FRACTION : ContactRule.SUBVOXEL.supportedBy(results.series(), warnings).quantity();
    }

    private static void writeCell(final TimeSeries series, final Quantity contact, final Path file) {
        final CsvTable table = new CsvTable(CELL);
        for (int row = 0; row < series.size(); row++) {
            final List<Object> fields = new ArrayList<>(List.of(series.scan(row), S_PER_H * series.timesH()[row]));
            for (final Side side : Side.values()) {
                fields.add(series.value(row, contact.at(side)));
            }
            for (final Side side : Side.values()) {
                fields.add(M_PER_UM * series.value(row, Quantity.INTERPHASE_THICKNESS.at(side)));
            }
            fields.add(M_PER_UM * series.value(row, Quantity.ELECTROLYTE_THICKNESS));
            fields.add(M2_PER_MM2 * series.value(row, Quantity.CROSS_SECTION));
            table.row(fields);
        }
        table.write(file);
    }

    private static void writeParameters(final LumpedParameters parameters, final Path file) {
        final CsvTable table = new CsvTable(List.of("parameter", "value", "unit"));
        table.row(List.of("electrolyte_conductivity", S_M_PER_MS_CM * parameters.electrolyteConductivityMSPerCm(), "S m-1"));
        table.row(List.of("interphase_conductivity", S_M_PER_MS_CM * parameters.interphaseConductivityMSPerCm(), "S m-1"));
        table.row(List.of("exchange_current_density", A_M2_PER_MA_CM2 * parameters.exchangeCurrentDensityMAPerCm2(), "A m-2"));
        table.row(List.of("alpha_anodic", parameters.alphaAnodic(), ""));
        table.row(List.of("alpha_cathodic", parameters.alphaCathodic(), ""));
        table.row(List.of("temperature", parameters.temperatureK(), "K"));
        table.write(file);
    }

    private static void writeVtk(final InterfaceMaps maps, final String scan, final Path file) {
        AtomicFile.write(file, unfinished -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                text(out, String.format(Locale.ROOT, "# vtk DataFile Version 3.0\nInterfaces of %s, lengths in m\nBINARY\nDATASET STRUCTURED_POINTS\nDIMENSIONS %d %d 1\n"
                    + "ORIGIN %s %s 0\nSPACING %s %s %s\nPOINT_DATA %d\n", scan.replaceAll("[^\\x20-\\x7e]", "_"), maps.width(), maps.height(), M_PER_UM * maps.voxelSize().xUm() / 2,
                    M_PER_UM * maps.voxelSize().yUm() / 2, M_PER_UM * maps.voxelSize().xUm(), M_PER_UM * maps.voxelSize().yUm(), M_PER_UM * maps.voxelSize().zUm(),
                    maps.width() * maps.height()));
                for (final Side side : Side.values()) {
                    final float[] contact = new float[maps.width() * maps.height()];
                    for (int pixel = 0; pixel < contact.length; pixel++) {
                        contact[pixel] = maps.contact(side)[pixel] == 0 ? 0 : 1;
                    }
                    scalars(out, "contact_" + side.key(), contact, 1);
                    scalars(out, "void_thickness_" + side.key() + "_m", maps.voidThickness(side), M_PER_UM * maps.voxelSize().zUm());
                    scalars(out, "interface_height_" + side.key() + "_m", maps.heightUm(side), M_PER_UM);
                }
            }
        });
    }

    private static void scalars(final DataOutputStream out, final String name, final float[] values, final double factor) throws IOException {
        text(out, "SCALARS " + name + " float 1\nLOOKUP_TABLE default\n");
        for (final float value : values) {
            out.writeFloat((float) (factor * value));
        }
        text(out, "\n");
    }

    private static void text(final DataOutputStream out, final String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
