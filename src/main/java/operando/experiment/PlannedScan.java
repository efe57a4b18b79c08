package operando.experiment;

import java.nio.file.Path;

/**
 * One scan of the series as experiment.yml names it.
 *
 * @param name  unique in the series; names the scan in results and their files
 * @param path  a stack, a folder of slices or a pattern of slices
 * @param timeH when it was taken, in hours on the cycler's clock
 */
public record PlannedScan(String name, Path path, double timeH) {
}
