package operando.fidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.phantom.Phantom;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.results.Results;
import operando.series.HalfCycleBalance;

/**
 * Lewis et al., the part of the current that comes from lithium metal: a synthetic series whose lithium is made to give the
 * printed parts, through the whole run from voxels to balance.
 */
final class LithiumFractionFigures {

    private static final String[] PRINTED = {"0.72", "0.51"};

    private static final int EDGE = 64;

    // Every half hour, so that a scan stands at the reversal as well.
    private static final int SCANS = 21;

    private LithiumFractionFigures() {
    }

    /** Each makes another cell. */
    private static final int SEEDS = 3;

    /** @param folder for the series and its results */
    static List<FidelityRow> rows(final Path folder, final long memoryBytes, final Cores cores, final Progress progress) {
        final List<FidelityRow> rows = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            rows.addAll(rows(seed, folder.resolve("seed_" + seed), memoryBytes, cores, progress.part((seed - 1.0) / SEEDS, (double) seed / SEEDS)));
        }
        return rows;
    }

    private static List<FidelityRow> rows(final int seed, final Path folder, final long memoryBytes, final Cores cores, final Progress progress) {
        final PhantomSettings defaults = PhantomSettings.defaults();
        final PhantomSettings settings = defaults.withSeed(seed).withSize(EDGE, EDGE, defaults.depth()).withCycling(defaults.cycling().withScans(SCANS));
        final Path series = folder.resolve("series");
        new PhantomSeries(new Phantom(settings)).write(series, "operando fidelity", cores, progress.part(0, 0.3));
        final Results results = new ExperimentRun(Experiment.read(series.resolve("experiment.yml")), folder.resolve("results"), new RunOptions(false, memoryBytes))
            .run(cores, progress.part(0.3, 1));
        final List<FidelityRow> rows = new ArrayList<>();
        for (final HalfCycleBalance half : results.halfCycles()) {
            rows.add(FidelityRow.of("Lewis et al.", "text on Fig. 2", "part of the current from lithium metal, half cycle " + half.number() + ", phantom " + seed,
                PRINTED[half.number() - 1], half.lithiumFraction().value(), 3, "a phantom of " + EDGE + " × " + EDGE + " columns made with the printed parts, " + SCANS
                    + " scans; voxels and the roughness of so small a field leave 0.02"));
        }
        return rows;
    }
}
