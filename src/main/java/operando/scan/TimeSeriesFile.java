package operando.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file that holds several stacks, one after the other in time, as ImageJ saves a hyperstack. Each of them is a scan with a path of its
 * own: {@code cell.tif#t3} is the third stack in {@code cell.tif}.
 *
 * @param file   that they are in
 * @param points how many there are, two or more
 * @param stepH  hours from one to the next, if the file says them
 */
public record TimeSeriesFile(Path file, int points, OptionalDouble stepH) {

    private static final Pattern POINT = Pattern.compile("(.+)#t(\\d{1,6})");

    /** The paths of its stacks in their order. */
    public List<Path> stacks() {
        return IntStream.rangeClosed(1, points).mapToObj(point -> file.resolveSibling(file.getFileName() + "#t" + point)).toList();
    }

    /** The file that a path is in: the path itself, unless it names one stack of a file that holds several. */
    public static Path file(final Path path) {
        final Matcher name = matched(path);
        return name == null ? path : path.resolveSibling(name.group(1));
    }

    /** Which stack of its file a path names, counted from 1; empty if it names no single one. */
    public static OptionalInt point(final Path path) {
        final Matcher name = matched(path);
        return name == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(name.group(2)));
    }

    // A file that is really called so is one file.
    private static Matcher matched(final Path path) {
        if (path.getFileName() == null || Files.exists(path)) {
            return null;
        }
        final Matcher name = POINT.matcher(path.getFileName().toString());
        return name.matches() ? name : null;
    }
}
