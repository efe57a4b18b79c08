package operando.command;

import java.util.Map;

import ij.plugin.frame.Recorder;
import org.scijava.module.ModuleItem;

/** What the macro recorder writes for a command: the names of its fields, so that the recorded line runs as it is. */
final class RecordedOptions {

    private final CommandInputs inputs;

    RecordedOptions(final CommandInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * Puts the inputs in place of what ImageJ's dialog has recorded by itself: its labels, which are for reading.
     *
     * @param usual the values that the inputs have where a macro does not give them, by name
     */
    void record(final Map<String, String> usual) {
        Recorder.resetCommandOptions();
        for (final ModuleItem<?> item : inputs.asked()) {
            final String text = inputs.text(item);
            if (text.equals("true") && item.getType() == boolean.class) {
                Recorder.recordOption(item.getName());
            } else if (!text.isEmpty() || !usual.getOrDefault(item.getName(), "").isEmpty()) {
                Recorder.recordOption(item.getName(), quoted(text));
            }
        }
    }

    /** Where the recorder itself puts no brackets and a macro would take a part of the value for some. */
    private static String quoted(final String text) {
        final boolean open = text.isEmpty() || text.startsWith("[") || text.startsWith("'");
        return open && text.indexOf(' ') < 0 ? "[" + text + "]" : text;
    }
}
