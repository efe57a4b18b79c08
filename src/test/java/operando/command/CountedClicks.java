package operando.command;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.gui.GenericDialog;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

/**
 * Walks with a mouse through what a new user does, on a screen, and counts the clicks; {@code .ci/checks/clicks.sh} starts it. A
 * command of the menu counts three: Plugins, Operando Tomography, its entry.
 */
final class CountedClicks {

    private static final int MENU = 3;
    private static final int MOST_TO_AREA = 8;
    private static final int MOST_TO_REPORT = 12;
    private static final int SCANS = 10;
    private static final long PATIENCE_MS = 300_000;

    private final Robot robot;
    private final Path folder;
    private int clicks;

    private CountedClicks(final Path folder) throws Exception {
        this.folder = folder;
        robot = new Robot();
        robot.setAutoDelay(40);
    }

    /** @param arguments the folder to work in: a folder "series" with scans, and "bare.tif", a stack without a voxel size */
    public static void main(final String[] arguments) {
        try {
            final CountedClicks walk = new CountedClicks(Path.of(arguments[0]));
            new ImageJ(ImageJ.NO_SHOW);
            MenuEntries.read().forEach(entry -> Menus.getCommands().put(entry.label(), entry.run()));
            try {
                walk.toContactArea();
                walk.toClassifier();
                walk.toReport();
            } catch (final Throwable e) {
                walk.picture("failed");
                throw e;
            }
            System.exit(0);
        } catch (final Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void toContactArea() throws Exception {
        final ImagePlus image = IJ.openImage(folder.resolve("bare.tif").toString());
        image.setCalibration(new Calibration());
        image.show();
        clicks = 0;
        menu("Adjust Thresholds...");
        final Window window = window("Adjust Thresholds");
        final AbstractButton measure = button(window, "Measure");
        until("the phases are seen", measure::isEnabled);
        final JTextField voxel = component(window, JTextField.class, field -> field.isVisible());
        write(voxel, "1.7", voxel::selectAll, voxel::getText);
        type("\n");
        final JTextArea words = component(window, JTextArea.class, area -> true);
        until("an area is seen", () -> words.getText().contains("mm²") && measure.isEnabled());
        final String before = words.getText();
        final HistogramView histogram = component(window, HistogramView.class, view -> true);
        picture("thresholds");
        drag(histogram, histogram.line(0), 24);
        Thread.sleep(1500);
        picture("dragged");
        until("the contact follows the threshold", () -> !words.getText().equals(before) && measure.isEnabled());
        drag(histogram, histogram.line(0), -24);
        Thread.sleep(1500);
        click(measure);
        until("a row is there", () -> ResultsTable.getResultsTable().size() > 0 && measure.isEnabled());
        final double area = ResultsTable.getResultsTable().getValue("contact_area_top_mm2", 0);
        System.out.println("uncalibrated stack to a contact area of " + area + " mm2: " + clicks + " clicks");
        require(area > 0 && area < 1, "a contact area");
        require(clicks <= MOST_TO_AREA, clicks + " clicks are more than " + MOST_TO_AREA);
        picture("area");
        window.dispose();
        IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); }\nrun(\"Clear Results\");");
    }

    /** A time series: traces at two time points are drawn where they were made, and the classes over every slice and time. */
    private void toClassifier() throws Exception {
        IJ.runMacro("run(\"Open Sample Series\", \"size=64 scans=2 seed=3\");");
        final ImagePlus image = IJ.getImage();
        menu("Label and Train...");
        final Window window = window("Label and Train");
        trace(window, image, 48, 1, new ij.gui.Roi(10, 10, 30, 20), 0);
        trace(window, image, 20, 2, new ij.gui.Roi(12, 12, 30, 20), 1);
        picture("traces");
        until("two traces are drawn", () -> image.getOverlay() != null && image.getOverlay().size() == 2);
        require(image.getOverlay().get(1).getTPosition() == 2, "the second trace is at the second time point");
        final AbstractButton train = button(window, "Train");
        click(train);
        until("the classes are drawn", () -> overlays(image) == 1 && train.isEnabled());
        picture("classes");
        image.setPosition(1, 30, 1);
        until("the classes follow the slice", () -> overlays(image) == 1 && image.getOverlay().get(0).getZPosition() == 30 && image.getOverlay().get(0).getTPosition() == 1);
        window.dispose();
        IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); }\nrun(\"Clear Results\");");
    }

    private static long overlays(final ImagePlus image) {
        return image.getOverlay() == null ? 0 : Arrays.stream(image.getOverlay().toArray()).filter(roi -> roi instanceof ij.gui.ImageRoi).count();
    }

    private void trace(final Window window, final ImagePlus image, final int z, final int t, final ij.gui.Roi roi, final int ofClass) throws Exception {
        EventQueue.invokeAndWait(() -> {
            image.setPosition(1, z, t);
            image.setRoi(roi);
        });
        final AbstractButton[] add = {null};
        final int[] number = {0};
        find(window, AbstractButton.class, button -> button.getText() != null && button.getText().startsWith("Add (") && number[0]++ == ofClass).ifPresent(button -> add[0] = button);
        click(add[0]);
        until("the trace is taken", () -> image.getOverlay() != null && image.getOverlay().size() == ofClass + 1);
    }

    private void toReport() throws Exception {
        clicks = 0;
        menu("New Experiment...");
        final GenericDialog dialog = (GenericDialog) window("New Experiment");
        final TextField path = (TextField) dialog.getStringFields().get(0);
        write(path, folder.resolve("series").toString(), path::selectAll, path::getText);
        click(dialog.getButtons()[0]);
        final Window window = window("New Experiment: series");
        final AbstractButton run = button(window, "Write, run, open report");
        until("the folder is looked at", run::isEnabled);
        until("contact is seen", () -> find(window, JTextArea.class, area -> area.getText().contains("in contact")).isPresent());
        Thread.sleep(1000);
        picture("experiment");
        click(run);
        until("the report is opened", () -> Files.exists(folder.resolve("opened")));
        final String opened = Files.readString(folder.resolve("opened"));
        System.out.println("folder of scans to the report: " + clicks + " clicks");
        require(opened.contains("operando-results/report.html"), "the report is opened, not " + opened);
        require(Files.exists(folder.resolve("series/experiment.yml")), "the experiment.yml is there");
        until("the rows are there", () -> ResultsTable.getResultsTable().size() == SCANS);
        require(clicks <= MOST_TO_REPORT, clicks + " clicks are more than " + MOST_TO_REPORT);
        Thread.sleep(1000);
        picture("report");
    }

    private void menu(final String label) {
        clicks += MENU;
        IJ.doCommand(label);
    }

    private static void require(final boolean holds, final String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private static void until(final String what, final BooleanSupplier holds) throws Exception {
        final long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!holds.getAsBoolean()) {
            for (final Window window : Window.getWindows()) {
                if (window instanceof ij.gui.MessageDialog && window.isShowing()) {
                    throw new IllegalStateException("a message is shown: " + ((java.awt.Dialog) window).getTitle());
                }
            }
            require(System.currentTimeMillis() < end, "in vain waited until " + what);
            Thread.sleep(100);
        }
    }

    private static Window window(final String title) throws Exception {
        final Window[] found = new Window[1];
        until(title + " is open", () -> {
            for (final Window window : Window.getWindows()) {
                final String name = window instanceof java.awt.Frame frame ? frame.getTitle() : window instanceof java.awt.Dialog dialog ? dialog.getTitle() : "";
                if (window.isShowing() && name.startsWith(title)) {
                    found[0] = window;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private static AbstractButton button(final Window window, final String text) {
        return component(window, AbstractButton.class, button -> text.equals(button.getText()));
    }

    private static <T extends Component> T component(final Container in, final Class<T> type, final Predicate<T> which) {
        return find(in, type, which).orElseThrow(() -> new IllegalStateException("no such " + type.getSimpleName()));
    }

    private static <T extends Component> Optional<T> find(final Container in, final Class<T> type, final Predicate<T> which) {
        return Arrays.stream(in.getComponents()).map(one -> type.isInstance(one) && which.test(type.cast(one)) ? Optional.of(type.cast(one))
            : one instanceof Container inner ? find(inner, type, which) : Optional.<T>empty()).flatMap(Optional::stream).findFirst();
    }

    private void click(final Component on) throws Exception {
        final Point at = place(on);
        robot.mouseMove(at.x + on.getWidth() / 2, at.y + on.getHeight() / 2);
        press();
        release();
    }

    /** Where a component has stood for half a second: a window that has just opened is still being laid out. */
    private static Point place(final Component on) throws Exception {
        final Point[] at = {null};
        final int[] still = {0};
        until("a " + on.getClass().getSimpleName() + " stands still", () -> {
            final Point before = at[0];
            at[0] = on.isShowing() ? on.getLocationOnScreen() : null;
            still[0] = at[0] != null && at[0].equals(before) ? still[0] + 1 : 0;
            return still[0] >= 5;
        });
        return at[0];
    }

    /** A drag counts as a click. */
    private void drag(final HistogramView on, final int x, final int by) throws Exception {
        final Point at = place(on);
        robot.mouseMove(at.x + x, at.y + on.getHeight() / 2);
        press();
        for (int step = 1; step <= 5; step++) {
            robot.mouseMove(at.x + x + by * step / 5, at.y + on.getHeight() / 2);
        }
        release();
    }

    private void press() {
        clicks++;
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void release() {
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
    }

    /** Without a window manager nobody gives a new window the keyboard: a click into the field does, and a slow machine is waited for. */
    private void write(final Component field, final String text, final Runnable selectAll, final Supplier<String> content) throws Exception {
        until("the field is shown", field::isShowing);
        click(field);
        until("the field has the keyboard", field::isFocusOwner);
        EventQueue.invokeAndWait(selectAll);
        type(text);
        until("the field says " + text + ", not " + content.get(), () -> content.get().equals(text));
    }

    private void type(final String text) {
        for (final char one : text.toCharArray()) {
            final int key = one == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(one);
            final boolean shift = Character.isUpperCase(one) || one == '_';
            if (shift) {
                robot.keyPress(KeyEvent.VK_SHIFT);
            }
            robot.keyPress(one == '_' ? KeyEvent.VK_MINUS : key);
            robot.keyRelease(one == '_' ? KeyEvent.VK_MINUS : key);
            if (shift) {
                robot.keyRelease(KeyEvent.VK_SHIFT);
            }
        }
        robot.waitForIdle();
    }

    private void picture(final String name) throws Exception {
        final File file = folder.resolve(name + ".png").toFile();
        ImageIO.write(robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", file);
    }
}
