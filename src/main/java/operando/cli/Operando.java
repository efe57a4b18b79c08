package operando.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import operando.cell.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code operando COMMAND …}. Exit codes: 0 done, 3 done with gaps, 2 input or call at fault, 1 a defect of ours. */
@Command(name = "operando", mixinStandardHelpOptions = true, versionProvider = VersionLines.class,
    description = "Turns tomography stacks of a cycling solid-state cell into contact areas, volumes and a predicted voltage.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
        "0:done",
        "1:a defect of this software, after its stack trace",
        "2:the input or the call is at fault; one line says where, what and how to mend it",
        "3:done, but with gaps: a scan that cannot be read was left out, as on_unreadable_scan: gap allows"
    },
    subcommands = {
        Demo.class,
        Init.class,
        RunExperiment.class,
        WriteReport.class,
        Segment.class,
        Train.class,
        Displace.class,
        Fidelity.class,
        RunMacro.class,
        Info.class,
        Interfaces.class,
        Potential.class,
        Voltage.class,
        Breathing.class,
        Impedance.class,
        Simulation.class,
        Atoms.class,
        MakePhantom.class,
        CommandLine.HelpCommand.class
    })
public final class Operando {

    /** Done, but with gaps. */
    static final int GAPS = 3;

    public static void main(final String[] arguments) {
        System.exit(run(arguments, PlainText.to(System.out, charset()), PlainText.to(System.err, charset())));
    }

    /** A terminal says what it shows; a file or a pipe gets UTF-8 on every machine. */
    private static Charset charset() {
        return System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
    }

    private static String mend(final CommandLine.ParameterException exception) {
        final List<String> near = exception instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
    }

    /** Runs one command line and returns its exit code. */
    public static int run(final String[] arguments, final PrintWriter out, final PrintWriter err) {
        final CommandLine line = new CommandLine(new Operando());
        Examples.add(line);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof InputException) {
                err.println(exception.getMessage());
                return 2;
            }
            exception.printStackTrace(err);
            return 1;
        });
        line.setParameterExceptionHandler((exception, given) -> {
            final CommandLine command = exception.getCommandLine();
            if (given.length == 0) {
                command.usage(err);
                return 2;
            }
            err.println(exception.getMessage().replaceAll("\\s*\\R\\s*", " ") + "; " + mend(exception) + "see " + command.getCommandSpec().qualifiedName() + " --help");
            return 2;
        });
        try {
            return line.execute(arguments);
        } catch (final OutOfMemoryError e) {
            err.println("--memory: " + (Runtime.getRuntime().maxMemory() >> 20) + " MB do not suffice for this; give more, such as --memory 8g");
            return 2;
        }
    }
}
