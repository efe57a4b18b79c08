package operando.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.scan.TimeSeriesFile;

/** What a command writes never takes the place of what it reads, and can be written: better to know before hours of work. */
final class OutputFile {

    private OutputFile() {
    }

    /** @throws InputException if the output is one of the inputs, lies in one that is a folder of slices, is a folder itself, or cannot be written */
    static void check(final String option, final Path out, final List<Path> inputs) {
        if (Files.isDirectory(out)) {
            throw new InputException(option, out + " is a folder", "give the name of a file");
        }
        final Path folder = out.toAbsolutePath().getParent();
        checkFolder(option, folder);
        for (final Path given : inputs) {
            final Path input = TimeSeriesFile.file(given);
            if (isSame(out, input)) {
                throw new InputException(option, out + " is also read and would be overwritten", "give another name");
            }
            if (Files.isDirectory(input) && isSame(folder, input)) {
                throw new InputException(option, out + " would lie among the slices of " + input, "give another folder");
            }
        }
    }

    /** @throws InputException if the name of a stack promises another format than TIFF */
    static void checkStack(final String option, final Path out) {
        final String name = out.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
            throw new InputException(option, "stacks are written as TIFF and " + name + " promises something else", "give a name that ends in .tif");
        }
    }

    /** @throws InputException if the folder is not there and cannot be made, or cannot be written to */
    static void checkFolder(final String option, final Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new InputException(option, folder + " cannot be written to", "choose a folder that you may write to");
        }
    }

    static boolean isSame(final Path a, final Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (final IOException e) {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }
}
