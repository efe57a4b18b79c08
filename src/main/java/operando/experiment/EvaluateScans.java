package operando.experiment;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Job;
import operando.engine.Progress;
import operando.results.InputHash;
import operando.results.ResultFiles;
import operando.results.ScanCheckpoint;
import operando.results.Version;
import operando.segment.Region;
import operando.segment.SweepSettings;
import operando.segment.filter.FilterSettings;
import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * The evaluation of each scan of a series for itself. Its files go from the place of work into the results folder, which all
 * places see; its numbers come back.
 *
 * @param folder     of the results
 * @param filters    what is taken out of the scans before the sweep
 * @param classifier turns grey values into phases before the sweep; none if thresholds do
 * @param modelHash  of the classifier's file
 * @param resume     whether a scan that was finished before is taken over
 * @param leaveOut   whether a scan that cannot be read is left out; otherwise it ends the run
 * @param count      scans of the series
 */
record EvaluateScans(ScanReading reading, SeriesShape shape, SweepSettings sweep, FilterSettings filters, List<TrainedClassifier> classifier, String modelHash,
                     String folder, long memoryBytes, boolean resume, boolean leaveOut, int count)
    implements Job<EvaluateScans.Task, EvaluateScans.Outcome> {

    /**
     * One scan of the series.
     *
     * @param region the part that is evaluated, none for all of it
     */
    record Task(int row, String name, String path, List<Region> region) implements Serializable {

        static Task of(final int row, final PlannedScan scan) {
            return new Task(row, scan.name(), scan.path().toString(), scan.region().stream().toList());
        }
    }

    /**
     * What became of a scan.
     *
     * @param finished what was found, nothing of a scan that is left out
     * @param leftOut  why it is
     * @param seconds  how long it took; not a number if an earlier run finished it
     */
    record Outcome(int row, List<ScanCheckpoint> finished, String leftOut, double seconds) implements Serializable {
    }

    @Override
    public String stage() {
        return "Scans";
    }

    @Override
    public boolean usesAllCores() {
        return true;
    }

    /** Two where the sweep alone is wanted: the measures and pictures of one are made while the other is read. */
    @Override
    public int atATime(final int threads) {
        return classifier.isEmpty() && filters.isNone() ? shape.atATime(threads, memoryBytes) : 1;
    }

    @Override
    public Worker<Task, Outcome> worker(final Cores cores) {
        return (task, progress) -> {
            final String stage = "scan " + (task.row + 1) + " of " + count + " (" + task.name + ")";
            try {
                return evaluate(task, cores, (fraction, step) -> progress.report(fraction, stage + ": " + step));
            } catch (final InputException e) {
                if (!leaveOut) {
                    throw e;
                }
                return new Outcome(task.row, List.of(), task.name + " is left out: " + e.getMessage(), Double.NaN);
            }
        };
    }

    private Outcome evaluate(final Task task, final Cores cores, final Progress progress) {
        final long start = System.nanoTime();
        final ResultFiles files = new ResultFiles(Path.of(folder));
        final Path path = Path.of(task.path);
        try (ScanInput input = reading.open(task.name, path, task.region.stream().findFirst())) {
            shape.require(input, task.path, reading.statedIn());
            final String hash = InputHash.of(path);
            final String key = InputHash.ofText(String.join("\n", hash, sweep.toString(), filters.toString(), modelHash, reading.stackAxis().toString(),
                input.voxelSize().toString(), Version.NUMBER) + (task.region.isEmpty() ? "" : "\n" + task.region));
            final Optional<ScanCheckpoint> before = resume ? ScanCheckpoint.read(files.finished(task.name), key) : Optional.empty();
            if (before.isPresent() && before.get().hasItsFiles(files, task.name)) {
                progress.report(1, "finished before");
                return new Outcome(task.row, List.of(before.get()), "", Double.NaN);
            }
            forget(files.ofScan(task.name));
            final ScanCheckpoint scan = new ScanEvaluation(sweep, filters, classifier.stream().findFirst(), files, cores, memoryBytes)
                .evaluate(input, task.name, key, hash, progress);
            if (!InputHash.of(path).equals(hash)) {
                throw new InputException(task.path, "was changed while it was read", "run again when it is complete");
            }
            scan.write(files.finished(task.name));
            return new Outcome(task.row, List.of(scan), "", (System.nanoTime() - start) / 1e9);
        }
    }

    /** An earlier run's files of this scan, its checkpoint first, so that none of them passes for this run's. */
    private static void forget(final List<Path> files) {
        for (int i = files.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(files.get(i));
            } catch (final IOException e) {
                throw new InputException(files.get(i).toString(), "is of an earlier run and cannot be deleted", "delete it, or choose another folder");
            }
        }
    }
}
