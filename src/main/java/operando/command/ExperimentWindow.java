package operando.command;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.setup.ExperimentDraft;
import operando.setup.FoundCycler;
import operando.setup.FoundPhases;
import operando.setup.PhasePreview;
import operando.setup.ScanTimes;

/**
 * What a folder holds, with the image and the cycler's record beside it: each input changes the experiment.yml that is shown, which is
 * written, run and reported as it stands.
 */
final class ExperimentWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final String LABEL = "New Experiment";

    private final Path folder;
    private final transient LivePhases live = new LivePhases(this::shown);
    private final PhasesPanel phases = new PhasesPanel(this::moved);
    private final RecordView record = new RecordView();
    private final JComboBox<String> scans = new JComboBox<>();
    private final JTextField voxel = FormRows.field(() -> apply(this::takeVoxelSize));
    private final JComboBox<StackAxis> axis = new JComboBox<>(StackAxis.values());
    private final JCheckBox fixed = new JCheckBox("as drawn, for all");
    private final JTextField cycler = FormRows.field(() -> apply(this::takeCycler));
    private final JTextField area = FormRows.field(() -> apply(this::takeArea));
    private final JTextField first = FormRows.field(() -> apply(this::takeTimes));
    private final JTextField interval = FormRows.field(() -> apply(this::takeTimes));
    private final JTextArea text = new JTextArea();
    private final JTextArea said = new JTextArea(3, 20);
    private final JButton write = new JButton("Write experiment.yml");
    private final JButton run = new JButton("Write, run, open report");
    private transient ExperimentDraft draft;
    private boolean filling;

    ExperimentWindow(final Path folder, final String pattern) {
        super(LABEL + ": " + folder.getFileName());
        this.folder = folder;
        final JPanel middle = new JPanel(new BorderLayout(6, 6));
        middle.add(phases, BorderLayout.CENTER);
        middle.add(record, BorderLayout.SOUTH);
        final JPanel content = new JPanel(new BorderLayout(8, 8));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(form(), BorderLayout.WEST);
        content.add(middle, BorderLayout.CENTER);
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 11));
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBackground(new Color(0xFFFFF4));
        final JScrollPane scroll = new JScrollPane(text);
        scroll.setBorder(BorderFactory.createTitledBorder("experiment.yml, as it will be written"));
        scroll.setPreferredSize(new Dimension(360, 400));
        content.add(scroll, BorderLayout.EAST);
        setContentPane(content);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        setSize(Math.min(1320, screen.width), Math.min(860, screen.height - 40));
        setLocationByPlatform(true);
        setReady(false);
        live.load((cores, progress) -> look(pattern, cores, progress));
    }

    private JPanel form() {
        final FormRows rows = new FormRows();
        final JButton choose = new JButton("…");
        choose.addActionListener(event -> chooseCycler());
        rows.row("Look at scan", scans, "which scan is shown beside; all of them are evaluated");
        rows.row("Voxel size (µm)", voxel, "one edge, or x, y, z of the files");
        rows.row("Stack axis", axis, "from collector to collector, in the files");
        rows.row("Thresholds", fixed, "otherwise they are found in each scan by itself");
        rows.row("Cycler's file", FormRows.beside(cycler, choose), "CSV, .mpt or .mpr; blank for none");
        rows.row("Electrode area (cm²)", area, "needed where the cycler's file has a current and no current density");
        rows.row("First scan (h)", first, "time on the cycler's clock; blank for what is found");
        rows.row("A scan every (h)", interval, "blank for what is found");
        said.setEditable(false);
        said.setLineWrap(true);
        said.setWrapStyleWord(true);
        said.setOpaque(false);
        said.setForeground(new Color(0xA03000));
        final JPanel buttons = new JPanel(new GridLayout(0, 1, 4, 4));
        buttons.add(run);
        buttons.add(write);
        buttons.add(HelpPages.button("New Experiment"));
        rows.wide(buttons);
        rows.wide(said);
        scans.addActionListener(event -> other());
        axis.addActionListener(event -> other());
        fixed.addActionListener(event -> apply(() -> draft.withThresholds(fixed.isSelected() ? live.state().thresholds() : Optional.empty())));
        write.addActionListener(event -> inBackground(() -> written()));
        run.addActionListener(event -> inBackground(this::writeAndRun));
        final JPanel top = new JPanel(new BorderLayout());
        top.add(rows, BorderLayout.NORTH);
        top.setPreferredSize(new Dimension(320, 600));
        return top;
    }

    private void setReady(final boolean ready) {
        for (final java.awt.Component one : List.of(scans, voxel, axis, fixed, cycler, area, first, interval, write, run)) {
            one.setEnabled(ready);
        }
    }

    /** In the background. */
    private LivePhases.State look(final String pattern, final Cores cores, final Progress progress) {
        final ExperimentDraft found = ExperimentDraft.of(folder, pattern, cores, progress.part(0, 0.7));
        final LivePhases.State state = look(found, found.times().files().get(0), found.found(), cores, progress.part(0.7, 1));
        SwingUtilities.invokeLater(() -> fill(found));
        return state;
    }

    private static LivePhases.State look(final ExperimentDraft of, final Path file, final FoundPhases along, final Cores cores, final Progress progress) {
        try (Scan scan = ScanFile.open(file)) {
            final PhasePreview preview = PhasePreview.of(AxisView.along(RoundMask.filled(scan), along.stackAxis()), cores, progress)
                .withVoxelSize(of.voxelSize().map(along.stackAxis()::seen));
            return LivePhases.segmented(preview, of.thresholds().or(along::thresholds), cores);
        }
    }

    private void fill(final ExperimentDraft found) {
        draft = found;
        filling = true;
        found.times().files().forEach(file -> scans.addItem(file.getFileName().toString()));
        voxel.setText(found.voxelSize().map(TypedLength::text).orElse(""));
        axis.setSelectedItem(found.stackAxis());
        cycler.setText(found.cycler().file().map(file -> folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString()).orElse(""));
        filling = false;
        setReady(true);
        refresh();
    }

    private void refresh() {
        text.setText(draft.text());
        text.setCaretPosition(0);
        area.setEnabled(draft.cycler().file().isPresent());
        final double shownArea = draft.statedAreaCm2().orElse(draft.imagedAreaCm2().orElse(1));
        record.show(draft.cycler().record().map(of -> draft.cycler().needsArea() ? new operando.cycler.CyclingRecord(of.timesH(), of.voltagesV(),
            java.util.Arrays.stream(of.currentDensitiesMAPerCm2()).map(current -> current / shownArea).toArray()) : of), draft.times().timesH(), "mA/cm²");
        final List<String> missing = new ArrayList<>();
        text.getText().lines().filter(line -> line.startsWith("# MISSING")).forEach(line -> missing.add(line.substring(2).replace(", and delete the # :", "").replace(" and delete the # :", "")));
        draft.voxelSize().flatMap(size -> size.doubt(draft.scans().width(), draft.scans().height(), draft.scans().depth())).ifPresent(missing::add);
        said.setText(String.join("\n", missing));
    }

    private void shown(final LivePhases.State state) {
        phases.show(state);
        if (draft == null && state.preview() == null) {
            said.setText(state.message());
        }
    }

    private void moved(final Thresholds thresholds) {
        fixed.setSelected(true);
        draft = draft.withThresholds(Optional.of(thresholds));
        refresh();
        live.change(Optional.of(thresholds));
    }

    /** Another scan is looked at, or along another axis. */
    private void other() {
        if (filling || draft == null) {
            return;
        }
        final Path file = draft.times().files().get(Math.max(0, scans.getSelectedIndex()));
        final StackAxis chosen = (StackAxis) axis.getSelectedItem();
        final boolean turned = chosen != draft.stackAxis();
        final ExperimentDraft before = draft;
        live.load((cores, progress) -> {
            final FoundPhases found;
            try (Scan scan = ScanFile.open(file)) {
                found = FoundPhases.along(scan, chosen, cores, progress.part(0, 0.5));
            }
            if (turned) {
                SwingUtilities.invokeLater(() -> {
                    draft = draft.withStackAxis(found);
                    refresh();
                });
            }
            return look(before, file, found, cores, progress.part(0.5, 1));
        });
    }

    /** A change of the draft that may be refused. */
    @FunctionalInterface
    private interface Change {
        ExperimentDraft made();
    }

    private void apply(final Change change) {
        if (filling || draft == null) {
            return;
        }
        try {
            draft = change.made();
            refresh();
        } catch (final InputException e) {
            said.setText(e.getMessage());
        }
    }

    private ExperimentDraft takeVoxelSize() {
        final ExperimentDraft changed = draft.withVoxelSize(TypedLength.voxelSize(voxel.getText()));
        final LivePhases.State state = live.state();
        if (state != null && state.preview() != null) {
            live.load((cores, progress) -> LivePhases.segmented(state.preview().withVoxelSize(changed.voxelSize().map(changed.stackAxis()::seen)), state.thresholds(), cores));
        }
        return changed;
    }

    private ExperimentDraft takeCycler() {
        final String name = cycler.getText().strip();
        return draft.withCycler(name.isEmpty() ? FoundCycler.none() : FoundCycler.of(folder.resolve(name)));
    }

    private ExperimentDraft takeArea() {
        return draft.withArea(TypedLength.positive("area", area.getText()));
    }

    private ExperimentDraft takeTimes() {
        if (first.getText().isBlank() && interval.getText().isBlank()) {
            return draft.withCycler(draft.cycler());
        }
        final double from = first.getText().isBlank() ? draft.times().timesH().get(0) : TypedLength.number("first scan", first.getText());
        if (interval.getText().isBlank()) {
            return draft.withTimes(draft.times().beginningAt(from));
        }
        return draft.withTimes(ScanTimes.every(draft.times().files(), from, TypedLength.positive("a scan every", interval.getText()).orElseThrow()));
    }

    private void chooseCycler() {
        final JFileChooser chooser = new JFileChooser(folder.toFile());
        chooser.setDialogTitle("Cycler's file");
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            cycler.setText(chooser.getSelectedFile().toString());
            apply(this::takeCycler);
        }
    }

    /** Writes what is shown; a file of the same words may be there already. */
    private Path written() {
        final Path file = draft.file();
        try {
            if (!Files.exists(file) || !Files.readString(file, StandardCharsets.UTF_8).equals(text.getText())) {
                ExperimentDraft.write(text.getText(), file);
            }
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        }
        if (Recorder.record) {
            Recorder.recordString("// New Experiment... wrote " + file + "\n");
        }
        SwingUtilities.invokeLater(() -> said.setText("written: " + file));
        return file;
    }

    private void writeAndRun() {
        final Path file = written();
        final Path results = file.resolveSibling("operando-results");
        if (Recorder.record) {
            Recorder.recordString("run(\"Analyze Series...\", \"experiment=[" + file + "] output=[" + results + "] openReport\");\n");
        }
        AnalyzeSeries.evaluate(file, results, false, true).show("Results");
        SwingUtilities.invokeLater(() -> said.setText("report: " + results.resolve("report.html")));
    }

    private void inBackground(final Runnable job) {
        setReady(false);
        said.setText("");
        new Thread(() -> {
            try {
                job.run();
            } catch (final InputException e) {
                SwingUtilities.invokeLater(() -> said.setText(e.getMessage()));
                IJ.error(LABEL, e.getMessage());
            } catch (final CancelledException e) {
                SwingUtilities.invokeLater(() -> said.setText("cancelled"));
            } catch (final RuntimeException e) {
                IJ.handleException(e);
            } finally {
                IJ.showProgress(1);
                SwingUtilities.invokeLater(() -> setReady(true));
            }
        }, "operando " + LABEL).start();
    }

    @Override
    public void dispose() {
        live.close();
        super.dispose();
    }
}
