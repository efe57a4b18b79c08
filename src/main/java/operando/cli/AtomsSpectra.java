package operando.cli;

import java.nio.file.Path;

import operando.atoms.SpectraTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando atoms spectra TRAJECTORY --out TABLE}: the power spectra themselves, for other programs. */
@Command(name = "spectra", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Writes the power spectrum of each atom's surroundings as a table, in the order of DScribe.")
final class AtomsSpectra implements Runnable {

    @Parameters(paramLabel = "TRAJECTORY", description = "extended XYZ or a LAMMPS dump, also gzipped")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "TABLE", description = "the CSV file to write: frame, atom, and a column a number")
    private Path out;

    @Mixin
    private AtomsOptions options = new AtomsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.check("--out", out, java.util.List.of(file));
        final double microseconds = SpectraTable.write(file, options.trajectory(), options.soap(), out);
        spec.commandLine().getOut().printf(java.util.Locale.ROOT, "%s; %.1f µs an atom%n", out, microseconds);
    }
}
