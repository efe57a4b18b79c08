package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.report.Report;
import operando.results.Results;

/** A results folder with a file of it damaged, which a resumed run takes over: checkpoints, labels, contact maps, pictures. */
final class ResumeSubject implements Subject {

    private static final long MEMORY_BYTES = 512L << 20;

    private final Path experiment;

    private final Path finished;

    /** @param folder holds the phantom that {@link TextSubject#truth} has made */
    ResumeSubject(final Path folder) throws IOException {
        final Path phantom = folder.resolve("phantom");
        experiment = folder.resolve("short.yml");
        final List<String> lines = Files.readAllLines(phantom.resolve("experiment.yml"));
        int scans = 0;
        final StringBuilder two = new StringBuilder("displacement: {enabled: false}\n");
        for (final String line : lines) {
            if (!line.contains("time_h:") || ++scans <= 2) {
                two.append(line.replaceAll("file: *", "file: phantom/")).append('\n');
            }
        }
        Files.writeString(experiment, two);
        finished = folder.resolve("finished");
        evaluate(finished, false);
    }

    private void evaluate(final Path out, final boolean resume) {
        try (Cores cores = new Cores(1)) {
            final Results results = new ExperimentRun(Experiment.read(experiment), out, new RunOptions(resume, MEMORY_BYTES))
                .run(cores, Progress.SILENT);
            Report.write(results, out);
        }
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public int limitSeconds() {
        return 120;
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final Path out = folder.resolve("results");
        final List<Path> files;
        try (Stream<Path> all = Files.walk(finished)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (final Path file : files) {
            final Path copy = out.resolve(finished.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            final Path damaged = out.resolve(finished.relativize(files.get(random.nextInt(files.size()))).toString());
            if (!Files.exists(damaged)) {
                continue;
            }
            final byte[] bytes = Files.readAllBytes(damaged);
            switch (random.nextInt(5)) {
                case 0 -> Files.delete(damaged);
                case 1 -> Files.write(damaged, new byte[0]);
                case 2 -> Files.writeString(damaged, "null");
                default -> Files.write(damaged, damaged.toString().endsWith(".json") ? Mutation.ofText(bytes, random) : Mutation.ofBytes(bytes, random));
            }
        }
        return out;
    }

    @Override
    public void read(final Path input) {
        evaluate(input, true);
    }
}
