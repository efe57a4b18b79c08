package operando.command;

import java.awt.GraphicsEnvironment;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import operando.cell.InputException;
import operando.engine.CancelledException;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;

/**
 * Runs a SciJava command of this package as an ImageJ plugin: its inputs come from the macro's options or from a dialog
 * made of its {@code @Parameter} fields, its outputs (images, tables) are shown. The argument in {@code plugins.config}
 * is the command's simple class name.
 */
public final class CommandPlugIn implements PlugIn {

    /** The table that ImageJ has without a screen, too. */
    private static final String RESULTS = "Results";

    /** Set by the command line so that a failure inside a macro becomes an exit code. */
    private static volatile java.util.function.Consumer<RuntimeException> failureListener = failure -> { };

    /** Called with every failure of a command from now on, before ImageJ shows it. */
    public static void onFailure(final java.util.function.Consumer<RuntimeException> listener) {
        failureListener = listener;
    }

    @Override
    public void run(final String argument) {
        final String className = CommandPlugIn.class.getPackageName() + "." + argument.strip();
        final CommandInfo info = new CommandInfo(className);
        String label = argument;
        try {
            label = CommandInputs.label(info);
            run(new CommandInputs(info));
        } catch (final InputException e) {
            fail(label, e, e.getMessage());
        } catch (final CancelledException e) {
            IJ.showStatus(label + ": cancelled");
            IJ.showProgress(1);
            failureListener.accept(e);
            Macro.abort();
        } catch (final ModuleException e) {
            throw new IllegalStateException(className + " is not a command", e);
        } catch (final RuntimeException e) {
            failureListener.accept(e);
            throw e;
        }
    }

    private static void run(final CommandInputs inputs) {
        final String options = Macro.getOptions();
        if (options != null) {
            inputs.take(MacroOptions.parse(options));
        } else {
            inputs.takeImage(java.util.Optional.empty());
            if (!GraphicsEnvironment.isHeadless() && !new CommandDialog(inputs).confirmed()) {
                return;
            }
            inputs.requireAll();
        }
        final CommandRun run = new CommandRun(inputs);
        run.run();
        IJ.showProgress(1);
        inputs.module().getInfo().outputs().forEach(item -> show(item.getName(), item.getLabel(), run.output(item.getName())));
    }

    private static void show(final String name, final String label, final Object output) {
        if (output instanceof ImagePlus image) {
            image.show();
            WindowManager.setTempCurrentImage(GraphicsEnvironment.isHeadless() ? image : null);
        } else if (output instanceof Plot plot) {
            show(plot);
        } else if (output instanceof ResultsTable table) {
            final String title = label == null || label.isEmpty() ? RESULTS : label;
            if (title.equals(RESULTS) || !GraphicsEnvironment.isHeadless()) {
                table.show(title);
                if (title.equals(RESULTS) && !GraphicsEnvironment.isHeadless() && ResultsTable.getResultsWindow() != null) {
                    ResultsTable.getResultsWindow().getTextPanel().showRow(table.size() - 1);
                }
            }
        } else if (output instanceof Iterable<?> several) {
            several.forEach(one -> show(name, label, one));
        } else if (output instanceof Map<?, ?> titled) {
            titled.forEach((title, one) -> show(name, title.toString(), one));
        }
    }

    private static void show(final Plot plot) {
        if (GraphicsEnvironment.isHeadless()) {
            show("plot", null, plot.getImagePlus());
        } else {
            plot.show();
        }
    }

    private static void fail(final String label, final RuntimeException failure, final String message) {
        failureListener.accept(failure);
        IJ.showStatus("");
        IJ.showProgress(1);
        IJ.error(label, message);
    }
}
