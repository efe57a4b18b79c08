package operando.breathing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.series.LinearInterpolation;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class BreathingDescriptorsTest {

    private static final double PERIOD = 10;
    private static final double MEAN = 0.6;
    private static final double SINE = 0.15;
    private static final double SECOND = 0.03;
    private static final double DRIFT = -0.04;
    /** Of the contact behind the charge, whose fundamental of a triangle that begins at its least value has the phase 180°. */
    private static final double LAG_DEG = 35;

    private static double contact(final double t) {
        final double angle = 2 * Math.PI * t / PERIOD - Math.PI - Math.toRadians(LAG_DEG);
        return MEAN + SINE * Math.cos(angle) + SECOND * Math.cos(2 * angle + 0.5) + DRIFT * (t / PERIOD - 0.5);
    }

    private static double amplitude() {
        double most = 0;
        double least = 0;
        for (int i = 0; i < 100_000; i++) {
            final double angle = 2 * Math.PI * i / 100_000;
            final double value = SINE * Math.cos(angle) + SECOND * Math.cos(2 * angle + 0.5);
            most = Math.max(most, value);
            least = Math.min(least, value);
        }
        return (most - least) / 2;
    }

    /** 5 h at 1 mA cm⁻², 5 h at −1. */
    private static ChargeCycle cycle() {
        return new ChargeCycle(1, new LinearInterpolation(new double[] {0, 5, 10}, new double[] {0, 5, 0}));
    }

    private static BreathingDescriptors drawn(final int readings, final double noise, final Random random) {
        final double[] times = random.doubles(readings, 0.05, PERIOD - 0.05).sorted().toArray();
        times[0] = 0;
        times[readings - 1] = PERIOD;
        final double[] values = Arrays.stream(times).map(t -> contact(t) + noise * random.nextGaussian()).toArray();
        return BreathingDescriptors.of(times, values, cycle());
    }

    @Test
    void irregularReadingsOfASineWithDriftAndHarmonicsGiveBackItsNumbers() {
        final BreathingDescriptors found = drawn(40, 1e-3, new Random(3));
        assertEquals(MEAN, found.mean().value(), 0.001);
        assertEquals(amplitude(), found.amplitude().value(), 0.02 * amplitude());
        assertEquals(LAG_DEG, found.phaseLagDeg().value(), 3);
        assertEquals(LAG_DEG / 36, found.phaseLagH().value(), 0.09);
        assertEquals(-DRIFT / amplitude(), found.irreversibility().value(), 0.02);
    }

    /** ∮ c dQ of A cos(ωt − π − φ) against a triangle of slope 1: 2 T A sin φ / π. */
    @Test
    void theLoopOfASineAgainstATriangleHasItsArea() {
        final double[] times = new double[201];
        Arrays.setAll(times, i -> PERIOD * i / 200.0);
        final double[] values = Arrays.stream(times).map(t -> 0.5 + SINE * Math.cos(2 * Math.PI * t / PERIOD - Math.PI - Math.toRadians(LAG_DEG))).toArray();
        double expected = 0;
        for (int i = 0; i < 100_000; i++) {
            final double t = PERIOD * (i + 0.5) / 100_000;
            expected += (0.5 + SINE * Math.cos(2 * Math.PI * t / PERIOD - Math.PI - Math.toRadians(LAG_DEG))) * (t < 5 ? 1 : -1) * PERIOD / 100_000;
        }
        assertEquals(2 * PERIOD / Math.PI * SINE * Math.sin(Math.toRadians(LAG_DEG)), Math.abs(expected), 1e-6);
        assertEquals(Math.abs(expected), BreathingDescriptors.of(times, values, cycle()).loopAreaMAhPerCm2().value(), 1e-4);
    }

    @Test
    void statedIntervalsCoverTheTruthInNinetyFiveOfAHundredDraws() {
        final Random random = new Random(11);
        final int draws = 1000;
        final int[] inside = new int[4];
        for (int draw = 0; draw < draws; draw++) {
            final BreathingDescriptors found = drawn(24, 0.01, random);
            final double quantile = new TDistribution(found.freedom()).inverseCumulativeProbability(0.975);
            inside[0] += covers(found.mean(), MEAN, quantile);
            inside[1] += covers(found.amplitude(), amplitude(), quantile);
            inside[2] += covers(found.phaseLagDeg(), LAG_DEG, quantile);
            inside[3] += covers(found.irreversibility(), -DRIFT / amplitude(), quantile);
        }
        for (final int count : inside) {
            assertTrue(count >= 920 && count <= 980, Arrays.toString(inside));
        }
    }

    private static int covers(final Measured found, final double truth, final double quantile) {
        return Math.abs(found.value() - truth) <= quantile * found.standardError() ? 1 : 0;
    }

    @Test
    void turningTheCellOverTurnsThePhaseByHalfACycle() {
        final double[] times = new double[30];
        Arrays.setAll(times, i -> PERIOD * i / 29.0);
        final double up = lag(times, BreathingDescriptorsTest::contact);
        final double down = lag(times, t -> 1 - contact(t));
        assertEquals(180, Math.abs(up - down), 1e-6);
    }

    private static double lag(final double[] times, final ToDoubleFunction<Double> contact) {
        return BreathingDescriptors.of(times, Arrays.stream(times).map(contact::applyAsDouble).toArray(), cycle()).phaseLagDeg().value();
    }

    @Test
    void tooFewScansGiveAReasonAndNoNumber() {
        final BreathingDescriptors found = drawn(6, 0, new Random(1));
        assertFalse(found.amplitude().isPresent());
        assertTrue(found.amplitude().reason().contains("6 scans"));
        final double[] early = {0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8};
        assertTrue(BreathingDescriptors.of(early, new double[10], cycle()).mean().reason().contains("three quarters"));
    }

    @Test
    void scatterAloneHasALevelAndNoAmplitude() {
        final Random random = new Random(8);
        final double[] times = new double[20];
        Arrays.setAll(times, i -> PERIOD * i / 19.0);
        int swings = 0;
        for (int draw = 0; draw < 200; draw++) {
            final BreathingDescriptors found = BreathingDescriptors.of(times, Arrays.stream(times).map(t -> 0.5 + 0.01 * random.nextGaussian()).toArray(), cycle());
            assertTrue(found.mean().isPresent());
            swings += found.amplitude().isPresent() ? 1 : 0;
            assertEquals(found.amplitude().isPresent(), found.irreversibility().isPresent());
        }
        // 5 % of 200 are 10; more than 20 happen by chance once in a thousand.
        assertTrue(swings <= 20, swings + " of 200");
        assertTrue(BreathingDescriptors.of(times, Arrays.stream(times).map(t -> 0.5).toArray(), cycle()).phaseLagDeg().reason().contains("does not swing"));
    }

    @Test
    void theCurrentTurnsWhereTheLinesOfChargeCross() {
        // Turns at 5 and 10 h, between readings.
        final double[] times = {0, 1.7, 4.1, 6.3, 8, 9.5, 12, 14.9};
        final double[] current = {1, 1, 1, -1, -1, -1, 1, 1};
        final double[] charge = Arrays.stream(times).map(t -> t < 5 ? t : t < 10 ? 10 - t : t - 10).toArray();
        final List<ChargeCycle> cycles = ChargeCycle.in(times, current, charge);
        assertEquals(1, cycles.size());
        assertEquals(0, cycles.get(0).startH());
        assertEquals(10, cycles.get(0).endH(), 1e-12);
        assertEquals(5, cycles.get(0).charge().at(5), 1e-12);
        assertTrue(assertThrows(InputException.class, () -> ChargeCycle.in(new double[] {0, 1, 1}, new double[3], new double[3])).getMessage().contains("does not follow"));
        assertTrue(assertThrows(InputException.class, () -> ChargeCycle.in(new double[] {0, 1, 2}, new double[3], new double[3])).getMessage().contains("no cycle"));
    }

    @Test
    void twoTimeScalesOfGrowthComeBackWithinTheirErrors() {
        final Random random = new Random(5);
        final double[] times = new double[40];
        Arrays.setAll(times, i -> i * 0.5);
        final double[] thickness = Arrays.stream(times).map(t -> 5 + 8 * (1 - Math.exp(-t / 1.5)) + 1.2 * Math.sqrt(t) + 0.02 * random.nextGaussian()).toArray();
        final InterphaseMemory memory = InterphaseMemory.of(times, thickness);
        assertEquals(8, memory.fastUm().value(), 4 * memory.fastUm().standardError());
        assertEquals(1.5, memory.timeConstantH().value(), 4 * memory.timeConstantH().standardError());
        assertEquals(1.2, memory.slowUmPerRootH().value(), 4 * memory.slowUmPerRootH().standardError());
        assertTrue(memory.timeConstantH().standardError() < 0.2);
        assertFalse(InterphaseMemory.of(new double[] {0, 1, 2}, new double[] {1, 2, 3}).fastUm().isPresent());
        final double[] flat = new double[40];
        Arrays.setAll(flat, i -> 5 + 0.05 * new Random(i).nextGaussian());
        assertFalse(InterphaseMemory.of(times, flat).timeConstantH().isPresent(), "what does not grow has no time constant");
        final double[] late = Arrays.stream(times).map(t -> 5 + Math.max(0, t - 10)).toArray();
        assertTrue(InterphaseMemory.of(times, late).fastUm().reason().contains("would have to shrink"), "growth that begins late is not of this law");
    }
}
