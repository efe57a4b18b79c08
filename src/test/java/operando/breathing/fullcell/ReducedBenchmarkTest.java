package operando.breathing.fullcell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.Plane;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import org.junit.jupiter.api.Test;

class ReducedBenchmarkTest {

    private static final FullCell CELL = FullCell.baseline();

    private static AnodeDischarge flat(final double current, final double overpotential) {
        return new AnodeDischarge(current, new double[] {0, CELL.capacityMAhPerCm2()}, new double[] {overpotential, overpotential}, 1);
    }

    /** ∫ U dx, from tanh = (ln cosh)'. */
    private static double integral(final double x) {
        return -0.8090 * x * x / 2 + 4.4875 * x - 0.0428 / 18.5138 * Math.log(Math.cosh(18.5138 * (x - 0.5542))) - 17.7326 / 15.7890 * Math.log(Math.cosh(15.7890 * (x - 0.3117)))
            + 17.5842 / 15.9308 * Math.log(Math.cosh(15.9308 * (x - 0.3120)));
    }

    @Test
    void theMeanVoltageIsTheIntegralOfTheCurveLessTheDrops() {
        final double open = (integral(CathodePotential.DISCHARGED) - integral(CathodePotential.CHARGED)) / (CathodePotential.DISCHARGED - CathodePotential.CHARGED);
        final Discharge discharge = Discharge.of(CELL.with(0.1, 120), flat(2, 0.05));
        assertEquals(CELL.capacityMAhPerCm2(), discharge.deliveredMAhPerCm2(), 1e-12);
        // 30 µm of 0.1 mS cm⁻¹ are 30 Ω cm².
        assertEquals(open - 2e-3 * (30 + 120) - 0.05, discharge.meanVoltageV(), 1e-6);
        assertEquals(discharge.meanVoltageV() * discharge.deliveredMAhPerCm2(), discharge.energyMWhPerCm2(), 1e-12);
    }

    @Test
    void aDischargeEndsAtTheCutOffAndWithTheContact() {
        // A drop that leaves the curve at 3.8 V for 2.5 V.
        final double drop = 1.3;
        final Discharge discharge = Discharge.of(CELL.with(0.5, 1e3 * drop / 2 - 6), flat(2, 0));
        final double x = CathodePotential.CHARGED + discharge.deliveredMAhPerCm2() / CELL.capacityMAhPerCm2() * (CathodePotential.DISCHARGED - CathodePotential.CHARGED);
        assertEquals(CELL.cutOffV(), CathodePotential.volts(x) - drop, 1e-4);
        assertEquals(1.2, Discharge.of(CELL, new AnodeDischarge(1, new double[] {0, 0.6, 1.2}, new double[3], 0.1)).deliveredMAhPerCm2(), CELL.capacityMAhPerCm2() / 2000);
        assertTrue(Double.isNaN(Discharge.of(CELL.with(0.01, 1000), flat(5, 0)).meanVoltageV()));
    }

    @Test
    void claimsAndRanksFollowFromTheDischarges() {
        final InterfaceSettings anode = InterfaceSettings.defaults().with(new Plane(16, 32, 1)).withTolerance(5e-3).withCycles(1);
        final ReducedBenchmark usual = ReducedBenchmark.defaults(anode);
        final ReducedBenchmark benchmark = new ReducedBenchmark(usual.cell(), anode, 2, new double[] {2.5}, usual.thick(), usual.thin(), new double[] {0.1, 6});
        try (Cores one = new Cores(1); Cores two = new Cores(2)) {
            final ReducedBenchmark.Result result = benchmark.compute(one, Progress.SILENT);
            assertEquals(result, benchmark.compute(two, Progress.SILENT));
            final ReducedBenchmark.Claim above = result.claims().stream().filter(claim -> claim.lowestMSPerCm() == 0.5).findFirst().orElseThrow();
            final double baseline = result.rows().stream().filter(row -> row.conductivityMSPerCm() == 0.5 && row.cathodeInterphaseOhmCm2() == 50).findFirst().orElseThrow().meanVoltageV().mean();
            // 6 Ω cm² become 0.06.
            assertEquals(100 * 2.5e-3 * 5.94 / baseline, above.conductivityPercent(), 1e-6);
            assertEquals(100 * 2.5e-3 * 190 / (baseline + 2.5e-3 * 40), above.interphasePercent(), 1e-6);
            assertTrue(above.conductivityMattersLittle() && above.interphaseCostsAsPrinted(), above.toString());
            final ReducedBenchmark.Claim below = result.claims().stream().filter(claim -> claim.lowestMSPerCm() == 0.01).findFirst().orElseThrow();
            assertFalse(below.conductivityMattersLittle(), below.toString());
            final ReducedBenchmark.Rate slow = result.rates().get(0);
            assertTrue(slow.thickWhPerL().mean() > slow.thinWhPerL().mean() && slow.thickWhPerL().mean() < slow.thickIdealWhPerL(), slow.toString());
            final ReducedBenchmark.Rate fast = result.rates().get(1);
            assertTrue(fast.thickWhPerL().mean() < fast.thinWhPerL().mean(), fast.toString());
            assertTrue(result.crossing() > 0.1 && result.crossing() < 6);
        }
    }

    @Test
    void oneSeedHasNoSpread() {
        assertThrows(InputException.class, () -> ReducedBenchmark.defaults(InterfaceSettings.defaults()).withSeeds(1));
        assertEquals(1.0, Spread.of(new double[] {1, 2, 3}).deviation(), 1e-15);
        assertEquals(List.of(2.0), List.of(Spread.of(new double[] {1, 2, 3}).mean()));
    }
}
