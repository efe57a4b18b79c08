package operando.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import operando.cell.InputException;
import operando.experiment.Experiment.UnreadableScan;
import operando.scan.ScanFile;
import operando.scan.TimeSeriesFile;
import operando.text.YamlMap;
import operando.text.YamlValue;

/**
 * Reads the key {@code scans}: a list of files with times, or {@code {pattern, start_h, interval_h}} for files that
 * sort by the numbers in their names (t2 before t10), each with all of its time points.
 */
final class ScanList {

    /** No file system has longer names; a pattern of many stars takes the longer, the longer it is. */
    private static final int LONGEST_PART = 255;

    private final Path folder;
    private final UnreadableScan missing;

    ScanList(final Path folder, final UnreadableScan missing) {
        this.folder = folder;
        this.missing = missing;
    }

    List<PlannedScan> read(final YamlValue value) {
        final List<Path> paths = new ArrayList<>();
        final List<Double> times = new ArrayList<>();
        if (value.isMap()) {
            readPattern(value.map("pattern", "start_h", "interval_h"), paths, times);
        } else {
            readList(value, paths, times);
        }
        final List<String> names = names(paths);
        final List<PlannedScan> scans = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            scans.add(new PlannedScan(names.get(i), paths.get(i), times.get(i)));
        }
        return scans;
    }

    private void readList(final YamlValue value, final List<Path> paths, final List<Double> times) {
        for (final YamlValue item : value.list()) {
            final YamlMap scan = item.map("file", "time_h");
            final YamlValue file = scan.need("file");
            final Path path = resolve(folder, file);
            if (missing == UnreadableScan.ERROR && !Files.exists(TimeSeriesFile.file(path)) && matching(file, file.text()).isEmpty()) {
                throw file.wrong("there is no file " + path, "check its name; it is looked for beside the experiment file");
            }
            final YamlValue time = scan.need("time_h");
            final double timeH = time.number();
            if (!times.isEmpty() && !(timeH > times.get(times.size() - 1))) {
                throw time.wrong("the time " + timeH + " h is not after the scan before, " + times.get(times.size() - 1)
                    + " h", "list the scans in the order of their times");
            }
            paths.add(path);
            times.add(timeH);
        }
        if (paths.isEmpty()) {
            throw value.wrong("the list of scans is empty", "give at least one {file: …, time_h: …}");
        }
    }

    private void readPattern(final YamlMap map, final List<Path> paths, final List<Double> times) {
        final YamlValue pattern = map.need("pattern");
        final double startH = map.number("start_h", 0);
        final double intervalH = map.need("interval_h").positive();
        final List<Path> files = matching(pattern, pattern.text());
        for (final Path file : files) {
            for (final Path path : ScanFile.series(file).map(TimeSeriesFile::stacks).orElse(List.of(file))) {
                times.add(startH + paths.size() * intervalH);
                paths.add(path);
            }
        }
        NumberedNames.unequalStep(files).ifPresent(pair -> {
            throw pattern.wrong("the numbers in the names rise by unequal steps, from " + pair.get(0).getFileName() + " to " + pair.get(1).getFileName()
                + ", so that a scan seems to be missing and equal steps of time would be wrong", "list the scans, each with its time_h");
        });
        if (paths.isEmpty()) {
            throw pattern.wrong("no file matches it", "check it; it is looked for beside the experiment file");
        }
    }

    /** The files and folders that a pattern such as {@code scans/*.tif} names, in the order of the numbers in them. */
    private List<Path> matching(final YamlValue value, final String pattern) {
        final String[] parts = pattern.replace('\\', '/').split("/");
        List<Path> found = List.of(pattern.startsWith("/") ? folder.getRoot() : folder);
        for (final String part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            final List<Path> next = new ArrayList<>();
            for (final Path parent : found) {
                next.addAll(children(value, parent, part));
            }
            found = next;
        }
        return found.equals(List.of(folder)) ? List.of() : found.stream().sorted(NumberedNames.ORDER).toList();
    }

    private static List<Path> children(final YamlValue value, final Path parent, final String part) {
        if (!part.matches("(?s).*[*?{\\[].*")) {
            final Path child = resolve(parent, value, part);
            return Files.exists(child) ? List.of(child) : List.of();
        }
        if (part.indexOf('\0') >= 0 || part.length() > LONGEST_PART) {
            throw value.wrong("the pattern is not a path", "give a file name with * or ?");
        }
        final List<Path> children = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, part)) {
                stream.forEach(children::add);
            } catch (final java.util.regex.PatternSyntaxException e) {
                throw value.wrong("the pattern " + part + " is not closed", "close its brackets");
            } catch (final IOException e) {
                throw value.wrong("the folder " + parent + " cannot be read", "check its permissions");
            }
        }
        return children.stream().filter(child -> !child.getFileName().toString().startsWith(".")).toList();
    }

    static Path resolve(final Path folder, final YamlValue value) {
        return resolve(folder, value, value.text());
    }

    private static Path resolve(final Path folder, final YamlValue value, final String name) {
        try {
            return folder.resolve(name).normalize();
        } catch (final InvalidPathException e) {
            throw value.wrong("\"" + name + "\" is not a path", "give a file name");
        }
    }

    /** A name for every scan: its file's name, with as many folders before it as it takes to make the names differ. */
    static List<String> names(final List<Path> paths) {
        int longest = 1;
        for (final Path path : paths) {
            longest = Math.max(longest, path.getNameCount());
        }
        for (int parts = 1; parts <= longest; parts++) {
            final int count = parts;
            final List<String> names = paths.stream().map(path -> name(path, count)).toList();
            // Two names that differ in case only would be one file on some systems.
            final Set<String> different = new HashSet<>();
            names.forEach(name -> different.add(name.toLowerCase(Locale.ROOT)));
            if (different.size() == names.size()) {
                return names;
            }
        }
        throw new InputException("scans", "a file is named twice", "name every scan once");
    }

    private static String name(final Path path, final int parts) {
        final int count = path.getNameCount();
        final Path last = path.subpath(Math.max(0, count - parts), count);
        final String plain = last.toString().replaceFirst("(?i)(\\.ome)?\\.tiff?(?=$|#t\\d+$)", "");
        return plain.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceFirst("^\\.+", "_");
    }
}
