package operando.command;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Point;
import java.awt.Toolkit;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import operando.engine.CancelledException;
import operando.segment.learn.TrainingSettings;

/**
 * Traces are added to classes, a classifier is trained on them and shown over the image; what is wrong is traced again and
 * the classifier trained again, as in Trainable Weka Segmentation. Of a time series every time point may have traces.
 */
final class LabellingWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_OPACITY = 35;

    private final transient ImagePlus image;
    private transient Traces traces = new Traces();
    private final transient LabellingSession session;
    private final transient ExecutorService previews = Executors.newSingleThreadExecutor(job -> {
        final Thread thread = new Thread(job, "operando preview");
        thread.setDaemon(true);
        return thread;
    });
    private final ClassRows classes = new ClassRows(this::rename, this::addTrace, this::removeTrace);
    private final JTextArea status = new JTextArea("Trace pixels, add them to classes, train.", 3, 26);
    private final JButton train = new JButton("Train");
    private final JButton overlay = new JButton("Hide overlay");
    private final JButton apply = new JButton("Apply to stack");
    private final JButton save = new JButton("Save model…");
    private final JSlider opacity = new JSlider(0, 100, USUAL_OPACITY);
    private final JTextField features = new JTextField("auto", 8);
    private final JSpinner trees = new JSpinner(new SpinnerNumberModel(TrainingSettings.defaults().trees(), 1, 5000, 10));
    private boolean overlayShown = true;
    private int shownSlice;
    private final transient ImageListener follower = new ImageListener() {
        @Override
        public void imageOpened(final ImagePlus opened) {
            // Another image.
        }

        @Override
        public void imageClosed(final ImagePlus closed) {
            if (closed == image) {
                dispose();
            }
        }

        @Override
        public void imageUpdated(final ImagePlus updated) {
            if (updated == image && image.getCurrentSlice() != shownSlice) {
                shownSlice = image.getCurrentSlice();
                draw();
            }
        }
    };

    LabellingWindow(final ImagePlus image) {
        super("Label and Train: " + image.getTitle());
        this.image = image;
        session = new LabellingSession(image);
        shownSlice = image.getCurrentSlice();
        final JPanel actions = new JPanel(new GridLayout(0, 2, 4, 4));
        for (final JButton button : List.of(button("New class…", this::askForClass), button("Load traces…", this::loadTraces), train, button("Save traces…", this::saveTraces),
            overlay, button("Load model…", this::loadModel), apply, save,
            button("Help", () -> HelpPages.open(HelpPages.url("docs/segmentation", ""))))) {
            actions.add(button);
        }
        train.addActionListener(event -> inBackground("Training", () -> {
            final String quality = session.train(traces, features.getText().strip(), (Integer) trees.getValue());
            SwingUtilities.invokeLater(() -> trained(quality));
        }));
        overlay.addActionListener(event -> toggleOverlay());
        apply.addActionListener(event -> inBackground("Segmenting", this::segment));
        save.addActionListener(event -> saveModel());
        opacity.addChangeListener(event -> draw());
        final FormRows settings = new FormRows();
        settings.row("Features", features, "auto, cell, texture, wide, slice, stack, or names with commas between");
        settings.row("Trees", trees, "of the random forest");
        settings.row("Opacity", opacity, "of the classes over the image");
        status.setEditable(false);
        status.setLineWrap(true);
        status.setWrapStyleWord(true);
        status.setOpaque(false);
        final JPanel lower = new JPanel(new BorderLayout(4, 8));
        lower.add(settings, BorderLayout.NORTH);
        lower.add(actions, BorderLayout.CENTER);
        lower.add(status, BorderLayout.SOUTH);
        final JPanel content = new JPanel(new BorderLayout(6, 12));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(classes, BorderLayout.NORTH);
        content.add(lower, BorderLayout.SOUTH);
        setContentPane(content);
        traces.addClass("class 1");
        traces.addClass("class 2");
        showClasses();
        setTrained(false);
        place();
        ImagePlus.addImageListener(follower);
    }

    private static JButton button(final String text, final Runnable action) {
        final JButton button = new JButton(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void place() {
        pack();
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        final Point at = image.getWindow() == null ? new Point(40, 80) : image.getWindow().getLocation();
        final int beside = at.x + (image.getWindow() == null ? 0 : image.getWindow().getWidth() + 8);
        final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        setLocation(Math.max(0, Math.min(beside, screen.width - getWidth())), Math.max(0, Math.min(at.y, screen.height - getHeight())));
    }

    private void setTrained(final boolean trained) {
        overlay.setEnabled(trained);
        apply.setEnabled(trained);
        save.setEnabled(trained);
        apply.setText(TimePoints.count(image) > 1 ? "Apply to all times" : "Apply to stack");
    }

    private void askForClass() {
        final String name = IJ.getString("Name of the class", "class " + (traces.classes().size() + 1));
        if (!name.isBlank()) {
            traces.addClass(name.strip());
            showClasses();
        }
    }

    private void showClasses() {
        classes.show(traces);
        pack();
        draw();
    }

    private void rename(final String from, final String to) {
        if (to.isEmpty() || to.contains(":")) {
            status.setText("A class needs a name without a colon.");
        } else if (!to.equals(from)) {
            traces.rename(from, to);
            if (session.isTrained()) {
                status.setText("Train again, so that the model has the new name.");
            }
        }
        SwingUtilities.invokeLater(this::showClasses);
    }

    private void addTrace(final String name) {
        final Roi roi = image.getRoi();
        if (roi == null) {
            status.setText("Select pixels in the image first.");
            return;
        }
        final Roi trace = (Roi) roi.clone();
        Traces.place(trace, image);
        traces.add(name, trace);
        image.deleteRoi();
        showClasses();
    }

    private void removeTrace(final String name) {
        traces.removeLast(name);
        showClasses();
    }

    /** The classes are computed in the background; the traces are there at once. */
    private void draw() {
        if (!overlayShown || !session.isTrained()) {
            show(Optional.empty());
            return;
        }
        previews.execute(() -> {
            try {
                final Optional<Roi> preview = session.preview(name -> ClassRows.colour(traces, name), opacity.getValue() / 100.0);
                SwingUtilities.invokeLater(() -> show(preview));
            } catch (final InputException e) {
                SwingUtilities.invokeLater(() -> status.setText(e.getMessage()));
            } catch (final RuntimeException e) {
                IJ.handleException(e);
            }
        });
    }

    private void show(final Optional<Roi> preview) {
        final Overlay drawn = new Overlay();
        preview.ifPresent(drawn::add);
        traces.classes().forEach(name -> traces.traces(name).forEach(trace -> {
            trace.setStrokeColor(ClassRows.colour(traces, name));
            drawn.add(trace);
        }));
        image.setOverlay(drawn);
    }

    private void toggleOverlay() {
        overlayShown = !overlayShown;
        overlay.setText(overlayShown ? "Hide overlay" : "Show overlay");
        draw();
    }

    private void trained(final String quality) {
        setTrained(true);
        status.setText(quality);
        draw();
    }

    private Optional<Path> toSave(final String title, final String ending) {
        final SaveDialog dialog = new SaveDialog(title, image.getShortTitle(), ending);
        return Optional.ofNullable(dialog.getFileName()).map(name -> new File(dialog.getDirectory(), name).toPath());
    }

    private static Optional<Path> toOpen(final String title) {
        final OpenDialog dialog = new OpenDialog(title);
        return Optional.ofNullable(dialog.getFileName()).map(name -> new File(dialog.getDirectory(), name).toPath());
    }

    private void segment() {
        if (Recorder.record) {
            Recorder.recordString(session.macroLine());
        }
        session.segmented().show();
    }

    private void saveModel() {
        toSave("Save model", ".model").ifPresent(file -> inBackground("Saving", () -> session.save(file)));
    }

    private void saveTraces() {
        toSave("Save traces", ".zip").ifPresent(file -> inBackground("Saving", () -> TraceFile.write(traces, file)));
    }

    private void loadTraces() {
        toOpen("Load traces").ifPresent(file -> inBackground("Loading", () -> {
            final Traces loaded = TraceFile.read(file);
            SwingUtilities.invokeLater(() -> {
                traces = loaded;
                showClasses();
            });
        }));
    }

    private void loadModel() {
        toOpen("Load model").ifPresent(file -> inBackground("Loading", () -> {
            final List<String> names = session.load(file);
            SwingUtilities.invokeLater(() -> {
                names.forEach(traces::addClass);
                showClasses();
                trained("The model's classes: " + String.join(", ", names) + ".");
            });
        }));
    }

    private void inBackground(final String what, final Runnable job) {
        train.setEnabled(false);
        status.setText(what + " …");
        new Thread(() -> {
            try {
                job.run();
                SwingUtilities.invokeLater(() -> status.setText(status.getText().equals(what + " …") ? what + ": done." : status.getText()));
            } catch (final InputException e) {
                SwingUtilities.invokeLater(() -> status.setText(e.getMessage()));
                IJ.error("Label and Train", e.getMessage());
            } catch (final CancelledException e) {
                SwingUtilities.invokeLater(() -> status.setText(what + ": cancelled."));
            } catch (final RuntimeException e) {
                SwingUtilities.invokeLater(() -> status.setText(what + " went wrong; see the Log."));
                IJ.handleException(e);
            } finally {
                SwingUtilities.invokeLater(() -> train.setEnabled(true));
                IJ.showProgress(1);
            }
        }, "operando " + what).start();
    }

    @Override
    public void dispose() {
        ImagePlus.removeImageListener(follower);
        previews.shutdownNow();
        super.dispose();
    }
}
