package operando.fidelity;

import java.util.ArrayList;
import java.util.List;

import operando.breathing.fullcell.FullCell;
import operando.breathing.fullcell.ReducedBenchmark;
import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.InterfaceSimulation;
import operando.breathing.phasefield.Plane;
import operando.engine.Engine;
import operando.engine.Progress;

/**
 * Bae: every number that the abstract and the published review print, from the interface model and the benchmark, this one on small planes. The source
 * prints no parameter of its model but the two baselines of the benchmark, so all other parameters are those of docs/methods/breathing.md.
 */
final class BaeFigures {

    private static final String SOURCE = "Bae";
    private static final String REBUTTAL = "Response to the referee";
    private static final String ABSTRACT = "abstract";
    private static final double CURRENT = 2.9;
    private static final double[] RATES = {3, 3.2, 3.4, 3.6};
    private static final InterfaceSettings ANODE = InterfaceSettings.defaults().with(new Plane(32, 32, 1)).withTolerance(3e-3);
    private static final InterfaceSettings CYCLED = InterfaceSettings.defaults().withTolerance(1e-3);

    private BaeFigures() {
    }

    static List<FidelityRow> rows(final Engine engine, final Progress progress) {
        final List<FidelityRow> rows = new ArrayList<>();
        final double[] conductivities = {0.01, 10};
        final double[] resistances = {ReducedBenchmark.RESISTANCES[0], ReducedBenchmark.RESISTANCES[ReducedBenchmark.RESISTANCES.length - 1]};
        rows.add(FidelityRow.of(SOURCE, REBUTTAL, "orders of magnitude of conductivity from 0.01 to 10 mS cm⁻¹", "4", Math.log10(conductivities[1] / conductivities[0]), 0,
            "the printed ends are three orders apart"));
        rows.add(FidelityRow.of(SOURCE, REBUTTAL, "span of the cathode interphase, 10 to 200 Ω cm², that is called the same as a 100-fold one", "100", resistances[1] / resistances[0], 0,
            "the printed ends are 20-fold apart"));
        rows.addAll(benchmark(engine, progress.part(0, 0.6)));
        rows.addAll(pressure(progress.part(0.6, 1)));
        return rows;
    }

    private static List<FidelityRow> benchmark(final Engine engine, final Progress progress) {
        final ReducedBenchmark usual = ReducedBenchmark.defaults(ANODE.withCycles(1));
        final FullCell cell = usual.cell();
        final ReducedBenchmark.Result result = new ReducedBenchmark(cell, usual.anode(), usual.seeds(), new double[] {0.5, 1, CURRENT}, usual.thick(), usual.thin(), RATES).compute(engine, progress);
        final List<FidelityRow> rows = new ArrayList<>();
        rows.add(FidelityRow.of(SOURCE, REBUTTAL, "electrolyte conductivity of the baseline, mS cm⁻¹", "0.5", cell.conductivityMSPerCm(), 1, "taken over"));
        rows.add(FidelityRow.of(SOURCE, REBUTTAL, "cathode interphase of the baseline, Ω cm²", "50", cell.cathodeInterphaseOhmCm2(), 0, "taken over"));
        rows.add(FidelityRow.of(SOURCE, REBUTTAL, "runs that differ in the seed of the voids", "10", usual.seeds(), 0, "taken over"));
        for (final ReducedBenchmark.Claim claim : result.claims()) {
            if (claim.lowestMSPerCm() == cell.conductivityMSPerCm()) {
                rows.add(FidelityRow.of(SOURCE, REBUTTAL, "change of the mean discharge voltage by 0.5 to 50 mS cm⁻¹ at " + claim.currentMAPerCm2() + " mA cm⁻², %", "< 3", claim.conductivityPercent(), 2,
                    "30 µm of electrolyte, 3 mAh cm⁻²; the source gives no current"));
                rows.add(FidelityRow.of(SOURCE, REBUTTAL, "loss of mean discharge voltage by 10 to 200 Ω cm² at " + claim.currentMAPerCm2() + " mA cm⁻², %", "12–18", claim.interphasePercent(), 1,
                    "190 Ω cm² times the current over the voltage: 12 to 18 % only from about 2.4 to 3.5 mA cm⁻²"));
            } else if (claim.lowestMSPerCm() == 0.1) {
                rows.add(FidelityRow.of(SOURCE, REBUTTAL, "change of the mean discharge voltage by 0.1 to 10 mS cm⁻¹ at " + claim.currentMAPerCm2() + " mA cm⁻², %", "< 3", claim.conductivityPercent(), 2,
                    "the highest 100-fold span inside the printed range: 30 Ω cm² become 0.3"));
            }
        }
        rows.add(FidelityRow.of(SOURCE, ABSTRACT, "C-rate at which a cell of 2.5 mAh cm⁻² overtakes one of 5 mAh cm⁻² in energy density", "no number", result.crossing(), 2,
            "an inversion is there; without voids and interphase at the anode it is at " + String.format(java.util.Locale.ROOT, "%.2f", result.idealCrossing())
                + ", so that the resistance in series makes it and not breathing"));
        return rows;
    }

    private static List<FidelityRow> pressure(final Progress progress) {
        final CycleSummary loose = last(CYCLED.with(InterfaceParameter.STACK_PRESSURE, 1), progress.part(0, 0.4));
        final CycleSummary tight = last(CYCLED.with(InterfaceParameter.STACK_PRESSURE, 20), progress.part(0.4, 0.6));
        final CycleSummary everywhere = last(CYCLED.with(InterfaceParameter.STACK_PRESSURE, 1).with(InterfaceParameter.CONTACT_DEPENDENCE, 0), progress.part(0.6, 1));
        return List.of(
            FidelityRow.of(SOURCE, ABSTRACT, "amplitude of breathing at 1 MPa, 1 mA cm⁻², in the last of ten cycles", "no number", loose.amplitude(), 3, "\"strongly suppresses\": less voids at higher pressure"),
            FidelityRow.of(SOURCE, ABSTRACT, "the same at 20 MPa", "no number", tight.amplitude(), 3, "creep brings far more lithium than is stripped"),
            FidelityRow.of(SOURCE, ABSTRACT, "change of memory from 1 to 20 MPa after equal charge, %", "no number", 100 * (tight.memoryUm() / loose.memoryUm() - 1), 1,
                "\"nearly unchanged\" it is where little contact is lost, since growth needs contact; above about 1 mA cm⁻² it is not"),
            FidelityRow.of(SOURCE, "Major comment 1", "change of memory at 1 MPa when growth does not need contact, %", "no number", 100 * (everywhere.memoryUm() / loose.memoryUm() - 1), 1,
                "what the referee asks: put in by construction, memory would be this much higher and know nothing of pressure"));
    }

    private static CycleSummary last(final InterfaceSettings settings, final Progress progress) {
        final List<CycleSummary> cycles = CycleSummary.of(new InterfaceSimulation(settings).run(progress));
        return cycles.get(cycles.size() - 1);
    }
}
