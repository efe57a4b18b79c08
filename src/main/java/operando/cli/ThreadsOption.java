package operando.cli;

import operando.engine.Cores;
import picocli.CommandLine.Option;

/** How many threads a command may use. */
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", description = "threads; 0 is all cores")
    private int threads;

    Cores cores() {
        return threads == 0 ? Cores.all() : new Cores(threads);
    }
}
