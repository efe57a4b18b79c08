package operando.report;

import java.nio.file.Path;
import java.util.List;

import operando.breathing.fullcell.ReducedBenchmark;
import operando.report.figure.BenchmarkFigure;
import operando.report.figure.ClaimsFigure;
import operando.report.figure.RatesFigure;
import operando.report.plot.FigureFiles;
import operando.text.CsvTable;

/** Writes the reduced benchmark: benchmark.csv, claims.csv, rates.csv, parameters.csv and their figures. */
public final class BenchmarkFiles {

    private BenchmarkFiles() {
    }

    public static void write(final ReducedBenchmark benchmark, final ReducedBenchmark.Result result, final Path folder) {
        final CsvTable rows = new CsvTable(List.of("current_density_mA_cm2", "electrolyte_conductivity_mS_cm", "cathode_interphase_ohm_cm2", "mean_voltage_V", "mean_voltage_V_sd", "delivered_mAh_cm2",
            "delivered_mAh_cm2_sd", "energy_mWh_cm2", "energy_mWh_cm2_sd", "seeds"));
        result.rows().forEach(row -> rows.row(List.of(row.currentMAPerCm2(), row.conductivityMSPerCm(), row.cathodeInterphaseOhmCm2(), row.meanVoltageV().mean(), row.meanVoltageV().deviation(),
            row.deliveredMAhPerCm2().mean(), row.deliveredMAhPerCm2().deviation(), row.energyMWhPerCm2().mean(), row.energyMWhPerCm2().deviation(), benchmark.seeds())));
        final CsvTable claims = new CsvTable(List.of("current_density_mA_cm2", "lowest_conductivity_mS_cm", "hundredfold_conductivity_percent", "cathode_interphase_percent", "conductivity_below_3_percent",
            "interphase_12_to_18_percent"));
        result.claims().forEach(one -> claims.row(List.of(one.currentMAPerCm2(), one.lowestMSPerCm(), one.conductivityPercent(), one.interphasePercent(), words(one.conductivityPercent(),
            one.conductivityMattersLittle()), words(one.interphasePercent(), one.interphaseCostsAsPrinted()))));
        final CsvTable rates = new CsvTable(List.of("c_rate", "thick_Wh_L", "thick_Wh_L_sd", "thin_Wh_L", "thin_Wh_L_sd", "thick_ideal_Wh_L", "thin_ideal_Wh_L", "thick_least_contact", "thin_least_contact"));
        result.rates().forEach(one -> rates.row(List.of(one.cRate(), one.thickWhPerL().mean(), one.thickWhPerL().deviation(), one.thinWhPerL().mean(), one.thinWhPerL().deviation(),
            one.thickIdealWhPerL(), one.thinIdealWhPerL(), one.thickLeastContact(), one.thinLeastContact())));
        FigureFiles.write(new BenchmarkFigure(benchmark.cell(), result.rows()), folder);
        FigureFiles.write(new ClaimsFigure(result.claims()), folder);
        FigureFiles.write(new RatesFigure(benchmark, result), folder);
        InterfaceFiles.writeParameters(benchmark.anode(), folder.resolve("parameters.csv"));
        claims.write(folder.resolve("claims.csv"));
        rates.write(folder.resolve("rates.csv"));
        rows.write(folder.resolve("benchmark.csv"));
    }

    private static String words(final double number, final boolean yes) {
        return Double.isNaN(number) ? "" : yes ? "yes" : "no";
    }
}
