package operando.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cycler.CyclerFacts;
import operando.cycler.CyclerFile;
import operando.cycler.CyclingRecord;
import operando.experiment.NumberedNames;

/**
 * The cycler's file among the files of a folder: the only one that can be read as such.
 *
 * @param file      none if there is none, or several
 * @param record    what it holds; with a current density for an area of 1 cm² where it has a current only
 * @param needsArea whether it has a current and no current density
 * @param remark    what is to be known of the search, where no file was taken
 */
public record FoundCycler(Optional<Path> file, Optional<CyclingRecord> record, boolean needsArea, String remark) {

    private static final long MOST_BYTES = 200L << 20;

    /** No cycler's file, as somebody wants it. */
    public static FoundCycler none() {
        return none("none is given");
    }

    /** No cycler's file, and why. */
    static FoundCycler none(final String remark) {
        return new FoundCycler(Optional.empty(), Optional.empty(), false, remark);
    }

    /** Looks at the files of the folder itself, and at those one folder below where it has none. */
    public static FoundCycler in(final Path folder) {
        final List<String> refusals = new ArrayList<>();
        List<FoundCycler> readable = readable(files(folder), refusals);
        if (readable.isEmpty()) {
            readable = readable(subfolders(folder).stream().flatMap(below -> files(below).stream()).toList(), refusals);
        }
        if (readable.size() == 1) {
            return readable.get(0);
        }
        if (readable.isEmpty()) {
            return none(refusals.isEmpty() ? "no file here is a cycler's" : String.join("; ", refusals));
        }
        return none("several files could be the cycler's: " + String.join(", ", readable.stream().map(one -> FoundScans.name(folder, one.file.get())).toList()));
    }

    /**
     * The cycler's file that somebody names.
     *
     * @throws InputException if it cannot be read, for whatever reason but a missing area
     */
    public static FoundCycler of(final Path file) {
        return of(file, Optional.empty());
    }

    private static FoundCycler of(final Path file, final Optional<String> voltage) {
        try {
            return new FoundCycler(Optional.of(file), Optional.of(CyclerFile.read(file, new CyclerFacts(OptionalDouble.empty(), voltage))), false, "");
        } catch (final InputException e) {
            // A current alone is read once its area is known; whatever else is wrong, is wrong with an area, too.
            return new FoundCycler(Optional.of(file), Optional.of(CyclerFile.read(file, new CyclerFacts(OptionalDouble.of(1), voltage))), true, "");
        }
    }

    private static List<FoundCycler> readable(final List<Path> files, final List<String> refusals) {
        final List<FoundCycler> readable = new ArrayList<>();
        for (final Path file : files) {
            try {
                readable.add(of(file));
            } catch (final InputException e) {
                if (file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.mp[rt]")) {
                    refusals.add(e.getMessage());
                }
            }
        }
        return readable;
    }

    private static List<Path> subfolders(final Path folder) {
        return list(folder).filter(below -> Files.isDirectory(below) && !Files.exists(below.resolve("run.json"))).toList();
    }

    private static List<Path> files(final Path folder) {
        return list(folder).filter(file -> Files.isRegularFile(file) && file.toFile().length() <= MOST_BYTES
            && file.getFileName().toString().toLowerCase(Locale.ROOT).matches("[^.].*\\.(csv|txt|tsv|mpr|mpt)")).toList();
    }

    private static Stream<Path> list(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(NumberedNames.ORDER).toList().stream();
        } catch (final IOException e) {
            return Stream.empty();
        }
    }
}
