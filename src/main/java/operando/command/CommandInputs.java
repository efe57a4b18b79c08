package operando.command;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;
import operando.cell.InputException;
import org.scijava.InstantiableException;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** The inputs of one command about to run: what they are, and their values as typed text. */
final class CommandInputs {

    private final CommandModule module;
    private final List<ModuleItem<?>> items = new ArrayList<>();
    private final String label;

    CommandInputs(final CommandInfo info) throws ModuleException {
        if (!info.isValid()) {
            throw new IllegalStateException(info.getClassName() + ": " + info.getProblems());
        }
        this.module = new CommandModule(info);
        this.label = label(info);
        info.inputs().forEach(items::add);
    }

    /** What the command's annotation calls it. */
    static String label(final CommandInfo info) throws ModuleException {
        try {
            return info.loadClass().getAnnotation(Plugin.class).label();
        } catch (final InstantiableException e) {
            throw new ModuleException(e);
        }
    }

    CommandModule module() {
        return module;
    }

    String label() {
        return label;
    }

    /** The inputs that a dialog asks for and a macro gives: all but the current image. */
    List<ModuleItem<?>> asked() {
        return items.stream().filter(item -> item.getType() != ImagePlus.class).toList();
    }

    /** Fills an image input with the image called {@code title}, or with the current one. */
    void takeImage(final Optional<String> title) {
        for (final ModuleItem<?> item : items) {
            if (item.getType() == ImagePlus.class) {
                final ImagePlus image = title.map(WindowManager::getImage).orElseGet(
                    () -> title.isPresent() ? null : WindowManager.getCurrentImage());
                if (image != null) {
                    module.setInput(item.getName(), image);
                } else if (item.isRequired()) {
                    throw new InputException(label, title.map(name -> "no image '" + name + "' is open")
                        .orElse("no image is open"), "open the stack first");
                }
            }
        }
    }

    /** The image that the command works on; null if it takes none. */
    ImagePlus image() {
        return items.stream().filter(item -> item.getType() == ImagePlus.class).map(item -> (ImagePlus) module.getInput(item.getName())).findFirst().orElse(null);
    }

    /** Puts another image in its place. */
    void setImage(final ImagePlus image) {
        items.stream().filter(item -> item.getType() == ImagePlus.class).forEach(item -> module.setInput(item.getName(), image));
    }

    boolean takesImage() {
        return items.stream().anyMatch(item -> item.getType() == ImagePlus.class);
    }

    void take(final MacroOptions options) {
        final Set<String> known = new LinkedHashSet<>();
        asked().forEach(item -> known.add(key(item)));
        if (takesImage()) {
            known.add("image");
        }
        options.requireOnly(label, known);
        takeImage(options.value("image"));
        asked().forEach(item -> options.value(key(item)).ifPresent(text -> set(item, text)));
        requireAll();
    }

    /** @throws InputException if an input that the command cannot do without has no value */
    void requireAll() {
        for (final ModuleItem<?> item : asked()) {
            if (item.isRequired() && module.getInput(item.getName()) == null) {
                throw new InputException(label, "the option '" + key(item) + "' is missing", "give " + key(item) + "=…");
            }
        }
    }

    /** Sets an input from its text. */
    void set(final ModuleItem<?> item, final String text) {
        module.setInput(item.getName(), converted(item, text.strip()));
    }

    /** The present value of an input as text, empty if it has none. */
    String text(final ModuleItem<?> item) {
        final Object value = module.getInput(item.getName());
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9) {
            return Long.toString(number.longValue());
        }
        return value == null ? "" : value.toString();
    }

    /** The key of an input in a macro: the field's name in lower case, as the recorder writes it. */
    static String key(final ModuleItem<?> item) {
        return item.getName().toLowerCase(Locale.ROOT);
    }

    private Object converted(final ModuleItem<?> item, final String text) {
        final Class<?> type = item.getType();
        if (type == String.class) {
            return text;
        }
        if (type == File.class) {
            return text.isEmpty() ? null : new File(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return bool(item, text);
        }
        if (type.isEnum()) {
            return constant(item, type, text);
        }
        return number(item, type, text);
    }

    private Boolean bool(final ModuleItem<?> item, final String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new InputException(label, key(item) + "=" + text + " is neither true nor false",
                "give true or false");
        };
    }

    private Object constant(final ModuleItem<?> item, final Class<?> type, final String text) {
        final List<String> names = new ArrayList<>();
        for (final Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text) || ((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
            names.add(constant.toString());
        }
        throw new InputException(label, key(item) + "=" + text + " is no choice", "give one of " + String.join(", ", names));
    }

    private Object number(final ModuleItem<?> item, final Class<?> type, final String text) {
        final double value;
        try {
            value = Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            throw new InputException(label, key(item) + "=" + text + " is not a number", "give a number");
        }
        final boolean whole = type == int.class || type == Integer.class;
        final Object least = item.getMinimumValue();
        if (Double.isNaN(value) || whole && value != Math.rint(value)
            || least instanceof Number minimum && value < minimum.doubleValue()) {
            throw new InputException(label, key(item) + "=" + text + " is not allowed",
                "give a " + (whole ? "whole " : "") + "number" + (least == null ? "" : " of at least " + least));
        }
        if (whole) {
            return (int) value;
        }
        return value;
    }
}
