package operando.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.cell.InputException;

/** What a command writes never takes the place of what it reads. */
final class OutputFile {

    private OutputFile() {
    }

    /** @throws InputException if the output is one of the inputs, lies in one that is a folder of slices, or is a folder itself */
    static void check(final String option, final Path out, final List<Path> inputs) {
        if (Files.isDirectory(out)) {
            throw new InputException(option, out + " is a folder", "give the name of a file");
        }
        final Path folder = out.toAbsolutePath().getParent();
        for (final Path input : inputs) {
            if (isSame(out, input)) {
                throw new InputException(option, out + " is also read and would be overwritten", "give another name");
            }
            if (Files.isDirectory(input) && isSame(folder, input)) {
                throw new InputException(option, out + " would lie among the slices of " + input, "give another folder");
            }
        }
    }

    private static boolean isSame(final Path a, final Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (final IOException e) {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }
}
