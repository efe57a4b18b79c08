package operando.experiment;

import java.nio.file.Path;
import java.util.Optional;

import operando.segment.Region;

/**
 * One scan of the series as experiment.yml names it.
 *
 * @param name  unique in the series; names the scan in results and their files
 * @param path  a stack, a folder of slices or a pattern of slices
 * @param timeH  when it was taken, in hours on the cycler's clock
 * @param region the part of it that is evaluated; none for all of it, and as long as it is not known
 */
public record PlannedScan(String name, Path path, double timeH, Optional<Region> region) {

    PlannedScan(final String name, final Path path, final double timeH) {
        this(name, path, timeH, Optional.empty());
    }

    PlannedScan within(final Region part) {
        return new PlannedScan(name, path, timeH, Optional.of(part));
    }
}
