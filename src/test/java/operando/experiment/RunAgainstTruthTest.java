package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomCycling;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.phantom.PhantomTruth;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.phantom.PhantomTruth.SideTruth;
import operando.scan.Scan;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every column of timeseries.csv and half_cycles.csv that a whole run writes, against the truth of the phantom that its scans
 * were made of, or against what follows from the truth by the formula, written out anew here. A new column needs a line here.
 */
class RunAgainstTruthTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.7, 1.9, 1.6);
    private static final double FARADAY = 96485.33212331;
    private static final double LITHIUM_CM3_PER_MOL = 6.941 / 0.534;
    /** µm of lithium in 1 mAh cm⁻². */
    private static final double UM_PER_MAH = 3.6 * LITHIUM_CM3_PER_MOL / FARADAY * 1e4;
    private static final Phantom PHANTOM = new Phantom(PhantomSettings.defaults().withSize(84, 70, 150).withVoxelSize(VOXEL).withSeed(3)
        .withCycling(PhantomCycling.defaults().withScans(10)));
    private static final PhantomTruth TRUTH = PHANTOM.truth();
    private static final Cores CORES = new Cores(2);

    @TempDir
    static Path folder;

    private static List<CSVRecord> scans;
    private static List<CSVRecord> halfCycles;

    @BeforeAll
    static void run() throws IOException {
        new PhantomSeries(PHANTOM).write(folder, "test", CORES, Progress.SILENT);
        new ExperimentRun(Experiment.read(folder.resolve("experiment.yml")), folder.resolve("out"), RunOptions.defaults()).run(CORES, Progress.SILENT);
        scans = rows("timeseries.csv");
        halfCycles = rows("half_cycles.csv");
    }

    @AfterAll
    static void close() {
        CORES.close();
    }

    private static List<CSVRecord> rows(final String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve("out").resolve(file)), CSVFormat.DEFAULT.builder().setHeader()
            .setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    /** A value that a column must have, and how far off it may be. */
    private record Bound(ToDoubleFunction<ScanTruth> truth, ToDoubleFunction<ScanTruth> off) {
    }

    private static final Map<String, Bound> COLUMNS = new LinkedHashMap<>();

    private static void within(final String column, final double off, final ToDoubleFunction<ScanTruth> truth) {
        COLUMNS.put(column, new Bound(truth, scan -> off));
    }

    private static void withinPart(final String column, final double part, final double least, final ToDoubleFunction<ScanTruth> truth) {
        COLUMNS.put(column, new Bound(truth, scan -> Math.max(least, part * Math.abs(truth.applyAsDouble(scan)))));
    }

    static {
        final ScanTruth first = TRUTH.scans().get(0);
        final double area = TRUTH.crossSectionMm2();
        within("time_h", 1e-5, ScanTruth::timeH);
        for (final Side side : Side.values()) {
            final String at = "_" + side.key();
            side(at, area, side);
        }
        // A tenth of a voxel, as the surfaces are found at either end.
        within("stack_thickness_um", 0.16, ScanTruth::stackThicknessUm);
        within("stack_volume_change_um3", 0.2 * area * 1e6, scan -> (scan.stackThicknessUm() - first.stackThicknessUm()) * area * 1e6);
        within("electrolyte_thickness_um", 0.5, ScanTruth::electrolyteThicknessUm);
        within("cross_section_mm2", 1e-9, scan -> area);
        within("current_density_mA_cm2", 1e-9, ScanTruth::currentDensityMAPerCm2);
        // The record has a reading a minute, and the trapezoid rule none of the charge of the minute of the reversal.
        within("charge_mAh_cm2", 0.02, scan -> scan.timeH() <= 5 ? scan.timeH() : 10 - scan.timeH());
        within("charge_passed_mAh_cm2", 0.02, ScanTruth::timeH);
        within("voltage_measured_V", 5 * PHANTOM.settings().cycling().voltageNoiseV() + 0.001, ScanTruth::voltageV);
        withinPart("voltage_predicted_V", 0.05, 0.003, ScanTruth::voltageV);
        // Blur leaves no void as dark as it is, and spreads edges across the slope of an interface, too.
        within("contrast_to_noise", 1.5, scan -> 40 / PHANTOM.settings().picture().noise());
        within("resolution_um", 1, scan -> 2.355 * PHANTOM.settings().picture().blurUm());
        // Levels drift by 3 over the series, and half of the difference of neighbours is 20.
        within("threshold_void", 8, scan -> TRUTH.thresholds().voidLithium());
        within("threshold_lithium", 8, scan -> TRUTH.thresholds().lithiumInterphase());
        within("threshold_interphase", 8, scan -> TRUTH.thresholds().interphaseElectrolyte());
        within("threshold_collector", 8, scan -> TRUTH.thresholds().electrolyteCollector());
    }

    private static void side(final String at, final double area, final Side side) {
        final ToDoubleFunction<ScanTruth> contact = scan -> scan.side(side).contactFraction();
        within("contact_fraction" + at, 0.09, contact);
        within("contact_fraction_subvoxel" + at, 0.04, contact);
        within("contact_area" + at + "_mm2", 0.09 * area, scan -> scan.side(side).contactAreaMm2());
        part("void_volume" + at + "_um3", side, 0.25, SideTruth::voidVolumeUm3);
        part("void_volume_subvoxel" + at + "_um3", side, 0.12, SideTruth::voidVolumeUm3);
        // Blur hides the third of a thin void that lies beside the bright electrolyte.
        part("void_volume_published" + at + "_um3", side, 0.45, SideTruth::voidVolumeUm3);
        part("void_thickness_mean" + at + "_um", side, 0.16, SideTruth::meanVoidThicknessUm);
        // A column's estimate has a standard error of noise √16 / 40 = 0.6 voxels, a median over 25 of them 1.25 × 0.6 / 5 = 0.15: the greatest of
        // some hundreds is three of these above the truth, and the lens's top, not quite flat over 5 columns, a little below.
        within("void_thickness_max" + at + "_um", 3 * 0.15 * VOXEL.zUm() + 0.4, scan -> scan.side(side).maxVoidThicknessUm());
        within("void_thickness_p99" + at + "_um", 0.3 * 8.5, scan -> 0.85 * scan.side(side).maxVoidThicknessUm());
        part("lithium_volume" + at + "_um3", side, 0.03, SideTruth::lithiumVolumeUm3);
        part("interphase_volume" + at + "_um3", side, 0.05, SideTruth::interphaseVolumeUm3);
        within("interphase_thickness" + at + "_um", 0.25, scan -> scan.side(side).interphaseThicknessUm());
        within("interphase_thickness_deviation" + at + "_um", 0.5, scan -> scan.side(side).interphaseThicknessDeviationUm());
        within("interface_position" + at + "_um", 0.2, scan -> scan.side(side).interfacePositionUm());
        within("collector_position" + at + "_um", 0.1, scan -> scan.side(side).collectorPositionUm());
        within("roughness" + at + "_um", 0.2, scan -> scan.side(side).roughnessUm());
        withinPart("effective_current_density" + at + "_mA_cm2", 0.2, 0, scan -> scan.currentDensityMAPerCm2() / contact.applyAsDouble(scan));
    }

    private static void part(final String column, final Side side, final double part, final ToDoubleFunction<SideTruth> truth) {
        withinPart(column, part, 0, scan -> truth.applyAsDouble(scan.side(side)));
    }

    @Test
    void everyColumnOfTheTimeSeriesIsTheTruth() {
        final List<String> wrong = new ArrayList<>();
        COLUMNS.forEach((column, bound) -> {
            for (int i = 0; i < scans.size(); i++) {
                final double truth = bound.truth.applyAsDouble(TRUTH.scans().get(i));
                final double measured = Double.parseDouble(scans.get(i).get(column));
                if (!(Math.abs(measured - truth) <= bound.off.applyAsDouble(TRUTH.scans().get(i)))) {
                    wrong.add(column + " of scan " + i + " is " + measured + " and not " + truth);
                }
            }
        });
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    @Test
    void noColumnIsWithoutATruth() {
        final Set<String> known = new TreeSet<>(COLUMNS.keySet());
        known.add("scan");
        Stream.of("top", "bottom").forEach(side -> known.addAll(List.of("contact_gained_" + side + "_mm2", "contact_lost_" + side + "_mm2")));
        assertEquals(known, new TreeSet<>(scans.get(0).getParser().getHeaderNames()));
        assertEquals("t07", scans.get(7).get("scan"));
    }

    /** Contact gained and lost, in the true labels: lithium with neither void nor anything else before the electrolyte. */
    @Test
    void contactGainedAndLostAreThoseOfTheTrueLabels() {
        final double pixelMm2 = VOXEL.pixelAreaUm2() * 1e-6;
        for (final Side side : Side.values()) {
            assertEquals("", scans.get(0).get("contact_gained_" + side.key() + "_mm2"), "nothing is before the first scan");
            boolean[] before = contact(0, side);
            for (int i = 1; i < scans.size(); i++) {
                final boolean[] now = contact(i, side);
                int gained = 0;
                int lost = 0;
                for (int column = 0; column < now.length; column++) {
                    gained += now[column] && !before[column] ? 1 : 0;
                    lost += !now[column] && before[column] ? 1 : 0;
                }
                // Rims of voids that are thinner than a voxel come and go: two in a hundred columns.
                final double off = 0.02 * now.length * pixelMm2;
                assertEquals(gained * pixelMm2, Double.parseDouble(scans.get(i).get("contact_gained_" + side.key() + "_mm2")), off, side + " of scan " + i);
                assertEquals(lost * pixelMm2, Double.parseDouble(scans.get(i).get("contact_lost_" + side.key() + "_mm2")), off, side + " of scan " + i);
                before = now;
            }
        }
        // Otherwise the comparison above would be of noise.
        assertTrue(Double.parseDouble(scans.get(9).get("contact_lost_bottom_mm2")) > 5 * Double.parseDouble(scans.get(9).get("contact_gained_bottom_mm2")));
    }

    private static boolean[] contact(final int scan, final Side side) {
        try (Scan labels = PHANTOM.labels(scan)) {
            final int columns = labels.width() * labels.height();
            final byte[][] slices = new byte[labels.depth()][columns];
            for (int z = 0; z < slices.length; z++) {
                labels.readSlice(z, slices[z]);
            }
            final boolean[] contact = new boolean[columns];
            for (int column = 0; column < columns; column++) {
                int z = side == Side.TOP ? 0 : slices.length - 1;
                byte last = Phase.OUTSIDE.label();
                while (slices[z][column] != Phase.INTERPHASE.label() && slices[z][column] != Phase.ELECTROLYTE.label()) {
                    last = slices[z][column];
                    z += side == Side.TOP ? 1 : -1;
                }
                contact[column] = last == Phase.LITHIUM.label();
            }
            return contact;
        }
    }

    @Test
    void everyColumnOfTheHalfCyclesIsTheTruth() {
        assertEquals(List.of("half_cycle", "start_h", "end_h", "current_density_mA_cm2", "charge_mAh_cm2", "stripped_side", "scans_inside",
            "lithium_change_um", "lithium_change_um_se", "lithium_metal_fraction", "lithium_metal_fraction_se", "interphase_thickness_um",
            "stack_change_um", "stack_change_um_se", "interphase_molar_volume_cm3_mol", "interphase_molar_volume_cm3_mol_se"),
            halfCycles.get(0).getParser().getHeaderNames());
        final double area = TRUTH.crossSectionMm2() * 1e6;
        for (int k = 0; k < 2; k++) {
            final CSVRecord half = halfCycles.get(k);
            final Side stripped = k == 0 ? Side.TOP : Side.BOTTOM;
            final List<ScanTruth> inside = TRUTH.scans().subList(5 * k, 5 * k + 5);
            assertEquals(Integer.toString(k + 1), half.get("half_cycle"));
            assertEquals(stripped.key(), half.get("stripped_side"));
            assertEquals("5", half.get("scans_inside"));
            // A reading a minute: the last of the first half cycle is a minute before the reversal.
            assertEquals(5 * k, number(half, "start_h"), 0.02);
            assertEquals(5 + 5 * k, number(half, "end_h"), 0.02);
            assertEquals(k == 0 ? 1 : -1, number(half, "current_density_mA_cm2"), 0.005);
            assertEquals(5, number(half, "charge_mAh_cm2"), 0.02);
            final double fraction = k == 0 ? 0.72 : 0.51;
            assertEquals(fraction, number(half, "lithium_metal_fraction"), 0.02);
            assertEquals(-fraction * 5 * UM_PER_MAH, number(half, "lithium_change_um"), 0.02 * 5 * UM_PER_MAH);
            assertEquals(inside.get(0).side(stripped).interphaseThicknessUm(), number(half, "interphase_thickness_um"), 0.25);
            final double stack = slope(inside, ScanTruth::stackThicknessUm);
            assertEquals(5 * stack, number(half, "stack_change_um"), 0.3);
            final double voids = slope(inside, scan -> (scan.top().voidVolumeUm3() + scan.bottom().voidVolumeUm3()) / area);
            final double lost = -slope(inside, scan -> (scan.top().lithiumVolumeUm3() + scan.bottom().lithiumVolumeUm3()) / area);
            final double molarVolume = LITHIUM_CM3_PER_MOL * (1 + (stack - voids) / lost);
            // What 12 % of the voids and 2 % of the lithium lost are off by makes this much of it.
            assertEquals(molarVolume, number(half, "interphase_molar_volume_cm3_mol"), 0.5);
            for (final String column : List.of("lithium_change_um", "lithium_metal_fraction", "stack_change_um", "interphase_molar_volume_cm3_mol")) {
                assertTrue(number(half, column + "_se") > 0, column);
            }
            // A part of the deviation is no scatter: the volume by voxel count is off by the same part in every scan.
            assertEquals(fraction, number(half, "lithium_metal_fraction"), 4 * number(half, "lithium_metal_fraction_se") + 0.01);
        }
    }

    /** Of a quantity over the charge of the half cycle, which is 1 mAh cm⁻² an hour. */
    private static double slope(final List<ScanTruth> inside, final ToDoubleFunction<ScanTruth> of) {
        final SimpleRegression line = new SimpleRegression();
        inside.forEach(scan -> line.addData(scan.timeH(), of.applyAsDouble(scan)));
        return line.getSlope();
    }

    private static double number(final CSVRecord row, final String column) {
        return Double.parseDouble(row.get(column));
    }
}
