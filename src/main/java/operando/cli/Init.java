package operando.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.setup.ExperimentDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando init FOLDER}: an experiment.yml from what is in a folder. */
@Command(name = "init", mixinStandardHelpOptions = true,
    description = "Writes a commented experiment.yml from what it finds in a folder: scans, voxel size, stack axis, thresholds, the cycler's file. A file that is there is not overwritten.")
final class Init implements Runnable {

    @Parameters(paramLabel = "FOLDER", description = "with the scans (TIFF stacks, TIFF files of several time points, or a folder of TIFF slices a scan; also in sub-folders) and the cycler's file; or the one file that holds all time points")
    private Path folder;

    @Option(names = "--scans", paramLabel = "PATTERN", description = "which stacks are the scans, such as 'scans/t*.tif'; if not given, the largest series found")
    private String pattern = "";

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final Path file = Files.isRegularFile(folder) ? folder.resolveSibling("experiment.yml") : folder.resolve("experiment.yml");
        if (Files.exists(file)) {
            throw new InputException(file.toString(), "is there already and is not overwritten", "move it away, or edit it");
        }
        final ExperimentDraft draft;
        try (Cores cores = threads.cores()) {
            draft = ExperimentDraft.of(folder, pattern, cores, new TerminalProgress(spec.commandLine().getErr()));
        }
        draft.write(file);
        final String text = draft.text();
        text.lines().filter(line -> line.contains("CHECK") && !line.startsWith("# What") || line.startsWith("# MISSING"))
            .forEach(line -> spec.commandLine().getErr().println(line.replaceFirst("^#\\s*", "")));
        spec.commandLine().getOut().println("experiment: " + file);
        spec.commandLine().getOut().println("next: operando run " + file);
    }
}
