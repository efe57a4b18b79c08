package operando.experiment;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The cycler's file and what it does not say itself.
 *
 * @param areaCm2 the electrode area, for files with a current instead of a current density
 */
public record CyclerSource(Path file, OptionalDouble areaCm2) {
}
