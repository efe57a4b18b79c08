package operando.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import net.imagej.patcher.LegacyInjector;
import operando.cell.InputException;
import operando.engine.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs an ImageJ macro in headless ImageJ with all our commands in its menu. */
@Command(name = "macro", mixinStandardHelpOptions = true, description = "Runs an ImageJ macro (.ijm) without a screen, with all Operando Tomography commands.")
final class RunMacro implements Callable<Integer> {

    private static final long MOST_BYTES = 16L << 20;
    private static final int LONGEST_LINE = 1 << 16;
    private static final String MEND = "give the path of an .ijm file";

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
            throw new InputException(file.toString(), "there is no such macro", MEND);
        }
        refuseOtherKinds();
        // Must come before any class of ImageJ is loaded: it makes ImageJ's dialogs work without a screen.
        LegacyInjector.preinit();
        return HeadlessImageJ.run(file.toAbsolutePath(), joined());
    }

    // ImageJ takes a minute and more to find that a long line of another kind of file is no macro.
    private void refuseOtherKinds() {
        final byte[] bytes = InputFile.bytes(file, MOST_BYTES, "an .ijm file");
        InputFile.kind(bytes).ifPresent(kind -> {
            throw new InputException(file.toString(), "the file is " + kind, MEND);
        });
        int length = 0;
        for (final byte value : bytes) {
            length = value == '\n' || value == '\r' ? 0 : length + 1;
            if (value >= 0 && value < '\t') {
                throw new InputException(file.toString(), "is no text, so it is no macro", MEND);
            }
            if (length > LONGEST_LINE) {
                throw new InputException(file.toString(), "has a line of more than " + LONGEST_LINE + " characters, so it is no macro", MEND);
            }
        }
    }
}
