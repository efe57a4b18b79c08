package operando.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import net.imagej.patcher.LegacyInjector;
import operando.cell.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs an ImageJ macro in headless ImageJ with all our commands in its menu. */
@Command(name = "macro", mixinStandardHelpOptions = true, description = "Runs an ImageJ macro (.ijm) without a screen, with all Operando Tomography commands.")
final class RunMacro implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE.ijm", description = "The macro.")
    private Path file;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "What getArgument() returns: joined by blanks, or, where one of them has a blank, each on a line of its own.")
    private List<String> arguments = List.of();

    private String joined() {
        final boolean blanks = arguments.stream().anyMatch(argument -> argument.indexOf(' ') >= 0);
        return String.join(blanks ? "\n" : " ", arguments);
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file.toString(), "there is no such macro", "give the path of an .ijm file");
        }
        // Must come before any class of ImageJ is loaded: it makes ImageJ's dialogs work without a screen.
        LegacyInjector.preinit();
        return HeadlessImageJ.run(file.toAbsolutePath(), joined());
    }
}
