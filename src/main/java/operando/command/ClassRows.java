package operando.command;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.GridLayout;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import operando.cell.Phase;

/** The classes of Label and Train, a row each: its colour, its name to be edited, its traces to be added and taken back. */
final class ClassRows extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final Color[] COLOURS = {new Color(Phase.LITHIUM.rgb()), new Color(Phase.VOID.rgb()), new Color(Phase.INTERPHASE.rgb()),
        new Color(Phase.PORE.rgb()), new Color(0x009E73), new Color(0x0072B2), new Color(0xE69F00), Color.WHITE};

    private final transient BiConsumer<String, String> rename;
    private final transient Consumer<String> add;
    private final transient Consumer<String> undo;

    /**
     * @param rename from a name to another
     * @param add    the selection to a class
     * @param undo   the last trace of a class
     */
    ClassRows(final BiConsumer<String, String> rename, final Consumer<String> add, final Consumer<String> undo) {
        super(new GridLayout(0, 1, 4, 4));
        this.rename = rename;
        this.add = add;
        this.undo = undo;
    }

    /** The colour that a class is drawn in. */
    static Color colour(final Traces traces, final String name) {
        return COLOURS[Math.max(0, traces.classes().indexOf(name)) % COLOURS.length];
    }

    void show(final Traces traces) {
        removeAll();
        traces.classes().forEach(name -> add(row(traces, name)));
        revalidate();
    }

    private JPanel row(final Traces traces, final String name) {
        final JPanel row = new JPanel(new BorderLayout(4, 0));
        final JLabel colour = new JLabel("   ");
        colour.setOpaque(true);
        colour.setBackground(colour(traces, name));
        final JTextField[] field = new JTextField[1];
        field[0] = FormRows.field(() -> rename.accept(name, field[0].getText().strip()));
        field[0].setText(name);
        field[0].setToolTipText("edit the class's name");
        final JPanel buttons = new JPanel(new GridLayout(1, 2, 4, 0));
        buttons.add(button("Add (" + traces.traces(name).size() + ")", () -> add.accept(name)));
        buttons.add(button("Undo", () -> undo.accept(name)));
        row.add(colour, BorderLayout.WEST);
        row.add(field[0], BorderLayout.CENTER);
        row.add(buttons, BorderLayout.EAST);
        return row;
    }

    private static JButton button(final String text, final Runnable action) {
        final JButton button = new JButton(text);
        button.addActionListener(event -> action.run());
        return button;
    }
}
