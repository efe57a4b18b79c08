package operando.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.cell.Constants;
import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.phantom.PhantomTruth.SideTruth;
import operando.scan.PixelType;
import operando.scan.Scan;
import org.junit.jupiter.api.Test;

class PhantomTest {

    private static final VoxelSize UNEQUAL = new VoxelSize(1.5, 1.9, 2.3);
    private static final PhantomSettings SMALL = PhantomSettings.defaults().withSize(71, 58, 110)
        .withVoxelSize(UNEQUAL).withSeed(11);

    @Test
    void sameSeedMakesTheSameVoxelsOnAnyNumberOfThreads() {
        try (Cores one = new Cores(1); Cores three = new Cores(3)) {
            final Scan alone = new Phantom(SMALL).inMemory(7, one);
            final Scan together = new Phantom(SMALL).inMemory(7, three);
            for (int z = SMALL.depth() - 1; z >= 0; z--) {
                assertArrayEquals(bytes(alone, z), bytes(together, z), "slice " + z);
            }
        }
    }

    @Test
    void anotherSeedMakesOtherInterfaces() {
        final double first = new Phantom(SMALL).truth(0).top().contactFraction();
        final double second = new Phantom(SMALL.withSeed(12)).truth(0).top().contactFraction();
        assertFalse(Math.abs(first - second) < 1e-6);
    }

    /** Voxel middles sample the volume; the error of a phase's count is far below its surface times a voxel edge. */
    @Test
    void countedLabelsHaveTheTrueVolumes() {
        // Leaning collectors cross several slices, so that their place between two slices does not matter.
        final Phantom phantom = new Phantom(SMALL.withCell(PhantomCell.defaults().leaning(0.07, -0.09)));
        for (final int scan : new int[] {0, 9}) {
            final ScanTruth truth = phantom.truth(scan);
            final long[] counts = new long[Phase.values().length];
            final Scan labels = phantom.labels(scan);
            for (int z = 0; z < labels.depth(); z++) {
                for (final byte label : bytes(labels, z)) {
                    counts[label]++;
                }
            }
            final double voxel = UNEQUAL.volumeUm3();
            final double lithium = truth.top().lithiumVolumeUm3() + truth.bottom().lithiumVolumeUm3();
            final double voids = truth.top().voidVolumeUm3() + truth.bottom().voidVolumeUm3();
            final double interphase = truth.top().interphaseVolumeUm3() + truth.bottom().interphaseVolumeUm3();
            assertEquals(lithium, counts[Phase.LITHIUM.label()] * voxel, 0.003 * lithium);
            assertEquals(voids, counts[Phase.VOID.label()] * voxel, 0.03 * voids);
            assertEquals(interphase, counts[Phase.INTERPHASE.label()] * voxel, 0.01 * interphase);
            assertEquals(0, counts[Phase.OUTSIDE.label()]);
        }
    }

    @Test
    void poresFillTheirShareOfTheBulkInTheMean() {
        double found = 0;
        for (int seed = 0; seed < 20; seed++) {
            found += Pore.drawn(SMALL, 50, 150, new KeyedRandom(seed)).stream()
                .mapToDouble(pore -> 4.0 / 3 * Math.PI * Math.pow(pore.radiusUm(), 3)).sum() / 20;
        }
        // Lattice cells of 18 µm: 5 along z are drawn in, 6 × 7 cover the field of view and reach beyond it.
        final double lattice = 5 * 6 * 7 * Math.pow(18, 3);
        assertEquals(0.01, found / lattice, 0.15 * 0.01);
        final byte[] middle = new byte[71 * 58];
        long pores = 0;
        final Scan labels = new Phantom(SMALL.withSize(71, 58, 160)).labels(0);
        for (int z = 50; z < 110; z++) {
            labels.readSlice(z, middle);
            for (final byte label : middle) {
                pores += label == Phase.PORE.label() ? 1 : 0;
            }
        }
        assertTrue(pores > 20);
    }

    @Test
    void greySumOfAColumnIsTheSumOfItsLayers() {
        final PhantomSettings settings = SMALL.withCell(PhantomCell.defaults().plain())
            .withPicture(PhantomPicture.defaults().clean().withPixelType(PixelType.FLOAT32));
        final Phantom phantom = new Phantom(settings);
        final ScanTruth truth = phantom.truth(8);
        final Scan scan = phantom.scan(8);
        double sum = 0;
        for (int z = 0; z < scan.depth(); z++) {
            final float[] slice = (float[]) scan.newSlice();
            scan.readSlice(z, slice);
            sum += slice[17 * 71 + 5] * UNEQUAL.zUm();
        }
        final double lithium = settings.depthUm() * 0.2 * 2 - settings.cycling().lithiumLostUm(Side.TOP, truth.timeH())
            - settings.cycling().lithiumLostUm(Side.BOTTOM, truth.timeH());
        final double interphase = truth.top().interphaseThicknessUm() + truth.bottom().interphaseThicknessUm();
        final double electrolyte = truth.electrolyteThicknessUm();
        final double collectors = settings.depthUm() - lithium - interphase - electrolyte;
        assertEquals(80 * lithium + 120 * interphase + 170 * electrolyte + 230 * collectors, sum, 1e-5 * sum);
        assertEquals(1, truth.top().contactFraction());
        assertEquals(0, truth.bottom().voidVolumeUm3());
        assertEquals(0, truth.bottom().roughnessUm(), 1e-3);
    }

    @Test
    void blurredFlatInterfaceIsTheMeanOfTheNormalDistribution() {
        final PhantomPicture clean = PhantomPicture.defaults().clean().withPixelType(PixelType.FLOAT32);
        final PhantomPicture blurred = new PhantomPicture(clean.outside(), 40, 80, 120, 170, 230, 0, 5, 2.1, 0, 0, 0, 1,
            PixelType.FLOAT32);
        final Phantom phantom = new Phantom(SMALL.withCell(PhantomCell.defaults().plain()).withPicture(blurred));
        final double collector = phantom.truth(0).top().collectorPositionUm();
        final org.apache.commons.math3.distribution.NormalDistribution psf =
            new org.apache.commons.math3.distribution.NormalDistribution(collector, 2.1);
        final float[] slice = (float[]) phantom.scan(0).newSlice();
        for (int z = 4; z < 16; z++) {
            phantom.scan(0).readSlice(z, slice);
            final double share = new org.apache.commons.math3.analysis.integration.SimpsonIntegrator()
                .integrate(100_000, psf::cumulativeProbability, z * UNEQUAL.zUm(), (z + 1) * UNEQUAL.zUm())
                / UNEQUAL.zUm();
            assertEquals(230 + (80 - 230) * share, slice[1234], 1e-3, "slice " + z);
        }
    }

    /** Faraday: lithium of 13.0 cm³/mol loses 4.85 µm a mAh/cm²; the stripped side gives the stated share of the charge. */
    @Test
    void lithiumVolumeFollowsTheChargeFromLithiumMetal() {
        final Phantom phantom = new Phantom(SMALL.withCycling(PhantomCycling.defaults().withScans(5)));
        final double area = 71 * 1.5 * 58 * 1.9;
        final double lost = (phantom.truth(0).top().lithiumVolumeUm3() - phantom.truth(1).top().lithiumVolumeUm3()) / area;
        final double charge = 1e-3 * 2.5 * 3600;
        assertEquals(0.72 * charge / Constants.FARADAY_C_PER_MOL * Constants.LITHIUM_CM3_PER_MOL * 1e4, lost, 1e-9);
    }

    @Test
    void bottomLosesAboutHalfOfItsContactWhenItIsStrippedAndTopLittle() {
        double kept = 0;
        double topKept = 0;
        for (int seed = 1; seed <= 6; seed++) {
            final Phantom phantom = new Phantom(PhantomSettings.defaults().withSeed(seed));
            final SideTruth before = phantom.truth(4).bottom();
            kept += phantom.truth(9).bottom().contactFraction() / before.contactFraction() / 6;
            topKept += phantom.truth(9).top().contactFraction() / phantom.truth(0).top().contactFraction() / 6;
        }
        assertEquals(0.5, kept, 0.06);
        assertEquals(0.95, topKept, 0.06);
    }

    @Test
    void voidsGrowOnStrippingCloseOnReductionAndFormOnReduction() {
        final Phantom phantom = new Phantom(PhantomSettings.defaults());
        assertTrue(phantom.truth(9).bottom().voidVolumeUm3() > 2 * phantom.truth(5).bottom().voidVolumeUm3());
        final PhantomCycling cycling = phantom.settings().cycling();
        final CellMicrostructure anatomy = new CellMicrostructure(phantom.settings());
        assertTrue(anatomy.voidsOf(Side.BOTTOM).stream()
            .anyMatch(lens -> lens.size(cycling, Side.BOTTOM, 0) > 0 && lens.size(cycling, Side.BOTTOM, 5) == 0));
        assertTrue(anatomy.voidsOf(Side.BOTTOM).stream()
            .anyMatch(lens -> lens.size(cycling, Side.BOTTOM, 0) == 0 && lens.size(cycling, Side.BOTTOM, 5) > 0.5));
    }

    @Test
    void lensHoldsTwoThirdsOfItsAreaTimesItsHeight() {
        final InterfacialVoid lens = new InterfacialVoid(3, -2, 11, 7, 0.6, 5, 1, 2, 0.5, 0, 0, 0, 0);
        final double step = 0.02;
        double volume = 0;
        double area = 0;
        for (double y = -16; y < 12; y += step) {
            for (double x = -14; x < 20; x += step) {
                final double thickness = lens.thicknessUm(0.5, x, y);
                volume += thickness * step * step;
                area += thickness > 0 ? step * step : 0;
            }
        }
        assertEquals(lens.areaUm2(0.5), area, 0.002 * area);
        assertEquals(2.0 / 3 * lens.areaUm2(0.5) * 5 * Math.cbrt(0.5), volume, 0.002 * volume);
        assertEquals(0.5, volume / (2.0 / 3 * lens.areaUm2(1) * 5), 0.002);
    }

    @Test
    void grainsAreCarriedByTheDisplacement() {
        // All of the lithium that TOP loses moves the pellet, evenly: three voxels up in the second scan.
        final PhantomCell plain = PhantomCell.defaults().plain();
        final double hours = 3 * UNEQUAL.zUm() / (plain.pelletShare() * PhantomCycling.LITHIUM_UM_PER_MAH);
        final PhantomSettings settings = SMALL.withCell(plain)
            .withCycling(new PhantomCycling(2, 1, hours, 1, 1, 1, 0, 0))
            .withPicture(PhantomPicture.defaults().withNoise(0).withPixelType(PixelType.FLOAT32));
        final Phantom phantom = new Phantom(settings);
        assertEquals(-3 * UNEQUAL.zUm(), phantom.truth(1).motion().displacementUm(30, 40, 120)[2], 1e-9);
        final float[] before = (float[]) phantom.scan(0).newSlice();
        final float[] after = before.clone();
        phantom.scan(0).readSlice(55, before);
        phantom.scan(1).readSlice(52, after);
        assertArrayEquals(before, after, 2e-3f);
        assertTrue(deviation(before) > 3);
    }

    @Test
    void displacementIsGreaterInTheMiddleAndLeadsBack() {
        final PelletMotion motion = new Phantom(SMALL).truth(4).motion();
        final double[] middle = motion.displacementUm(53, 55, 120);
        final double[] rim = motion.displacementUm(2, 3, 120);
        assertTrue(middle[2] < -4 && rim[2] > 0.6 * middle[2] && rim[2] < 0);
        assertTrue(rim[0] > 0 && rim[1] > 0);
        final double x = 2 + rim[0];
        final double y = 3 + rim[1];
        final double[] back = {motion.referenceX(x), motion.referenceY(y), motion.referenceZ(x, y, 120 + rim[2])};
        assertArrayEquals(new double[] {2, 3, 120}, back, 1e-9);
    }

    @Test
    void interfaceIsCarriedByTheDisplacementAndPushedByTheInterphase() {
        final Phantom phantom = new Phantom(SMALL.withCell(PhantomCell.defaults().plain()));
        final ScanTruth before = phantom.truth(0);
        final ScanTruth after = phantom.truth(4);
        final double moved = after.motion().displacementUm(20, 30, before.bottom().interfacePositionUm())[2];
        final double pushed = 0.2 * (after.bottom().interphaseThicknessUm() - before.bottom().interphaseThicknessUm());
        assertEquals(moved + pushed,
            after.bottom().interfacePositionUm() - before.bottom().interfacePositionUm(), 1e-4);
        assertTrue(after.top().interfacePositionUm() < before.top().interfacePositionUm());
        assertTrue(after.top().collectorPositionUm() > before.top().collectorPositionUm());
        assertTrue(after.stackThicknessUm() < before.stackThicknessUm());
    }

    @Test
    void noiseHasItsDeviationAndRingsGoRoundTheMiddle() {
        final PhantomSettings settings = SMALL.withPicture(PhantomPicture.defaults().withPixelType(PixelType.FLOAT32));
        final float[] lithium = (float[]) new Phantom(settings).scan(0).newSlice();
        new Phantom(settings).scan(0).readSlice(18, lithium);
        assertEquals(6, deviation(lithium), 6 * 4 / Math.sqrt(2 * lithium.length));
        final Phantom ringed = new Phantom(settings.withPicture(PhantomPicture.defaults().withNoise(0)
            .withRingsAndDrift(4, 0).withPixelType(PixelType.FLOAT32)));
        final float[] slice = (float[]) ringed.scan(0).newSlice();
        ringed.scan(0).readSlice(18, slice);
        assertEquals(slice[29 * 71 + 10], slice[28 * 71 + 60], 1e-4);
        assertTrue(deviation(slice) > 1.5);
    }

    @Test
    void driftShiftsTheGreyOfAScanAndNotItsShape() {
        final PhantomPicture picture = PhantomPicture.defaults().clean().withPixelType(PixelType.FLOAT32);
        final Phantom steady = new Phantom(SMALL.withPicture(picture));
        final Phantom drifting = new Phantom(SMALL.withPicture(picture.withRingsAndDrift(0, 4)));
        final float[] straight = (float[]) steady.scan(2).newSlice();
        final float[] drifted = straight.clone();
        steady.scan(2).readSlice(33, straight);
        drifting.scan(2).readSlice(33, drifted);
        int darkest = 0;
        int brightest = 0;
        for (int i = 0; i < straight.length; i++) {
            darkest = straight[i] < straight[darkest] ? i : darkest;
            brightest = straight[i] > straight[brightest] ? i : brightest;
        }
        assertTrue(straight[brightest] - straight[darkest] > 10);
        final double gain = (drifted[brightest] - drifted[darkest]) / (straight[brightest] - straight[darkest]);
        assertTrue(Math.abs(gain - 1) > 1e-4);
        for (int i = 0; i < straight.length; i++) {
            assertEquals(drifted[darkest] + gain * (straight[i] - straight[darkest]), drifted[i], 1e-3);
        }
    }

    @Test
    void sixteenBitStacksHold256CountsALevel() {
        final Phantom phantom = new Phantom(SMALL.withPicture(PhantomPicture.defaults().withPixelType(PixelType.UINT16)));
        final short[] counts = (short[]) phantom.scan(0).newSlice();
        phantom.scan(0).readSlice(18, counts);
        double mean = 0;
        for (final short count : counts) {
            mean += (count & 0xffff) / (double) counts.length;
        }
        assertEquals(80 * 256, mean, 4 * 6 * 256 / Math.sqrt(counts.length));
        assertEquals(60 * 256, phantom.truth().thresholds().voidLithium());
    }

    @Test
    void roundCellStandsFreeAndItsFractionsAreOfItsOwnSection() {
        final Phantom phantom = new Phantom(SMALL.withCell(PhantomCell.defaults().asCylinder()));
        final double radius = 0.46 * 71 * 1.5;
        assertEquals(Math.PI * radius * radius / 1e6, phantom.truth().crossSectionMm2(), 1e-12);
        final byte[] labels = bytes(phantom.labels(3), 55);
        final long inside = java.util.stream.IntStream.range(0, labels.length).filter(i -> labels[i] != 0).count();
        assertEquals(Math.PI * radius * radius, inside * UNEQUAL.pixelAreaUm2(), 0.01 * Math.PI * radius * radius);
        final SideTruth bottom = phantom.truth(3).bottom();
        assertEquals(bottom.contactFraction() * phantom.truth().crossSectionMm2(), bottom.contactAreaMm2(), 1e-12);
    }

    @Test
    void settingsOutOfRangeAndUsedUpLithiumAreRefused() {
        assertThrows(InputException.class, () -> PhantomSettings.defaults().withSize(4, 160, 240));
        assertThrows(InputException.class, () -> PhantomPicture.defaults().withNoise(-1));
        assertThrows(InputException.class, () -> PhantomCycling.defaults().withScans(0));
        assertThrows(InputException.class, () -> new Phantom(SMALL).scan(10));
        final Phantom drained = new Phantom(SMALL.withCycling(new PhantomCycling(3, 1, 50, 1, 1, 1, 0, 0)));
        final InputException refusal = assertThrows(InputException.class, () -> drained.scan(2));
        assertTrue(refusal.getMessage().contains("lithium is used up"));
    }

    private static byte[] bytes(final Scan scan, final int z) {
        final byte[] slice = new byte[scan.width() * scan.height()];
        scan.readSlice(z, slice);
        return slice;
    }

    private static double deviation(final float[] values) {
        double sum = 0;
        double squares = 0;
        for (final float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        final double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }
}
