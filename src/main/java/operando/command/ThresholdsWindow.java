package operando.command;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.util.Locale;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.frame.Recorder;
import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.StackAxis;
import operando.setup.FoundPhases;
import operando.setup.PhasePreview;
import operando.text.CsvTable;

/** The phases of the open stack while its thresholds are moved; then the whole stack is segmented and measured with them. */
final class ThresholdsWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final String LABEL = "Adjust Thresholds";

    private final transient ImagePlus image;
    private final transient LivePhases live = new LivePhases(this::shown);
    private final PhasesPanel phases = new PhasesPanel(thresholds -> {
        drawn = true;
        changed(thresholds);
    });
    private final JTextField voxel = FormRows.field(this::sized);
    private final JComboBox<StackAxis> axis = new JComboBox<>(StackAxis.values());
    private final JButton measure = new JButton("Measure");
    private final JLabel said = new JLabel(" ");
    private boolean filling;
    private boolean drawn;

    ThresholdsWindow(final ImagePlus image) {
        super(LABEL + ": " + image.getTitle());
        this.image = image;
        final JPanel line = new JPanel();
        line.add(new JLabel("Voxel size (µm)"));
        line.add(voxel);
        line.add(new JLabel("Stack axis"));
        line.add(axis);
        line.add(measure);
        line.add(HelpPages.button(LABEL));
        voxel.setToolTipText("one edge, or x, y, z of the image");
        voxel.setText(new ImagePlusScan(image).voxelSize().map(TypedLength::text).orElse(""));
        measure.setToolTipText("segments the whole stack and adds a row to the Results table");
        measure.setEnabled(false);
        measure.addActionListener(event -> inBackground());
        axis.addActionListener(event -> {
            if (!filling) {
                load(Optional.of((StackAxis) axis.getSelectedItem()));
            }
        });
        said.setForeground(new Color(0xA03000));
        said.setBorder(BorderFactory.createEmptyBorder(0, 8, 4, 8));
        final JPanel content = new JPanel(new BorderLayout(6, 2));
        content.add(line, BorderLayout.NORTH);
        content.add(phases, BorderLayout.CENTER);
        content.add(said, BorderLayout.SOUTH);
        setContentPane(content);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        setSize(Math.min(760, screen.width), Math.min(780, screen.height - 40));
        setLocationByPlatform(true);
        load(Optional.empty());
    }

    /** @param along an axis that somebody chose; otherwise the one that the image shows */
    private void load(final Optional<StackAxis> along) {
        measure.setEnabled(false);
        drawn = false;
        live.load((cores, progress) -> look(along, cores, progress));
    }

    private LivePhases.State look(final Optional<StackAxis> along, final Cores cores, final Progress progress) {
        final Scan scan = RoundMask.filled(new ImagePlusScan(image));
        final FoundPhases found = along.isPresent() ? FoundPhases.along(scan, along.get(), cores, progress.part(0, 0.6)) : FoundPhases.in(scan, cores, progress.part(0, 0.6));
        final PhasePreview preview = PhasePreview.of(AxisView.along(scan, found.stackAxis()), cores, progress.part(0.6, 1));
        SwingUtilities.invokeLater(() -> {
            filling = true;
            axis.setSelectedItem(found.stackAxis());
            filling = false;
            sized();
        });
        return LivePhases.segmented(preview, found.thresholds(), cores);
    }

    private void shown(final LivePhases.State state) {
        phases.show(state);
        measure.setEnabled(state.phases().isPresent());
    }

    private void changed(final Thresholds thresholds) {
        live.change(Optional.of(thresholds));
    }

    /** The voxel size was typed. */
    private void sized() {
        try {
            final Optional<VoxelSize> size = TypedLength.voxelSize(voxel.getText());
            said.setText(size.isEmpty() ? "Type the voxel size; without it there are fractions and no areas." : size.flatMap(
                one -> one.doubt(image.getWidth(), image.getHeight(), new ImagePlusScan(image).depth())).orElse(" "));
            final LivePhases.State state = live.state();
            if (state != null && state.preview() != null) {
                final StackAxis chosen = (StackAxis) axis.getSelectedItem();
                live.load((cores, progress) -> LivePhases.segmented(state.preview().withVoxelSize(size.map(chosen::seen)), state.thresholds(), cores));
            }
        } catch (final InputException e) {
            said.setText(e.getMessage());
        }
    }

    private void inBackground() {
        measure.setEnabled(false);
        final StackAxis chosen = (StackAxis) axis.getSelectedItem();
        final Thresholds thresholds = live.state().thresholds().orElseThrow();
        new Thread(() -> {
            try {
                measured(TypedLength.voxelSize(voxel.getText()).orElseThrow(() -> new InputException(LABEL, "the voxel size is missing", "type it in µm, such as 1.7")),
                    thresholds, chosen);
            } catch (final InputException e) {
                IJ.error(LABEL, e.getMessage());
            } catch (final CancelledException e) {
                IJ.showStatus(LABEL + ": cancelled");
            } catch (final RuntimeException e) {
                IJ.handleException(e);
            } finally {
                IJ.showProgress(1);
                SwingUtilities.invokeLater(() -> measure.setEnabled(true));
            }
        }, "operando " + LABEL).start();
    }

    /** What Segment Stack does with these thresholds; it is what is recorded. Thresholds that nobody moved are found again, with more digits. */
    private void measured(final VoxelSize size, final Thresholds thresholds, final StackAxis along) {
        final Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = size.xUm();
        calibration.pixelHeight = size.yUm();
        calibration.pixelDepth = size.zUm();
        final String words = drawn ? words(thresholds) : "auto";
        if (Recorder.record) {
            Recorder.recordString(String.format(Locale.ROOT, "run(\"Properties...\", \"unit=micron pixel_width=%s pixel_height=%s voxel_depth=%s\");%n",
                CsvTable.text(size.xUm()), CsvTable.text(size.yUm()), CsvTable.text(size.zUm())));
            Recorder.recordString("run(\"Segment Stack (Column Sweep)...\", \"thresholds=" + words + " stackAxis=" + along + "\");\n");
        }
        SegmentStack.onEach(image, words, along).forEach(ImagePlus::show);
        ij.measure.ResultsTable.getResultsTable().show("Results");
    }

    private static String words(final Thresholds of) {
        return TypedLength.text(of.voidLithium()) + "," + TypedLength.text(of.lithiumInterphase()) + "," + TypedLength.text(of.interphaseElectrolyte())
            + (Double.isInfinite(of.electrolyteCollector()) ? "" : "," + TypedLength.text(of.electrolyteCollector()));
    }

    @Override
    public void dispose() {
        live.close();
        super.dispose();
    }
}
