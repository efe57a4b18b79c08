package operando.experiment;

import java.nio.file.Path;

import operando.cycler.CyclerFacts;

/** The cycler's file and what it does not say itself. */
public record CyclerSource(Path file, CyclerFacts facts) {
}
