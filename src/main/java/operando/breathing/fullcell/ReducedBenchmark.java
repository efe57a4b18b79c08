package operando.breathing.fullcell;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.cell.Constants;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Engine;
import operando.engine.Job;
import operando.engine.Progress;

/**
 * What conductivity and cathode interphase do to the mean discharge voltage, and how the energy density of two cells falls with the C-rate,
 * each with several seeds of the first voids. The anode is simulated once for each current and seed; what lies in series with it is added,
 * which is exact under a given current.
 *
 * @param cell       the baseline
 * @param anode      settings of its interface; current, capacity and seed are those of each discharge
 * @param seeds      how many, 2 or more
 * @param currents   of the discharges of the baseline, mA cm⁻²
 * @param thick      the cell with the higher capacity
 * @param thin       the cell with the lower one
 * @param rates      C-rates of the comparison of those two, rising
 */
public record ReducedBenchmark(FullCell cell, InterfaceSettings anode, int seeds, double[] currents, FullCell thick, FullCell thin, double[] rates) {

    /** Printed: electrolyte conductivity 0.01 to 10 mS cm⁻¹ with the baseline 0.5. */
    public static final double[] CONDUCTIVITIES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50};
    /** Printed: 10 to 200 Ω cm² with the baseline 50. */
    public static final double[] RESISTANCES = {10, 20, 50, 100, 150, 200};

    /** The span of conductivity of the first claim. */
    public static final double FOLD = 100;

    private static final int MOST_SEEDS = 1000;

    public ReducedBenchmark {
        if (seeds < 2 || seeds > MOST_SEEDS) {
            throw new InputException("seeds", seeds + " seeds give no spread", "give 2 to " + MOST_SEEDS);
        }
    }

    /** Ten seeds; thick and thin cells of 5 and 2.5 mAh cm⁻². */
    public static ReducedBenchmark defaults(final InterfaceSettings anode) {
        final FullCell cell = FullCell.baseline();
        return new ReducedBenchmark(cell, anode, 10, new double[] {0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5}, cell.with("thick", 5), cell.with("thin", 2.5),
            new double[] {0.1, 0.3, 1, 2, 3, 3.2, 3.4, 3.6, 4, 5});
    }

    public ReducedBenchmark withSeeds(final int other) {
        return new ReducedBenchmark(cell, anode, other, currents, thick, thin, rates);
    }

    /** One point of the first table. */
    public record Row(double currentMAPerCm2, double conductivityMSPerCm, double cathodeInterphaseOhmCm2, Spread meanVoltageV, Spread deliveredMAhPerCm2, Spread energyMWhPerCm2) {
    }

    /**
     * What the two claims come to at one current.
     *
     * @param lowestMSPerCm       the low end of a hundredfold span of conductivity
     * @param conductivityPercent by how much the mean voltage rises over that span
     * @param interphasePercent   by how much it falls from 10 to 200 Ω cm²
     */
    public record Claim(double currentMAPerCm2, double lowestMSPerCm, double conductivityPercent, double interphasePercent) {

        public boolean conductivityMattersLittle() {
            return conductivityPercent < 3;
        }

        public boolean interphaseCostsAsPrinted() {
            return interphasePercent >= 12 && interphasePercent <= 18;
        }
    }

    /** One point of the second table: energy over the volume of both cells, and without what the anode's interface adds to its kinetics. */
    public record Rate(double cRate, Spread thickWhPerL, Spread thinWhPerL, double thickIdealWhPerL, double thinIdealWhPerL, double thickLeastContact, double thinLeastContact) {
    }

    /** All of it. */
    public record Result(List<Row> rows, List<Claim> claims, List<Rate> rates) {

        /** The C-rate at which the thin cell overtakes, by straight lines between rates; NaN if it does not. */
        public double crossing(final ToDoubleFunction<Rate> thickLess) {
            for (int i = 1; i < rates.size(); i++) {
                final double before = thickLess.applyAsDouble(rates.get(i - 1));
                final double now = thickLess.applyAsDouble(rates.get(i));
                if (before > 0 && now <= 0) {
                    return rates.get(i - 1).cRate() + (rates.get(i).cRate() - rates.get(i - 1).cRate()) * before / (before - now);
                }
            }
            return Double.NaN;
        }

        public double crossing() {
            return crossing(rate -> rate.thickWhPerL().mean() - rate.thinWhPerL().mean());
        }

        /** Without voids and interphase. */
        public double idealCrossing() {
            return crossing(rate -> rate.thickIdealWhPerL() - rate.thinIdealWhPerL());
        }
    }

    public Result compute(final Engine engine, final Progress progress) {
        final List<Discharging> tasks = new ArrayList<>();
        for (final double current : currents) {
            IntStream.range(0, seeds).forEach(seed -> tasks.add(new Discharging(current, cell.capacityMAhPerCm2(), seed)));
        }
        for (final double rate : rates) {
            for (final FullCell one : List.of(thick, thin)) {
                IntStream.range(0, seeds).forEach(seed -> tasks.add(new Discharging(rate * one.capacityMAhPerCm2(), one.capacityMAhPerCm2(), seed)));
            }
        }
        final List<AnodeDischarge> anodes = new ArrayList<>();
        final Consumer<AnodeDischarge> take = anodes::add;
        engine.run(new Anodes(anode), tasks, take, progress);
        return new Result(rows(anodes), claims(anodes), rates(anodes.subList(seeds * currents.length, anodes.size())));
    }

    private record Discharging(double currentMAPerCm2, double capacityMAhPerCm2, int seed) implements Serializable {
    }

    private record Anodes(InterfaceSettings settings) implements Job<Discharging, AnodeDischarge> {

        @Override
        public String stage() {
            return "Discharges";
        }

        @Override
        public Worker<Discharging, AnodeDischarge> worker(final Cores cores) {
            return (task, progress) -> AnodeDischarge.simulated(settings.withSeed(settings.seed() + task.seed()), task.currentMAPerCm2(), task.capacityMAhPerCm2());
        }
    }

    private List<Row> rows(final List<AnodeDischarge> anodes) {
        final List<Row> rows = new ArrayList<>();
        for (int i = 0; i < currents.length; i++) {
            final List<AnodeDischarge> same = anodes.subList(seeds * i, seeds * (i + 1));
            for (final double conductivity : CONDUCTIVITIES) {
                rows.add(row(cell.with(conductivity, cell.cathodeInterphaseOhmCm2()), same));
            }
            for (final double resistance : RESISTANCES) {
                if (resistance != cell.cathodeInterphaseOhmCm2()) {
                    rows.add(row(cell.with(cell.conductivityMSPerCm(), resistance), same));
                }
            }
        }
        return rows;
    }

    private static Row row(final FullCell cell, final List<AnodeDischarge> anodes) {
        final List<Discharge> discharges = anodes.stream().map(one -> Discharge.of(cell, one)).toList();
        return new Row(anodes.get(0).currentMAPerCm2(), cell.conductivityMSPerCm(), cell.cathodeInterphaseOhmCm2(), spread(discharges, Discharge::meanVoltageV),
            spread(discharges, Discharge::deliveredMAhPerCm2), spread(discharges, Discharge::energyMWhPerCm2));
    }

    private static Spread spread(final List<Discharge> discharges, final ToDoubleFunction<Discharge> number) {
        return Spread.of(discharges.stream().mapToDouble(number).toArray());
    }

    private List<Claim> claims(final List<AnodeDischarge> anodes) {
        final List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < currents.length; i++) {
            final List<AnodeDischarge> same = anodes.subList(seeds * i, seeds * (i + 1));
            final double least = row(cell.with(cell.conductivityMSPerCm(), RESISTANCES[0]), same).meanVoltageV().mean();
            final double most = row(cell.with(cell.conductivityMSPerCm(), RESISTANCES[RESISTANCES.length - 1]), same).meanVoltageV().mean();
            for (final double lowest : Arrays.stream(CONDUCTIVITIES).filter(low -> low <= 0.5).toArray()) {
                final double low = row(cell.with(lowest, cell.cathodeInterphaseOhmCm2()), same).meanVoltageV().mean();
                final double high = row(cell.with(FOLD * lowest, cell.cathodeInterphaseOhmCm2()), same).meanVoltageV().mean();
                claims.add(new Claim(currents[i], lowest, 100 * (high / low - 1), 100 * (1 - most / least)));
            }
        }
        return claims;
    }

    private List<Rate> rates(final List<AnodeDischarge> anodes) {
        final List<Rate> result = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            final List<AnodeDischarge> ofThick = anodes.subList(2 * seeds * i, 2 * seeds * i + seeds);
            final List<AnodeDischarge> ofThin = anodes.subList(2 * seeds * i + seeds, 2 * seeds * (i + 1));
            result.add(new Rate(rates[i], density(thick, ofThick), density(thin, ofThin), ideal(thick, ofThick.get(0)), ideal(thin, ofThin.get(0)),
                ofThick.stream().mapToDouble(AnodeDischarge::leastContact).average().orElse(Double.NaN), ofThin.stream().mapToDouble(AnodeDischarge::leastContact).average().orElse(Double.NaN)));
        }
        return result;
    }

    private static Spread density(final FullCell of, final List<AnodeDischarge> anodes) {
        return Spread.of(anodes.stream().mapToDouble(one -> wattHoursPerLitre(of, Discharge.of(of, one))).toArray());
    }

    private double ideal(final FullCell of, final AnodeDischarge anode) {
        final double thermalV = Constants.GAS_J_PER_MOL_K * this.anode.of(InterfaceParameter.TEMPERATURE) / Constants.FARADAY_C_PER_MOL;
        final double y = anode.currentMAPerCm2() / (2 * this.anode.of(InterfaceParameter.EXCHANGE_CURRENT));
        final AnodeDischarge kinetics = new AnodeDischarge(anode.currentMAPerCm2(), new double[] {0, of.capacityMAhPerCm2()}, new double[2], 1)
            .without(2 * thermalV * Math.log(y + Math.sqrt(y * y + 1)));
        return wattHoursPerLitre(of, Discharge.of(of, kinetics));
    }

    // 1 mWh cm⁻² over 1 µm is 10 kWh per litre.
    private static double wattHoursPerLitre(final FullCell of, final Discharge discharge) {
        return 1e4 * discharge.energyMWhPerCm2() / of.thicknessUm();
    }
}
