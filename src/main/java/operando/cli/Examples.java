package operando.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine;

/** What {@code --help} of every command ends with: examples to copy, and the exit codes, which are the same for all. */
final class Examples {

    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
        Map.entry("demo", List.of("demo", "demo --out results")),
        Map.entry("init", List.of("init scans", "init . --scans 'scans/t*.tif'")),
        Map.entry("run", List.of("run experiment.yml", "run experiment.yml --out results --resume --threads 4 --memory 8g")),
        Map.entry("report", List.of("report results")),
        Map.entry("segment", List.of("segment t05.tif --out t05-labels.tif", "segment t05.tif --out t05-labels.tif --thresholds 60,99,145,200 --stack-axis Y",
            "segment t05.tif --out t05-classes.tif --method classifier --model taught.model")),
        Map.entry("train", List.of("train t05.tif t05-labels.tif --out taught.model", "train t00.tif t00-labels.tif t05.tif t05-labels.tif --classes phases --trees 200 --out taught.model")),
        Map.entry("displace", List.of("displace t00.tif t05.tif --out moved")),
        Map.entry("fidelity", List.of("fidelity", "fidelity --out fidelity")),
        Map.entry("macro", List.of("macro macros/batch_contact.ijm scans contact.csv")),
        Map.entry("info", List.of("info t00.tif", "info slices")),
        Map.entry("interfaces", List.of("interfaces t05-labels.tif")),
        Map.entry("potential", List.of("potential layers.yml --out potential", "potential --figure 5c")),
        Map.entry("voltage", List.of("voltage --contact-top top.tif --contact-bottom bottom.tif --pixel-size 1.7 --thickness 100 --current 1 --out voltage")),
        Map.entry("breathing", List.of("breathing results/timeseries.csv --out breathing",
            "breathing simulate --cycles 10 --set stack_pressure_MPa=20 --out interface")),
        Map.entry("breathing simulate", List.of("breathing simulate --cycles 10 --set stack_pressure_MPa=20 --out interface",
            "breathing simulate --contact-map results/contact/top_t05.tif --pixel-size 1.7 --cells 128x64 --out interface")),
        Map.entry("breathing regime-map", List.of("breathing regime-map --out regimes",
            "breathing regime-map --first creep_exponent,1,8,8,linear --second stack_pressure_MPa,1,20,12 --out creep --resume")),
        Map.entry("breathing benchmark", List.of("breathing benchmark --out benchmark", "breathing benchmark --set stack_pressure_MPa=1 --cycles 3 --out benchmark")),
        Map.entry("simulation", List.of("simulation results --out simulation", "simulation results --voltage simulated.csv --out simulation")),
        Map.entry("impedance", List.of("impedance before.mpr after.mpr --area 0.0314 --out impedance")),
        Map.entry("atoms", List.of("atoms sample --out sample", "atoms sample/sample.extxyz.gz --out phases", "atoms dump.lammpstrj.gz --species Li,S,P,Cl --every 10 --out phases")),
        Map.entry("phantom", List.of("phantom --out cell --size 96 --scans 4 --seed 3 --labels")));

    private Examples() {
    }

    static void add(final CommandLine line) {
        final String[] codes = line.getCommandSpec().usageMessage().exitCodeList().entrySet().stream().map(code -> code.getKey() + ":" + code.getValue()).toArray(String[]::new);
        add(line, "", codes);
    }

    private static void add(final CommandLine line, final String before, final String... codes) {
        line.getSubcommands().forEach((word, command) -> {
            final String name = before + word;
            add(command, name + " ", codes);
            if (EXAMPLES.containsKey(name)) {
                command.getCommandSpec().usageMessage().footerHeading("%nExamples:%n")
                    .footer(EXAMPLES.get(name).stream().map(example -> "  operando " + example).toArray(String[]::new))
                    .exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(CommandLine.Model.UsageMessageSpec.keyValuesMap(codes));
            }
        });
    }

    /** The examples of a command; none for one that has no inputs of its own. */
    static List<String> of(final String command) {
        return EXAMPLES.getOrDefault(command, List.of());
    }
}
