package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Measured;
import operando.cell.Phase;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.segment.ColumnSweep;
import operando.segment.PhaseRanks;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.Test;

/**
 * Every measure of a cell of a few columns whose layers are counted by hand: 4 × 3 columns, and one row beside the cell. Its top
 * has a tilted surface, voids of 5, 6 and 7 voxels at x = 1 and an interphase of 5 or 7 voxels; its bottom a surface with two
 * steps and an interphase of 6.
 */
class KnownLayersTest {

    private static final VoxelSize VOXEL = new VoxelSize(2, 3, 5);
    private static final int WIDTH = 4;
    private static final int HEIGHT = 4;
    private static final int DEPTH = 80;
    private static final int COLLECTOR = 6;

    // For each test anew, so that no number outlives a change of the program.
    private final ScanMeasures measures = measures(true);

    private static byte[] column(final int x, final int y, final boolean collectors) {
        final byte[] labels = new byte[DEPTH];
        if (y == HEIGHT - 1) {
            return labels;
        }
        final int voids = x == 1 ? 5 + y : 0;
        final int lithium = 18 + x - voids;
        final int interphase = x < 2 ? 5 : 7;
        final int below = x == 1 || x == 2 ? 12 : 10;
        int z = 0;
        z = layer(labels, z, collectors ? Phase.COLLECTOR : Phase.LITHIUM, COLLECTOR);
        z = layer(labels, z, Phase.LITHIUM, lithium);
        z = layer(labels, z, Phase.VOID, voids);
        z = layer(labels, z, Phase.INTERPHASE, interphase);
        z = layer(labels, z, Phase.ELECTROLYTE, DEPTH - COLLECTOR - below - 6 - z);
        z = layer(labels, z, Phase.INTERPHASE, 6);
        z = layer(labels, z, Phase.LITHIUM, below);
        layer(labels, z, collectors ? Phase.COLLECTOR : Phase.LITHIUM, COLLECTOR);
        return labels;
    }

    private static int layer(final byte[] labels, final int from, final Phase phase, final int thickness) {
        for (int z = from; z < from + thickness; z++) {
            labels[z] = phase.label();
        }
        return from + thickness;
    }

    private static ScanMeasures measures(final boolean collectors) {
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            slices.add(new byte[WIDTH * HEIGHT]);
        }
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            final byte[] column = column(at % WIDTH, at / WIDTH, collectors);
            for (int z = 0; z < DEPTH; z++) {
                slices.get(z)[at] = column[z];
            }
        }
        try (Cores cores = new Cores(1); PhaseRanks phases = new PhaseRanks(new MemoryScan("layers", WIDTH, HEIGHT, slices, Optional.of(VOXEL)))) {
            final SweepResult swept = new ColumnSweep(SweepSettings.defaults()).sweepPhases(phases, cores, Progress.SILENT);
            return ScanMeasures.of(swept, VOXEL);
        }
    }

    private static void assertNumber(final double expected, final Measured number) {
        assertTrue(number.isPresent(), number.reason());
        assertEquals(expected, number.value(), 1e-6 * Math.max(1, Math.abs(expected)));
    }

    @Test
    void theTopIsCounted() {
        final SideMeasures top = measures.side(Side.TOP);
        assertNumber(9 / 12.0, top.contactFraction());
        assertNumber(9 * 2 * 3 * 1e-6, top.contactAreaMm2());
        assertEquals(54e-6, top.contactAreaMm2().value(), 1e-18);
        assertNumber(18 * 30, top.voidVolumeUm3());
        assertNumber(18 * 30, top.voidVolumeSubvoxelUm3());
        assertNumber(6 * 5, top.meanVoidThicknessUm());
        assertNumber(7 * 5, top.maxVoidThicknessUm());
        assertNumber((3 * (18 + 19 + 20 + 21) - 18) * 30, top.lithiumVolumeUm3());
        assertNumber(3 * (5 + 5 + 7 + 7) * 30, top.interphaseVolumeUm3());
        assertNumber(6 * 5, top.interphaseThicknessUm());
        assertNumber(5, top.interphaseThicknessDeviationUm());
        assertNumber((COLLECTOR + 18 + 1.5) * 5, top.interfacePositionUm());
        assertNumber(COLLECTOR * 5, top.collectorPositionUm());
        assertEquals(0, top.roughnessUm().value(), 1e-5);
    }

    @Test
    void theBottomIsCounted() {
        final SideMeasures bottom = measures.side(Side.BOTTOM);
        assertNumber(1, bottom.contactFraction());
        assertNumber(0, bottom.voidVolumeUm3());
        assertNumber(0, bottom.meanVoidThicknessUm());
        assertNumber(0, bottom.maxVoidThicknessUm());
        assertNumber(3 * (10 + 12 + 12 + 10) * 30, bottom.lithiumVolumeUm3());
        assertNumber(12 * 6 * 30, bottom.interphaseVolumeUm3());
        assertNumber(30, bottom.interphaseThicknessUm());
        assertNumber(0, bottom.interphaseThicknessDeviationUm());
        assertNumber((DEPTH - COLLECTOR - 11) * 5, bottom.interfacePositionUm());
        assertNumber((DEPTH - COLLECTOR) * 5, bottom.collectorPositionUm());
        // Steps of one voxel up and down from the mean, which no tilt takes up.
        assertNumber(5, bottom.roughnessUm());
    }

    @Test
    void theCellIsCounted() {
        assertEquals(12 * 6e-6, measures.crossSectionMm2().value(), 1e-17);
        assertNumber((DEPTH - 2 * COLLECTOR) * 5, measures.stackThicknessUm());
        assertNumber((DEPTH - COLLECTOR - 11 - 6 - COLLECTOR - 18 - 1.5 - 6) * 5, measures.electrolyteThicknessUm());
    }

    @Test
    void everyNumberHasItsName() {
        final var numbers = measures.numbers();
        assertEquals(measures.crossSectionMm2(), numbers.get(Quantity.CROSS_SECTION));
        assertEquals(measures.stackThicknessUm(), numbers.get(Quantity.STACK_THICKNESS));
        assertEquals(measures.electrolyteThicknessUm(), numbers.get(Quantity.ELECTROLYTE_THICKNESS));
        for (final Side side : Side.values()) {
            final SideMeasures of = measures.side(side);
            assertEquals(of.contactFraction(), numbers.get(Quantity.CONTACT_FRACTION.at(side)));
            assertEquals(of.contactFractionSubvoxel(), numbers.get(Quantity.CONTACT_FRACTION_SUBVOXEL.at(side)));
            assertEquals(of.contactAreaMm2(), numbers.get(Quantity.CONTACT_AREA.at(side)));
            assertEquals(of.voidVolumeUm3(), numbers.get(Quantity.VOID_VOLUME.at(side)));
            assertEquals(of.voidVolumeSubvoxelUm3(), numbers.get(Quantity.VOID_VOLUME_SUBVOXEL.at(side)));
            assertEquals(of.meanVoidThicknessUm(), numbers.get(Quantity.VOID_THICKNESS_MEAN.at(side)));
            assertEquals(of.maxVoidThicknessUm(), numbers.get(Quantity.VOID_THICKNESS_MAX.at(side)));
            assertEquals(of.lithiumVolumeUm3(), numbers.get(Quantity.LITHIUM_VOLUME.at(side)));
            assertEquals(of.interphaseVolumeUm3(), numbers.get(Quantity.INTERPHASE_VOLUME.at(side)));
            assertEquals(of.interphaseThicknessUm(), numbers.get(Quantity.INTERPHASE_THICKNESS.at(side)));
            assertEquals(of.interphaseThicknessDeviationUm(), numbers.get(Quantity.INTERPHASE_THICKNESS_DEVIATION.at(side)));
            assertEquals(of.interfacePositionUm(), numbers.get(Quantity.INTERFACE_POSITION.at(side)));
            assertEquals(of.collectorPositionUm(), numbers.get(Quantity.COLLECTOR_POSITION.at(side)));
            assertEquals(of.roughnessUm(), numbers.get(Quantity.ROUGHNESS.at(side)));
        }
    }

    @Test
    void whatIsNotInViewIsMissingWithAReason() {
        final ScanMeasures open = measures(false);
        for (final Side side : Side.values()) {
            assertFalse(open.side(side).collectorPositionUm().isPresent());
            assertTrue(open.side(side).collectorPositionUm().reason().contains("no current collector"));
        }
        assertTrue(open.stackThicknessUm().reason().contains("at both sides"));
        // Whole voxels tell nothing of rims thinner than one.
        assertTrue(measures.side(Side.TOP).contactFractionSubvoxel().reason().contains("thin rims"), measures.side(Side.TOP).contactFractionSubvoxel().reason());
    }
}
