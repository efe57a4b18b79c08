package operando.setup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.experiment.NumberedNames;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.TimeSeriesFile;

/**
 * The scans of one series in a folder: stacks in it or in its sub-folders, the time points of such files, or sub-folders of slices. Scans of a series have one
 * size and type and lie in one folder; where there are several such groups, the largest is taken. Stacks of a few grey values only are
 * labels and no scans.
 *
 * @param files     in the order of the numbers in their names, at least one; a stack of a time series as {@link TimeSeriesFile} names it
 * @param width     voxels along x of the files, as height along y and depth along z
 * @param voxelSize what all of them say, if they agree
 * @param leftOut   what else looked like a scan, and why it is none of the series; a sentence each
 */
public record FoundScans(List<Path> files, int width, int height, int depth, PixelType type, Optional<VoxelSize> voxelSize, List<String> leftOut) {

    private static final int FEWEST_SLICES = 8;
    private static final int MOST_LABELS = 8;
    private static final int MOST_CANDIDATES = 20_000;
    private static final String STACKS = "*.{tif,tiff,TIF,TIFF,Tif,Tiff}";

    /** What scans of one series have in common. */
    private record Kind(Path folder, int width, int height, int depth, PixelType type) {
    }

    private record Candidate(Path file, Kind kind, Optional<VoxelSize> voxelSize) {
    }

    public FoundScans {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param pattern which of the files are meant, such as {@code scans/t*.tif}; blank for all
     * @throws InputException if there is no such folder, or no scan in it
     */
    public static FoundScans in(final Path folder, final String pattern) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder.toString(), Files.exists(folder) ? "is no folder" : "there is no such folder", "give the folder that the scans are in");
        }
        final List<String> leftOut = new ArrayList<>();
        final Map<Kind, List<Candidate>> groups = new LinkedHashMap<>();
        final List<Path> stacks = chosen(folder, candidates(folder), pattern).stream()
            .flatMap(file -> ScanFile.series(file).map(TimeSeriesFile::stacks).orElse(List.of(file)).stream()).toList();
        for (final Path file : stacks) {
            look(folder, file, leftOut).ifPresent(found -> groups.computeIfAbsent(found.kind, kind -> new ArrayList<>()).add(found));
        }
        final Kind kind = groups.keySet().stream().max(Comparator.<Kind>comparingInt(one -> groups.get(one).size())
            .thenComparingLong(FoundScans::bytes)).orElseThrow(() -> new InputException(folder.toString(), "no scan is found in it"
                + (leftOut.isEmpty() ? "" : " (" + String.join("; ", leftOut) + ")"), "give a folder with TIFF stacks, or with a folder of TIFF slices a scan"));
        groups.forEach((other, ones) -> {
            if (!other.equals(kind)) {
                ones.forEach(one -> leftOut.add(name(folder, one.file) + ": " + size(other) + ", and the series has " + size(kind)
                    + (other.folder.equals(kind.folder) ? "" : " in " + name(folder, kind.folder))));
            }
        });
        final List<Candidate> series = groups.get(kind).stream().sorted(Comparator.comparing(Candidate::file, NumberedNames.ORDER)).toList();
        final Optional<VoxelSize> first = series.get(0).voxelSize;
        final boolean same = series.stream().allMatch(one -> one.voxelSize.isPresent() && first.isPresent() && one.voxelSize.get().isSame(first.get()));
        return new FoundScans(series.stream().map(Candidate::file).toList(), kind.width, kind.height, kind.depth, kind.type, same ? first : Optional.empty(), leftOut);
    }

    /** Such as {@code 72 x 72 x 90 voxels, 8-bit unsigned}. */
    public String size() {
        return size(new Kind(files.get(0), width, height, depth, type));
    }

    private static long bytes(final Kind kind) {
        return (long) kind.width * kind.height * kind.depth * kind.type.bytes();
    }

    private static String size(final Kind kind) {
        return kind.width + " x " + kind.height + " x " + kind.depth + " voxels, " + kind.type.displayName();
    }

    /** A path as it stands in experiment.yml. */
    static String name(final Path folder, final Path file) {
        final String name = folder.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }

    /** Stacks in the folder and in its sub-folders, and folders of slices. */
    private static List<Path> candidates(final Path folder) {
        final List<Path> found = new ArrayList<>(inside(folder));
        for (final Path child : list(folder, "*")) {
            if (Files.isDirectory(child) && !isResults(child)) {
                found.addAll(inside(child));
                list(child, "*").stream().filter(deeper -> Files.isDirectory(deeper) && !isResults(deeper)).forEach(deeper -> found.addAll(inside(deeper)));
            }
        }
        return found;
    }

    /** The stacks of one folder, or the folder itself if its files are slices. */
    private static List<Path> inside(final Path folder) {
        final List<Path> files = list(folder, STACKS);
        return files.size() >= FEWEST_SLICES && isSlice(files.get(0)) && isSlice(files.get(files.size() - 1)) ? List.of(folder) : files;
    }

    private static boolean isSlice(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            return scan.depth() == 1;
        } catch (final InputException e) {
            return false;
        }
    }

    /** A results folder holds stacks that are no scans. */
    private static boolean isResults(final Path folder) {
        return Files.exists(folder.resolve("run.json")) || Files.exists(folder.resolve("timeseries.csv"));
    }

    private static List<Path> chosen(final Path folder, final List<Path> candidates, final String pattern) {
        if (pattern.isBlank()) {
            return candidates;
        }
        final PathMatcher matcher;
        try {
            matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern.strip().replace("\\", "/"));
        } catch (final PatternSyntaxException e) {
            throw new InputException("pattern of the scans", "'" + pattern + "' cannot be understood", "use * for any text and ? for one letter, such as scans/t*.tif");
        }
        final Path root = folder.toAbsolutePath().normalize();
        final List<Path> matching = candidates.stream().filter(file -> matcher.matches(root.relativize(file.toAbsolutePath().normalize()))).toList();
        if (matching.isEmpty()) {
            throw new InputException("pattern of the scans", "'" + pattern + "' fits none of the " + candidates.size() + " stacks found in " + folder,
                "give it with its folder, such as scans/t*.tif");
        }
        return matching;
    }

    private static List<Path> list(final Path folder, final String glob) {
        final List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            for (final Path path : stream) {
                if (!path.getFileName().toString().startsWith(".")) {
                    found.add(path);
                }
                if (found.size() > MOST_CANDIDATES) {
                    throw new InputException(folder.toString(), "it holds more than " + MOST_CANDIDATES + " files", "give the folder of one series");
                }
            }
        } catch (final IOException e) {
            throw ScanFile.unreadable(folder, e);
        }
        found.sort(NumberedNames.ORDER);
        return found;
    }

    private static Optional<Candidate> look(final Path folder, final Path file, final List<String> leftOut) {
        try (Scan scan = ScanFile.open(file)) {
            if (scan.depth() < FEWEST_SLICES) {
                leftOut.add(name(folder, file) + ": " + (scan.depth() == 1 ? "a single picture" : scan.depth() + " slices only"));
                return Optional.empty();
            }
            if (isLabels(scan)) {
                leftOut.add(name(folder, file) + ": labels, not grey values");
                return Optional.empty();
            }
            final Path parent = file.toAbsolutePath().normalize().getParent();
            return Optional.of(new Candidate(file, new Kind(parent, scan.width(), scan.height(), scan.depth(), scan.pixelType()), scan.voxelSize()));
        } catch (final InputException e) {
            leftOut.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isLabels(final Scan scan) {
        final Object pixels = scan.newSlice();
        scan.readSlice(scan.depth() / 2, pixels);
        final float[] grey = new float[scan.width() * scan.height()];
        PixelType.toFloat(pixels, 0, grey.length, grey, 0);
        final float[] met = new float[MOST_LABELS];
        int count = 0;
        for (final float one : grey) {
            int i = 0;
            while (i < count && met[i] != one) {
                i++;
            }
            if (i == count && !Float.isNaN(one)) {
                if (count == MOST_LABELS) {
                    return false;
                }
                met[count++] = one;
            }
        }
        return true;
    }
}
