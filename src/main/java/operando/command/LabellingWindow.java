package operando.command;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.GridLayout;
import java.awt.Point;
import java.awt.Toolkit;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.SaveDialog;
import operando.cell.InputException;
import operando.cell.Phase;
import operando.engine.CancelledException;

/**
 * Traces are added to classes, a classifier is trained on them and shown over the image; what is wrong is traced again and
 * the classifier trained again, as in Trainable Weka Segmentation.
 */
final class LabellingWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final Color[] COLOURS = {new Color(Phase.LITHIUM.rgb()), new Color(Phase.VOID.rgb()), new Color(Phase.INTERPHASE.rgb()),
        new Color(Phase.PORE.rgb()), new Color(0x009E73), new Color(0x0072B2), new Color(0xE69F00), Color.WHITE};

    private final transient ImagePlus image;
    private final transient Traces traces = new Traces();
    private final transient LabellingSession session;
    private final Map<String, JButton> addButtons = new LinkedHashMap<>();
    private final JPanel classes = new JPanel(new GridLayout(0, 1, 4, 4));
    private final JLabel status = new JLabel("Trace pixels, add them to classes, train.");
    private final JButton train = new JButton("Train");
    private final JButton overlay = new JButton("Hide overlay");
    private final JButton apply = new JButton("Apply to stack");
    private final JButton save = new JButton("Save model…");
    private boolean overlayShown = true;

    LabellingWindow(final ImagePlus image) {
        super("Label and Train: " + image.getTitle());
        this.image = image;
        session = new LabellingSession(image);
        setLayout(new BorderLayout(6, 6));
        final JPanel actions = new JPanel(new GridLayout(0, 1, 4, 4));
        final JButton another = new JButton("New class…");
        final JButton help = new JButton("Help");
        for (final JButton button : List.of(another, train, overlay, apply, save, help)) {
            actions.add(button);
        }
        another.addActionListener(event -> askForClass());
        train.addActionListener(event -> inBackground("Training", () -> {
            final String quality = session.train(traces);
            SwingUtilities.invokeLater(() -> trained(quality));
        }));
        overlay.addActionListener(event -> toggleOverlay());
        apply.addActionListener(event -> inBackground("Segmenting the stack", session::apply));
        save.addActionListener(event -> saveModel());
        help.addActionListener(event -> openHelp());
        final JPanel middle = new JPanel(new BorderLayout(6, 12));
        middle.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        middle.add(classes, BorderLayout.NORTH);
        middle.add(actions, BorderLayout.SOUTH);
        add(middle, BorderLayout.CENTER);
        status.setBorder(BorderFactory.createEmptyBorder(0, 8, 6, 8));
        add(status, BorderLayout.SOUTH);
        addClass("class 1");
        addClass("class 2");
        setTrained(false);
        place();
    }

    private static void openHelp() {
        HelpPages.open(HelpPages.url("docs/segmentation", ""));
    }

    private void place() {
        pack();
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        final Point at = image.getWindow() == null ? new Point(40, 80) : image.getWindow().getLocation();
        final int beside = at.x + (image.getWindow() == null ? 0 : image.getWindow().getWidth() + 8);
        final int last = Toolkit.getDefaultToolkit().getScreenSize().width - getWidth();
        setLocation(Math.max(0, Math.min(beside, last)), at.y);
    }

    private void setTrained(final boolean trained) {
        overlay.setEnabled(trained);
        apply.setEnabled(trained);
        save.setEnabled(trained);
    }

    private void askForClass() {
        final String name = IJ.getString("Name of the class", "class " + (traces.classes().size() + 1));
        if (!name.isBlank()) {
            addClass(name.strip());
        }
    }

    private void addClass(final String name) {
        if (addButtons.containsKey(name)) {
            return;
        }
        traces.addClass(name);
        final JPanel row = new JPanel(new BorderLayout(4, 0));
        final JButton add = new JButton();
        final JButton undo = new JButton("Undo");
        final JLabel colour = new JLabel("   ");
        colour.setOpaque(true);
        colour.setBackground(colour(name));
        add.addActionListener(event -> addTrace(name));
        undo.addActionListener(event -> {
            traces.removeLast(name);
            show(name);
        });
        row.add(colour, BorderLayout.WEST);
        row.add(add, BorderLayout.CENTER);
        row.add(undo, BorderLayout.EAST);
        addButtons.put(name, add);
        classes.add(row);
        show(name);
        pack();
    }

    private Color colour(final String name) {
        return COLOURS[traces.classes().indexOf(name) % COLOURS.length];
    }

    private void addTrace(final String name) {
        final Roi roi = image.getRoi();
        if (roi == null) {
            status.setText("Select pixels in the image first.");
            return;
        }
        final Roi trace = (Roi) roi.clone();
        trace.setPosition(image.getCurrentSlice());
        trace.setStrokeColor(colour(name));
        traces.add(name, trace);
        image.deleteRoi();
        show(name);
    }

    private void show(final String name) {
        addButtons.get(name).setText("Add to " + name + " (" + traces.traces(name).size() + ")");
        draw();
    }

    private void draw() {
        final Overlay drawn = new Overlay();
        if (overlayShown) {
            session.preview(this::colour).ifPresent(drawn::add);
        }
        traces.classes().forEach(name -> traces.traces(name).forEach(drawn::add));
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

    private void saveModel() {
        final SaveDialog dialog = new SaveDialog("Save model", image.getShortTitle(), ".model");
        Optional.ofNullable(dialog.getFileName()).ifPresent(name -> inBackground("Saving", () -> session.save(new File(dialog.getDirectory(), name).toPath())));
    }

    private void inBackground(final String what, final Runnable job) {
        train.setEnabled(false);
        status.setText(what + " …");
        new Thread(() -> {
            try {
                job.run();
                SwingUtilities.invokeLater(() -> status.setText(status.getText().equals(what + " …") ? what + ": done." : status.getText()));
            } catch (final InputException e) {
                SwingUtilities.invokeLater(() -> status.setText(" "));
                IJ.error("Label and Train", e.getMessage());
            } catch (final CancelledException e) {
                SwingUtilities.invokeLater(() -> status.setText(what + ": cancelled."));
            } finally {
                SwingUtilities.invokeLater(() -> train.setEnabled(true));
                IJ.showProgress(1);
            }
        }, "operando " + what).start();
    }
}
