package operando.cli;

import java.util.Locale;

import operando.cell.InputException;
import operando.engine.Cores;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much of this machine a command may use; the same for every command that computes. */
final class ComputeOptions {

    private static final long LEAST_MB = 64;
    // A collector may keep up to a ninth of the heap aside and not count it.
    private static final double COUNTED = 8.0 / 9;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--memory", paramLabel = "SIZE", description = "memory for what is computed, such as 800m or 4g; about 150 MB for the program itself come on top; if not given, what Java was given")
    private String memory;

    Cores cores() {
        return threads.cores();
    }

    long memoryBytes() {
        if (memory == null) {
            return Runtime.getRuntime().maxMemory();
        }
        final String text = memory.strip().toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9]{1,12}[kmgt]?b?")) {
            throw new InputException("--memory", "'" + memory + "' is not a size", "give a number with k, m or g, such as 800m");
        }
        final long number = Long.parseLong(text.replaceAll("[^0-9]", ""));
        final int power = "kmgt".indexOf(text.replaceAll("[0-9b]", "").concat(" ").charAt(0)) + 1;
        final double bytes = number * Math.pow(1024, power);
        if (bytes < LEAST_MB << 20) {
            throw new InputException("--memory", memory + " is less than the program itself needs", "give " + LEAST_MB + "m or more");
        }
        final long most = Runtime.getRuntime().maxMemory();
        if (bytes * COUNTED > most) {
            throw new InputException("--memory", memory + " is more than the " + (most >> 20) + " MB that Java was given",
                "give at most " + (most >> 20) + "m, or set OPERANDO_JAVA_OPTIONS=-Xmx" + text.replace("b", ""));
        }
        return Math.min((long) bytes, most);
    }
}
