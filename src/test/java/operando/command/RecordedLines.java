package operando.command;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.function.Predicate;

import javax.swing.AbstractButton;
import javax.swing.JFileChooser;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Fills the dialog of every command on a screen, keeps what it makes and the line that the macro recorder writes, and runs that line again as a
 * macro; {@code .ci/checks/recorder.sh} starts it and runs the same macros without a screen.
 */
final class RecordedLines {

    /**
     * A command and how its dialog is filled.
     *
     * @param name    of the files
     * @param before  macro lines that open what the command works on
     * @param label   of the menu
     * @param entries one text an input of the dialog, in order; null leaves it as it is
     */
    private record Case(String name, String before, String label, String... entries) {
    }

    private static final long PATIENCE_S = 300;
    private static final Set<String> WINDOWS = Set.of("experiment", "thresholds", "labelling");

    private final Path folder;
    private final List<String> wanted;

    private RecordedLines(final Path folder, final List<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** @param arguments the folder to work in, with t00.tif, t01.tif, labels.tif, a spectrum.csv, an experiment.yml, and a folder "new" with scans; then names of cases, none for all */
    public static void main(final String[] arguments) throws Exception {
        try {
            new RecordedLines(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length)).run();
            System.exit(0);
        } catch (final Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        new ImageJ(ImageJ.NO_SHOW);
        MenuEntries.read().forEach(entry -> Menus.getCommands().put(entry.label(), entry.run()));
        new Recorder();
        for (final Case one : cases().stream().filter(this::isWanted).toList()) {
            final String line = recorded(one);
            System.out.println(line);
            Files.createDirectories(folder.resolve("dialog"));
            save(one, "dialog");
            Files.writeString(folder.resolve(one.name + ".ijm"), one.before + line + "\n" + saving(one), StandardCharsets.UTF_8);
            closeAll();
            Files.createDirectories(folder.resolve("window"));
            if ("[aborted]".equals(IJ.runMacro(Files.readString(folder.resolve(one.name + ".ijm"), StandardCharsets.UTF_8), folder.resolve("window").toString()))) {
                throw new IllegalStateException("the recorded line does not run: " + line);
            }
            closeAll();
        }
    }

    private boolean isWanted(final Case one) {
        return wanted.isEmpty() || wanted.contains(one.name);
    }

    private List<Case> cases() {
        final String open = "open(\"" + folder.resolve("t00.tif") + "\");\n";
        final String openOther = "open(\"" + folder.resolve("t01.tif") + "\");\n";
        final String openLabels = "open(\"" + folder.resolve("labels.tif") + "\");\n";
        final String model = folder.resolve("a model.model").toString();
        return List.of(
            new Case("sample", "", "Open Sample Series", "64", "2", "3"),
            new Case("sweep", open, "Segment Stack (Column Sweep)...", null, "3", "4", null),
            new Case("contact", open, "Contact Projection...", null, "5", "6", "Z"),
            new Case("train", openLabels + open, "Train Classifier...", "labels.tif", "lithium,void,interphase,electrolyte,collector", null, "7", "true", "2", model),
            new Case("classifier", open, "Segment Stack (Classifier)...", model, "false"),
            new Case("clusters", open, "Segment Stack (Clusters)...", "3", "true", "5", "false"),
            new Case("displacement", openOther + open, "Displacement Field...", "t00.tif", "t01.tif", null, "20", "21", "3"),
            new Case("series", "", "Analyze Series...", folder.resolve("experiment.yml").toString(), folder.resolve("the results").toString(), "false", "false"),
            new Case("voltage", open + "run(\"Contact Projection...\", \"thresholds=auto\");\n", "Voltage Model...", "t00 contact top", "t00 contact bottom", "400", "1.5", "9", "8", null, "0.02"),
            new Case("impedance", "", "Impedance...", folder.resolve("a spectrum.csv").toString(), "0.5", "2"),
            new Case("view", openLabels, "3-D View...", "TOP_INTERFACE", "300"),
            new Case("experiment", "", "New Experiment...", folder.resolve("new").toString()),
            new Case("thresholds", open, "Adjust Thresholds..."),
            new Case("labelling", open, "Label and Train...", model),
            new Case("potential", "", "Li Potential Profile...", null, "0.5 0.1 0.01", "-2.9", "0.1", "2", "300"),
            new Case("breathing", "", "Breathing...", null, "3", "2", "0.5", "1", "4", "creep_exponent=5; rest_h=0.1"),
            new Case("atoms", "", "Local Environments...", folder.resolve("sample.extxyz.gz").toString(), null, "1", "7", "false", "2"));
    }

    /** Runs the command through its dialog; the line that the recorder wrote. */
    private String recorded(final Case one) throws Exception {
        IJ.runMacro(one.before);
        final int before = Recorder.getInstance().getText().length();
        IJ.doCommand(one.label);
        switch (one.name) {
            case "experiment" -> {
                fill(dialog(), one);
                press("New Experiment: ", "Write, run, open report");
            }
            case "thresholds" -> {
                // A threshold is moved, so that what is recorded is what was drawn.
                drag(component(ready("Adjust Thresholds", "Measure"), HistogramView.class, view -> true));
                press("Adjust Thresholds", "Measure");
            }
            case "labelling" -> {
                Prefs.useJFileChooser = true;
                press("Label and Train", "Load model…");
                choose(Path.of(one.entries[0]));
                press("Label and Train", "Apply to stack");
                // What the window draws over the image is no part of what is made.
                IJ.runMacro("selectImage(\"t00.tif\"); run(\"Remove Overlay\");");
            }
            default -> {
                fill(dialog(), one);
                waitUntilDone(one.label);
            }
        }
        final String text = Recorder.getInstance().getText();
        if (WINDOWS.contains(one.name)) {
            // Windows record what is done in them.
            return text.substring(before);
        }
        final int at = text.lastIndexOf("run(\"" + one.label);
        if (at < 0) {
            throw new IllegalStateException("nothing is recorded for " + one.label + ": " + text);
        }
        return text.substring(at, text.indexOf(";", text.indexOf("\")", at)) + 1);
    }

    /** The window of this title, as soon as its button of this text can be pressed. */
    private static Window ready(final String title, final String text) throws InterruptedException {
        for (long i = 0; i < PATIENCE_S * 10; i++) {
            for (final Window window : Window.getWindows()) {
                if (window instanceof Frame frame && frame.isShowing() && frame.getTitle().startsWith(title)
                    && found(frame, AbstractButton.class, button -> text.equals(button.getText()) && button.isEnabled()).isPresent()) {
                    return frame;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no window " + title + " with " + text);
    }

    /** Presses a button and waits for what it has started in the background; threads of previews stay. */
    private static void press(final String title, final String text) throws Exception {
        final Window window = ready(title, text);
        final AbstractButton button = component(window, AbstractButton.class, one -> text.equals(one.getText()));
        EventQueue.invokeLater(button::doClick);
        Thread.sleep(1000);
        waitUntilDone("operando [^p].*");
        if (!text.startsWith("Load")) {
            EventQueue.invokeAndWait(window::dispose);
        }
    }

    private static void drag(final HistogramView view) throws Exception {
        final int from = view.line(0);
        for (final int[] step : new int[][] {{MouseEvent.MOUSE_PRESSED, 0}, {MouseEvent.MOUSE_DRAGGED, 9}, {MouseEvent.MOUSE_RELEASED, 9}}) {
            EventQueue.invokeAndWait(() -> view.dispatchEvent(new MouseEvent(view, step[0], System.currentTimeMillis(), InputEvent.BUTTON1_DOWN_MASK, from + step[1], 40, 1, false,
                MouseEvent.BUTTON1)));
            Thread.sleep(300);
        }
    }

    private static void choose(final Path file) throws Exception {
        for (long i = 0; i < PATIENCE_S * 10; i++) {
            for (final Window window : Window.getWindows()) {
                final Optional<JFileChooser> chooser = window.isShowing() ? found(window, JFileChooser.class, one -> true) : Optional.empty();
                if (chooser.isPresent()) {
                    EventQueue.invokeAndWait(() -> {
                        chooser.get().setSelectedFile(file.toFile());
                        chooser.get().approveSelection();
                    });
                    Thread.sleep(500);
                    waitUntilDone("operando Loading");
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no file is asked for");
    }

    private static <T extends Component> T component(final Container in, final Class<T> type, final Predicate<T> which) {
        return found(in, type, which).orElseThrow(() -> new IllegalStateException("no such " + type.getSimpleName()));
    }

    private static <T extends Component> Optional<T> found(final Container in, final Class<T> type, final Predicate<T> which) {
        return Arrays.stream(in.getComponents()).map(one -> type.isInstance(one) && which.test(type.cast(one)) ? Optional.of(type.cast(one))
            : one instanceof Container inner ? found(inner, type, which) : Optional.<T>empty()).flatMap(Optional::stream).findFirst();
    }

    private static GenericDialog dialog() throws InterruptedException {
        for (long i = 0; i < PATIENCE_S * 10; i++) {
            for (final Window window : Window.getWindows()) {
                if (window instanceof GenericDialog dialog && dialog.isShowing()) {
                    return dialog;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no dialog");
    }

    private static void fill(final GenericDialog dialog, final Case one) throws Exception {
        Thread.sleep(500);
        final Button ok = dialog.getButtons()[0];
        EventQueue.invokeAndWait(() -> {
            int at = 0;
            for (final java.awt.Component component : components(dialog)) {
                final String entry = at < one.entries.length ? one.entries[at] : null;
                at++;
                if (entry == null) {
                    continue;
                }
                if (component instanceof TextField field) {
                    field.setText(entry);
                } else if (component instanceof Choice choice) {
                    choice.select(entry);
                } else if (component instanceof Checkbox box) {
                    box.setState(Boolean.parseBoolean(entry));
                }
            }
        });
        EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getLabel())));
    }

    /** The dialog's inputs from top to bottom. */
    private static List<java.awt.Component> components(final GenericDialog dialog) {
        final List<java.awt.Component> all = new java.util.ArrayList<>();
        for (final Vector<?> kind : new Vector<?>[] {dialog.getStringFields(), dialog.getChoices(), dialog.getCheckboxes()}) {
            if (kind != null) {
                kind.forEach(one -> all.add((java.awt.Component) one));
            }
        }
        all.sort(java.util.Comparator.comparingInt(component -> component.getLocationOnScreen().y));
        return all;
    }

    /** ImageJ runs a command in a thread of its name, which ends when all is shown and recorded. */
    private static void waitUntilDone(final String label) throws InterruptedException {
        Thread.sleep(300);
        for (long i = 0; i < PATIENCE_S * 10; i++) {
            if (Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().contains(label) || thread.getName().matches(label))) {
                Thread.sleep(300);
                return;
            }
            for (final Window window : Window.getWindows()) {
                if (window instanceof ij.gui.MessageDialog && window.isShowing()) {
                    throw new IllegalStateException(label + " shows a message: " + ((java.awt.Dialog) window).getTitle());
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(label + " does not end");
    }

    private void save(final Case one, final String to) {
        if ("[aborted]".equals(IJ.runMacro(saving(one), folder.resolve(to).toString()))) {
            throw new IllegalStateException("nothing to save");
        }
    }

    /** Macro lines that save all images and the Results table into the folder that is the macro's argument. */
    private static String saving(final Case one) {
        return String.format(Locale.ROOT, """
            for (i = 1; i <= nImages; i++) { selectImage(i); saveAs("Tiff", getArgument() + "/%1$s_" + i + ".tif"); }
            if (nResults > 0) saveAs("Results", getArgument() + "/%1$s.csv");
            """, one.name);
    }

    private static void closeAll() {
        IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); }\nrun(\"Clear Results\");");
        for (final java.awt.Frame frame : WindowManager.getNonImageWindows()) {
            if (frame instanceof ij.text.TextWindow table) {
                table.close(false);
            }
        }
    }
}
