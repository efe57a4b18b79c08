package operando.command;

import java.awt.BorderLayout;
import java.util.Locale;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import operando.cell.Measured;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.setup.PhasePreview;

/** Sections with phases over the histogram whose thresholds make them, and what they measure, all live. */
final class PhasesPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final SectionsView sections = new SectionsView();
    private final HistogramView histogram;
    private final JTextArea words = new JTextArea(3, 40);
    private final JCheckBox overlay = new JCheckBox("phases", true);
    private transient PhasePreview shown;
    private transient PhasePreview.Histogram greys;

    /** @param moved is told of thresholds that the user moved */
    PhasesPanel(final Consumer<Thresholds> moved) {
        super(new BorderLayout(4, 4));
        histogram = new HistogramView(moved);
        words.setEditable(false);
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setOpaque(false);
        words.setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 8));
        overlay.addActionListener(event -> sections.showOverlay(overlay.isSelected()));
        final JPanel below = new JPanel(new BorderLayout(4, 2));
        final JPanel line = new JPanel(new BorderLayout());
        line.add(words, BorderLayout.CENTER);
        line.add(overlay, BorderLayout.EAST);
        below.add(line, BorderLayout.NORTH);
        below.add(histogram, BorderLayout.CENTER);
        add(sections, BorderLayout.CENTER);
        add(below, BorderLayout.SOUTH);
        words.setText("Looking at the scan …");
    }

    void show(final LivePhases.State state) {
        if (state.preview() == null) {
            words.setText(state.message());
            return;
        }
        if (state.preview() != shown) {
            shown = state.preview();
            greys = shown.histogram();
        }
        sections.show(shown, greys, state.phases());
        histogram.show(greys, state.thresholds());
        words.setText(state.phases().map(phases -> words(phases, shown)).orElse(state.message()));
        words.setCaretPosition(0);
    }

    private static String words(final PhasePreview.Phases phases, final PhasePreview of) {
        final StringBuilder text = new StringBuilder();
        for (final Side side : Side.values()) {
            final Measured fraction = phases.measures().side(side).contactFraction();
            final Measured area = phases.measures().side(side).contactAreaMm2();
            text.append(side.key()).append(": ");
            if (fraction.isPresent()) {
                text.append(String.format(Locale.ROOT, "%.1f %% in contact", 100 * fraction.value()));
                text.append(of.columns().voxelSize().isPresent() ? String.format(Locale.ROOT, ", %.4g mm²", area.value()) : ", area unknown without a voxel size");
            } else {
                text.append(fraction.reason());
            }
            text.append(";  ");
        }
        text.append(of.step() == 1 ? "all columns." : "of every " + of.step() + "th column along x and y.");
        phases.doubts().forEach(doubt -> text.append("\nDoubtful: ").append(doubt));
        return text.toString();
    }
}
