package operando.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.segment.ColumnSweep;
import operando.segment.PhaseRanks;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.Test;

/** Layers counted by hand: 3 × 4 columns, the last row beside the cell; 7 voxels of void at the top where x = 1. */
class InterfaceMapsTest {

    private static final VoxelSize VOXEL = new VoxelSize(2, 3, 5);
    private static final int WIDTH = 3;
    private static final int HEIGHT = 4;
    private static final int[] LAYERS = {6, 18, 7, 5, 30, 6, 11, 6};
    private static final Phase[] PHASES = {Phase.COLLECTOR, Phase.LITHIUM, Phase.VOID, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.INTERPHASE, Phase.LITHIUM, Phase.COLLECTOR};

    private static InterfaceMaps maps() {
        final List<byte[]> slices = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.length; layer++) {
            for (int z = 0; z < LAYERS[layer]; z++) {
                final byte[] slice = new byte[WIDTH * HEIGHT];
                for (int i = 0; i < WIDTH * (HEIGHT - 1); i++) {
                    slice[i] = (PHASES[layer] == Phase.VOID && i % WIDTH != 1 ? Phase.LITHIUM : PHASES[layer]).label();
                }
                slices.add(slice);
            }
        }
        try (Cores cores = new Cores(1); PhaseRanks phases = new PhaseRanks(new MemoryScan("layers", WIDTH, HEIGHT, slices, Optional.of(VOXEL)))) {
            return InterfaceMaps.of(new ColumnSweep(SweepSettings.defaults()).sweepPhases(phases, cores, Progress.SILENT), VOXEL);
        }
    }

    @Test
    void contactVoidsAndHeightsStandInTheirColumns() {
        final InterfaceMaps maps = maps();
        final byte in = (byte) 255;
        assertArrayEquals(new byte[] {in, 0, in, in, 0, in, in, 0, in, 0, 0, 0}, maps.contact(Side.TOP));
        assertArrayEquals(new byte[] {in, in, in, in, in, in, in, in, in, 0, 0, 0}, maps.contact(Side.BOTTOM));
        assertArrayEquals(new float[] {0, 7, 0, 0, 7, 0, 0, 7, 0, 0, 0, 0}, maps.voidThickness(Side.TOP), 1e-5f);
        assertArrayEquals(new float[12], maps.voidThickness(Side.BOTTOM));
        for (int i = 0; i < 12; i++) {
            if (i < 9) {
                assertEquals((6 + 18 + 7) * 5, maps.heightUm(Side.TOP)[i], 1e-4);
                assertEquals((6 + 18 + 7 + 5 + 30 + 6) * 5, maps.heightUm(Side.BOTTOM)[i], 1e-4);
            } else {
                assertTrue(Float.isNaN(maps.heightUm(Side.TOP)[i]), "no interface beside the cell");
            }
        }
    }
}
