package operando.cli;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import ij.IJ;
import ij.Menus;
import operando.cell.InputException;
import operando.command.CommandPlugIn;
import operando.command.MenuEntries;

/** ImageJ without a screen, with our commands in its menu. Loaded only after ImageJ's classes were made ready for it. */
final class HeadlessImageJ {

    private HeadlessImageJ() {
    }

    /**
     * Runs a macro and returns the exit code 0.
     *
     * @throws InputException   if a command of ours refused its input or the macro itself was aborted
     * @throws RuntimeException if a command of ours has a defect
     */
    @SuppressWarnings("unchecked")
    static int run(final Path macro, final String argument) {
        final AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CommandPlugIn.onFailure(thrown -> failure.compareAndSet(null, thrown));
        // The first command that runs makes ImageJ build its menu, which has no other door without a screen.
        IJ.run("Close All", "");
        MenuEntries.read().forEach(entry -> Menus.getCommands().put(entry.label(), entry.run()));
        final String result = IJ.runMacroFile(macro.toString(), argument);
        if (failure.get() != null) {
            throw failure.get();
        }
        if ("[aborted]".equals(result)) {
            throw new InputException(macro.toString(), "the macro was aborted", "see the message above and mend that line");
        }
        return 0;
    }
}
