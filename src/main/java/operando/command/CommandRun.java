package operando.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;

/** A command run once, or, if it is made for that, on every time point of the image. */
final class CommandRun {

    private final CommandInputs inputs;
    private final CommandModule module;
    private final Map<String, Object> outputs = new HashMap<>();

    CommandRun(final CommandInputs inputs) {
        this.inputs = inputs;
        this.module = inputs.module();
    }

    /** What the command made. */
    Object output(final String name) {
        return outputs.get(name);
    }

    void run() {
        final Command command = (Command) module.getDelegateObject();
        final ImagePlus series = command instanceof EachTimePoint ? inputs.image() : null;
        if (series == null || TimePoints.count(series) == 1) {
            command.run();
            module.getInfo().outputs().forEach(item -> outputs.put(item.getName(), module.getOutput(item.getName())));
        } else {
            runOnEach(command, series);
        }
    }

    private void runOnEach(final Command command, final ImagePlus series) {
        final Map<String, List<Object>> made = new HashMap<>();
        for (final ImagePlus point : TimePoints.of(series)) {
            inputs.setImage(point);
            command.run();
            for (final ModuleItem<?> item : module.getInfo().outputs()) {
                made.computeIfAbsent(item.getName(), name -> new ArrayList<>()).add(module.getOutput(item.getName()));
            }
        }
        inputs.setImage(series);
        made.forEach((name, ofEach) -> outputs.put(name, joined(series, ofEach)));
    }

    /** Images as one, place by place where there are several; of a table, which grows by rows, what it is at the end. */
    private static Object joined(final ImagePlus series, final List<Object> ofEach) {
        final Object last = ofEach.get(ofEach.size() - 1);
        if (last instanceof ImagePlus) {
            return TimePoints.joined(series, ofEach.stream().map(ImagePlus.class::cast).toList());
        }
        if (last instanceof List<?> several && !several.isEmpty() && several.get(0) instanceof ImagePlus) {
            final List<ImagePlus> all = new ArrayList<>();
            for (int i = 0; i < several.size(); i++) {
                final int place = i;
                all.add(TimePoints.joined(series, ofEach.stream().map(one -> (ImagePlus) ((List<?>) one).get(place)).toList()));
            }
            return all;
        }
        return last;
    }
}
