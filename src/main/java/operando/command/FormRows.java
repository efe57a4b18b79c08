package operando.command;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Inputs below each other, each after its name. */
final class FormRows extends JPanel {

    private static final long serialVersionUID = 1L;

    private int rows;

    FormRows() {
        super(new GridBagLayout());
    }

    void row(final String name, final Component input, final String hint) {
        if (input instanceof JComponent component) {
            component.setToolTipText(hint);
        }
        add(new JLabel(name), new GridBagConstraints(0, rows, 1, 1, 0, 0, GridBagConstraints.LINE_START, GridBagConstraints.NONE, new Insets(3, 2, 3, 6), 0, 0));
        add(input, new GridBagConstraints(1, rows++, 1, 1, 1, 0, GridBagConstraints.LINE_START, GridBagConstraints.HORIZONTAL, new Insets(3, 0, 3, 2), 0, 0));
    }

    void wide(final Component input) {
        add(input, new GridBagConstraints(0, rows++, 2, 1, 1, 0, GridBagConstraints.LINE_START, GridBagConstraints.HORIZONTAL, new Insets(3, 2, 3, 2), 0, 0));
    }

    /** A field that tells when its text was changed: after Return, and when it is left. */
    static JTextField field(final Runnable changed) {
        final JTextField field = new JTextField(14);
        final String[] before = {""};
        final Runnable check = () -> {
            if (!field.getText().equals(before[0])) {
                before[0] = field.getText();
                changed.run();
            }
        };
        field.addActionListener(event -> check.run());
        field.addFocusListener(new java.awt.event.FocusAdapter() {
            @Override
            public void focusGained(final java.awt.event.FocusEvent event) {
                before[0] = field.getText();
            }

            @Override
            public void focusLost(final java.awt.event.FocusEvent event) {
                check.run();
            }
        });
        return field;
    }

    static JPanel beside(final Component wide, final Component narrow) {
        final JPanel panel = new JPanel(new BorderLayout(4, 0));
        panel.add(wide, BorderLayout.CENTER);
        panel.add(narrow, BorderLayout.EAST);
        return panel;
    }
}
