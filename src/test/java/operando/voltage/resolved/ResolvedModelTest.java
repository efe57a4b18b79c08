package operando.voltage.resolved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.voltage.ButlerVolmer;
import operando.voltage.ImpliedContact;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedModelTest {

    private static final LumpedParameters CELL = LumpedParameters.defaults();
    /** Kinetics so fast that a contact is one potential. */
    private static final LumpedParameters EQUIPOTENTIAL = new LumpedParameters(2.1, 1e9, 298, 0.5, 0.5, 0.05);
    private static final Cores CORES = Cores.all();

    @AfterAll
    static void close() {
        CORES.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -4, 1e-3})
    void fullContactIsTheLumpedModel(final double current) {
        final boolean[] full = random(24, 17, 1, 0);
        final ContactGeometry geometry = ContactGeometry.even(24, 17, 1.7, full, full, 950, 20, 33);
        final double lumped = new LumpedModel(CELL).voltage(geometry.lumped(current)).totalV();
        final ResolvedVoltage resolved = solve(CELL, geometry, current);
        assertEquals(lumped, resolved.totalV(), 1e-8 * Math.abs(lumped));
        assertEquals(1, resolved.top().peakOverMean(), 1e-6);
        assertEquals(0, resolved.constrictionV(), 1e-8 * Math.abs(lumped));
    }

    /** With full maps the part that touches is a contact fraction, and the part that meets a voltage that of the lumped model. */
    @Test
    void contactFinerThanPixelsIsAPartOfTheKinetics() {
        final LumpedParameters uneven = new LumpedParameters(2.1, 0.8, 298, 0.4, 0.6, 0.05);
        final boolean[] full = random(12, 9, 1, 0);
        final ContactGeometry geometry = ContactGeometry.even(12, 9, 1.7, full, full, 950, 20, 33);
        for (final double current : new double[] {1, -2}) {
            final Side stripped = current > 0 ? Side.TOP : Side.BOTTOM;
            final double lumped = new LumpedModel(uneven).voltage(geometry.lumped(current).withContactFraction(stripped, 0.07)).totalV();
            final ResolvedVoltage part = new ResolvedModel(uneven, geometry, ResolvedSettings.defaults(), CORES, stripped, 0.07).solve(current, Progress.SILENT);
            assertEquals(lumped, part.totalV(), 1e-8 * Math.abs(lumped));
            final ResolvedImpliedContact implied = ResolvedImpliedContact.of(uneven, geometry, ResolvedSettings.defaults(), current, lumped, CORES, Progress.SILENT);
            assertEquals(0.07, implied.fraction(), 1e-5);
            assertTrue(implied.solutions() <= 8, implied.solutions() + " solutions");
            assertFalse(ResolvedImpliedContact.of(uneven, geometry, ResolvedSettings.defaults(), current, 0.5 * lumped, CORES, Progress.SILENT).met());
        }
    }

    /** Constriction leaves less of a voltage to the kinetics, so that less contact is missing than one area would say. */
    @Test
    void resolvedContactThatMeetsAVoltageIsLargerThanTheLumpedOne() {
        final boolean[] top = random(32, 24, 0.3, 5);
        final ContactGeometry geometry = ContactGeometry.even(32, 24, 3.4, top, random(32, 24, 0.6, 6), 400, 6, 6);
        final double measured = new ResolvedModel(CELL, geometry, ResolvedSettings.defaults(), CORES, Side.TOP, 0.2).solve(1.5, Progress.SILENT).totalV();
        final ResolvedImpliedContact resolved = ResolvedImpliedContact.of(CELL, geometry, ResolvedSettings.defaults(), 1.5, measured, CORES, Progress.SILENT);
        assertEquals(0.2, resolved.part(), 1e-4);
        assertTrue(ImpliedContact.of(new LumpedModel(CELL), geometry.lumped(1.5), measured).fraction() < resolved.fraction());
    }

    /** The series of Cooper, Mikic and Yovanovich for a disc of radius a on a long cylinder of radius b, ε = a / b; pixels 32 and 64 across. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void discConstrictionMatchesTheSeries(final double epsilon) {
        final double coarse = discOverSeries(epsilon, 32);
        final double fine = discOverSeries(epsilon, 64);
        // The current crowds at the rim as the root of the distance to it: first order in the pixel.
        assertEquals(2, (coarse - 1) / (fine - 1), 0.25, "order of convergence: " + coarse + ", " + fine);
        assertEquals(1, 2 * fine - coarse, 0.01);
    }

    private static double discOverSeries(final double epsilon, final int across) {
        final double b = across / epsilon / 2;
        final int size = 2 * (int) Math.ceil(b) + 2;
        final boolean[] cylinder = disc(size, b);
        final boolean[] contact = disc(size, across / 2.0);
        final ContactGeometry geometry = new ContactGeometry(size, size, 1, 1, contact, cylinder, cylinder, 3 * b, new float[] {0}, new float[] {0});
        final double ohm = solve(EQUIPOTENTIAL, geometry, 1).constrictionOhmCm2(1) / (geometry.pixels() * 1e-8);
        // Areas as the pixels have them.
        final double radiusCm = Math.sqrt(geometry.contactFraction(Side.TOP) * geometry.pixels() / Math.PI) * 1e-4;
        final double e = Math.sqrt(geometry.contactFraction(Side.TOP));
        return ohm / (1e3 / (4 * 2.1 * radiusCm) * (1 - 1.40978 * e + 0.34406 * Math.pow(e, 3) + 0.0435 * Math.pow(e, 5) + 0.02271 * Math.pow(e, 7)));
    }

    @Test
    void aSmallCurrentIsTheLinearSolution() {
        final int width = 5;
        final int height = 4;
        final boolean[] top = random(width, height, 0.5, 3);
        final boolean[] bottom = random(width, height, 0.4, 5);
        final ContactGeometry geometry = ContactGeometry.even(width, height, 2, top, bottom, 15, 3, 0);
        final ResolvedSettings settings = new ResolvedSettings(0.4, 1.5, 1e-12);
        final double current = 1e-9;
        final double direct = linearVoltage(CELL, geometry, settings, current);
        final double resolved = new ResolvedModel(CELL, geometry, settings, CORES).solve(current, Progress.SILENT).totalV();
        assertEquals(direct, resolved, 1e-8 * direct);
    }

    /** The same box written down anew as one dense matrix: cells, and the metal at TOP as the last unknown. */
    private static double linearVoltage(final LumpedParameters p, final ContactGeometry g, final ResolvedSettings settings, final double current) {
        final double[] heights = operando.grid.GradedSpacing.between((g.electrolyteThicknessUm() + 3) / g.pixelXUm(), settings.firstCellPixels(), settings.growth());
        final int nz = heights.length;
        final int columns = g.width() * g.height();
        final int metal = columns * nz;
        final RealMatrix matrix = new Array2DRowRealMatrix(metal + 1, metal + 1);
        final double h = g.pixelXUm() * 1e-4;
        final double slope = new ButlerVolmer(0.8, 0.5, 0.5, 298).slopeMAPerCm2V(0);
        double z0 = 0;
        for (int z = 0; z < nz; z++) {
            final double middle = z0 + heights[z] / 2;
            for (int column = 0; column < columns; column++) {
                final int cell = column * nz + z;
                final double lateral = h * sum(p, z0, z0 + heights[z], false);
                if (column % g.width() + 1 < g.width()) {
                    join(matrix, cell, cell + nz, lateral);
                }
                if (column + g.width() < columns) {
                    join(matrix, cell, cell + g.width() * nz, lateral);
                }
                if (z + 1 < nz) {
                    join(matrix, cell, cell + 1, h / sum(p, middle, z0 + heights[z] + heights[z + 1] / 2, true));
                }
                if (z == 0 && g.contactTop()[column]) {
                    join(matrix, cell, metal, h * h / (1 / slope + h * sum(p, 0, middle, true)));
                }
                if (z == nz - 1 && g.contactBottom()[column]) {
                    matrix.addToEntry(cell, cell, h * h / (1 / slope + h * heights[z] / 2 / p.electrolyteConductivityMSPerCm()));
                }
            }
            z0 += heights[z];
        }
        final double[] right = new double[metal + 1];
        right[metal] = current * columns * h * h;
        return new LUDecomposition(matrix).getSolver().solve(new ArrayRealVector(right)).getEntry(metal);
    }

    /** ∫ κ dz or ∫ dz / κ with an interphase of 1.5 pixels at TOP. */
    private static double sum(final LumpedParameters p, final double a, final double b, final boolean resistance) {
        final double inside = Math.max(0, Math.min(b, 1.5) - a);
        final double interphase = p.interphaseConductivityMSPerCm();
        final double electrolyte = p.electrolyteConductivityMSPerCm();
        return resistance ? inside / interphase + (b - a - inside) / electrolyte : inside * interphase + (b - a - inside) * electrolyte;
    }

    private static void join(final RealMatrix matrix, final int a, final int b, final double conductance) {
        matrix.addToEntry(a, a, conductance);
        matrix.addToEntry(b, b, conductance);
        matrix.addToEntry(a, b, -conductance);
        matrix.addToEntry(b, a, -conductance);
    }

    @Test
    void iterationsDoNotGrowWithTheMapAndChargeIsConserved() {
        for (final int size : new int[] {32, 64, 128}) {
            final ContactGeometry geometry = ContactGeometry.even(size, size - 3, 1.7, random(size, size - 3, 0.3, 1), random(size, size - 3, 0.2, 2), 950, 20, 33);
            final ResolvedVoltage resolved = solve(CELL, geometry, 1);
            assertTrue(resolved.mostIterations() <= 15, size + ": " + resolved.mostIterations());
            assertEquals(0, resolved.imbalance(), 1e-10);
        }
    }

    @Test
    void anUnevenInterphaseOfOneThicknessIsAnEvenOne() {
        final boolean[] top = random(19, 14, 0.4, 7);
        final boolean[] bottom = random(19, 14, 0.6, 8);
        final ContactGeometry even = ContactGeometry.even(19, 14, 1.7, top, bottom, 200, 12, 25);
        final float[] twelve = new float[19 * 14];
        Arrays.fill(twelve, 12);
        final ContactGeometry uneven = new ContactGeometry(19, 14, 1.7, 1.7, top, bottom, even.crossSection(), 200, twelve, new float[] {25});
        // Conductances of uneven columns are kept in single precision.
        assertEquals(solve(CELL, even, 2).totalV(), solve(CELL, uneven, 2).totalV(), 1e-6);
    }

    @Test
    void turningTheCellOverTurnsTheSignOfItsVoltage() {
        final boolean[] top = random(13, 21, 0.4, 7);
        final boolean[] bottom = random(13, 21, 0.2, 8);
        final LumpedParameters skewed = new LumpedParameters(2.1, 0.8, 298, 0.3, 0.7, 0.05);
        final ResolvedVoltage up = solve(skewed, ContactGeometry.even(13, 21, 1.7, top, bottom, 300, 12, 25), 3);
        final ResolvedVoltage down = solve(skewed, ContactGeometry.even(13, 21, 1.7, bottom, top, 300, 25, 12), -3);
        assertEquals(up.totalV(), -down.totalV(), 1e-9);
        assertEquals(up.constrictionV(), -down.constrictionV(), 1e-9);
        for (int pixel = 0; pixel < top.length; pixel++) {
            assertEquals(up.top().mAPerCm2()[pixel], down.bottom().mAPerCm2()[pixel], 1e-5 * Math.abs(up.top().mAPerCm2()[pixel]));
        }
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        final ContactGeometry geometry = ContactGeometry.even(37, 29, 1.7, random(37, 29, 0.3, 1), random(37, 29, 0.2, 2), 400, 20, 33);
        try (Cores one = new Cores(1)) {
            assertArrayEquals(new ResolvedModel(CELL, geometry, ResolvedSettings.defaults(), one).solve(1, Progress.SILENT).top().mAPerCm2(),
                solve(CELL, geometry, 1).top().mAPerCm2());
        }
    }

    @Test
    void pixelsOfAnotherLengthAlongYAreTheSameCellSeenFiner() {
        final boolean[] top = random(12, 12, 0.4, 3);
        final ContactGeometry square = ContactGeometry.even(12, 12, 4, top, top, 200, 0, 0).refined().refined();
        final boolean[] all = new boolean[48 * 24];
        Arrays.fill(all, true);
        final boolean[] oblong = new boolean[48 * 24];
        for (int i = 0; i < oblong.length; i++) {
            oblong[i] = top[i / 48 / 2 * 12 + i % 48 / 4];
        }
        final double halfAsFine = solve(CELL, new ContactGeometry(48, 24, 1, 2, oblong, oblong, all, 200, new float[] {0}, new float[] {0}), 1).constrictionV();
        // The error of the edges is of first order in the pixel: 2 µm along one axis lie between 1 and 2 µm along both.
        final double fine = solve(CELL, square, 1).constrictionV();
        final double coarse = solve(CELL, ContactGeometry.even(12, 12, 4, top, top, 200, 0, 0).refined(), 1).constrictionV();
        assertTrue(fine < halfAsFine && halfAsFine < coarse, fine + " " + halfAsFine + " " + coarse);
    }

    @Test
    void constrictionAddsToWhatTheLumpedModelSays() {
        final ContactGeometry geometry = ContactGeometry.even(40, 30, 1.7, random(40, 30, 0.1, 1), random(40, 30, 0.2, 2), 950, 20, 33);
        final ResolvedVoltage resolved = solve(CELL, geometry, 1);
        assertTrue(resolved.totalV() > new LumpedModel(CELL).voltage(geometry.lumped(1)).totalV());
        assertTrue(resolved.top().peakOverMean() > 1.01 && resolved.top().densestShare() > 0.01);
        final PixelRefinement refined = PixelRefinement.of(CELL, geometry, ResolvedSettings.defaults(), 1, resolved, CORES, Progress.SILENT);
        final double twice = solve(CELL, geometry.refined().refined(), 1).constrictionV();
        assertEquals(twice, refined.constrictionV(), 4 * refined.errorV());
        assertTrue(refined.constrictionV() < resolved.constrictionV());
    }

    @Test
    void whatCannotBeResolvedIsRefused() {
        final boolean[] none = new boolean[20];
        final boolean[] full = random(5, 4, 1, 0);
        assertTrue(refusal(() -> ContactGeometry.even(5, 4, 1, none, full, 100, 0, 0)).contains("no pixel"));
        assertTrue(refusal(() -> ContactGeometry.even(5, 5, 1, full, full, 100, 0, 0)).contains("20 pixels and not 5 x 5"));
        assertTrue(refusal(() -> ContactGeometry.even(5, 4, 1, full, full, 100, -1, 0)).contains("interphase thickness at TOP"));
        assertTrue(refusal(() -> solve(CELL, ContactGeometry.even(5, 4, 1, full, full, 100, 0, 0), 0)).contains("no current"));
        assertTrue(refusal(() -> ContactGeometry.even(5, 4, 1, full, full, 100, 0, 0).part(3, 0, 3, 2)).contains("does not lie within"));
    }

    private static String refusal(final org.junit.jupiter.api.function.Executable task) {
        return assertThrows(InputException.class, task).getMessage();
    }

    private static ResolvedVoltage solve(final LumpedParameters parameters, final ContactGeometry geometry, final double current) {
        return new ResolvedModel(parameters, geometry, ResolvedSettings.defaults(), CORES).solve(current, Progress.SILENT);
    }

    private static boolean[] disc(final int size, final double radius) {
        final boolean[] inside = new boolean[size * size];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.hypot(i % size + 0.5 - size / 2.0, i / size + 0.5 - size / 2.0) <= radius;
        }
        return inside;
    }

    private static boolean[] random(final int width, final int height, final double share, final int seed) {
        final Random random = new Random(seed);
        final boolean[] map = new boolean[width * height];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextDouble() < share;
        }
        return map;
    }
}
