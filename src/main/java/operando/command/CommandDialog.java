package operando.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import org.scijava.module.ModuleItem;

/** ImageJ's dialog for a command, made from its inputs. What the user confirms is recorded under the fields' names. */
final class CommandDialog {

    private static final int SHORT = 24;
    private static final int LONG = 60;

    private final CommandInputs inputs;
    private final GenericDialog dialog;
    private final Map<String, String> usual = new HashMap<>();

    CommandDialog(final CommandInputs inputs) {
        this.inputs = inputs;
        this.dialog = new GenericDialog(inputs.label());
        dialog.addHelp(HelpPages.ofCommand(inputs.label()));
        inputs.asked().forEach(item -> usual.put(item.getName(), inputs.text(item)));
        inputs.asked().forEach(this::add);
    }

    /**
     * Asks the user; does nothing when there is nothing to ask.
     *
     * @return false if the user cancelled
     */
    boolean confirmed() {
        if (inputs.asked().isEmpty()) {
            return true;
        }
        // The commands that the dialog's own buttons call are no part of the macro.
        Recorder.suspendRecording();
        try {
            dialog.showDialog();
            if (dialog.wasCanceled()) {
                return false;
            }
            final List<String> texts = new ArrayList<>();
            inputs.asked().forEach(item -> texts.add(read(item)));
            for (int i = 0; i < texts.size(); i++) {
                inputs.set(inputs.asked().get(i), texts.get(i));
            }
        } finally {
            Recorder.resumeRecording();
        }
        if (Recorder.record) {
            new RecordedOptions(inputs).record(usual);
        }
        return true;
    }

    private void add(final ModuleItem<?> item) {
        final Class<?> type = item.getType();
        final String label = item.getLabel() == null || item.getLabel().isEmpty() ? item.getName() : item.getLabel();
        final String value = inputs.text(item);
        if (type == boolean.class || type == Boolean.class) {
            dialog.addCheckbox(label, Boolean.parseBoolean(value));
        } else if (type.isEnum()) {
            final String[] names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toArray(String[]::new);
            dialog.addChoice(label, names, value);
        } else if (type.getSuperclass() == null && type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            dialog.addStringField(label, value, 10);
        } else if (isImage(item)) {
            final String[] titles = titles(item);
            dialog.addChoice(label, titles, Arrays.asList(titles).contains(value) ? value : usual(item, titles));
        } else if (type == java.io.File.class) {
            addFile(item, label, value);
        } else {
            dialog.addStringField(label, value, Math.max(SHORT, Math.min(LONG, value.length())));
        }
    }

    /** Whether an open image is to be chosen, by its title. */
    private static boolean isImage(final ModuleItem<?> item) {
        return "image".equals(item.getWidgetStyle());
    }

    /** For the first image that is needed the first scan that is open, for the second the second, and none where there are not so many. */
    private String usual(final ModuleItem<?> item, final String[] titles) {
        final List<String> needed = inputs.asked().stream().filter(one -> isImage(one) && one.isRequired()).map(ModuleItem::getName).toList();
        final int place = Math.max(0, needed.indexOf(item.getName()));
        final List<String> scans = Arrays.stream(titles).filter(title -> !title.isEmpty() && TimePoints.titled(title).filter(TimePoints::isLabels).isEmpty()).toList();
        return place < scans.size() ? scans.get(place) : "";
    }

    private static String[] titles(final ModuleItem<?> item) {
        final List<String> titles = new ArrayList<>(TimePoints.titles());
        final long scans = titles.stream().filter(title -> TimePoints.titled(title).filter(TimePoints::isLabels).isEmpty()).count();
        if (!item.isRequired() || scans < 2) {
            titles.add(0, "");
        }
        return titles.toArray(String[]::new);
    }

    private void addFile(final ModuleItem<?> item, final String label, final String value) {
        if ("directory".equals(item.getWidgetStyle())) {
            dialog.addDirectoryField(label, value, 30);
        } else {
            dialog.addFileField(label, value, 30);
        }
    }

    private String read(final ModuleItem<?> item) {
        final Class<?> type = item.getType();
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.toString(dialog.getNextBoolean());
        }
        return type.isEnum() || isImage(item) ? dialog.getNextChoice() : dialog.getNextString();
    }
}
