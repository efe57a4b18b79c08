package operando.segment.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.segment.learn.modelfile.ModelHeader;

/** Whether the classes of a model are the phases of a cell, so that what it finds can be measured. */
public final class PhaseClasses {

    private PhaseClasses() {
    }

    /**
     * @param where the model, for the message
     * @throws InputException unless the classes are phases, lithium and electrolyte among them
     */
    public static void require(final ModelHeader header, final String where) {
        final List<String> phases = Arrays.stream(Phase.values()).map(Phase::displayName).toList();
        final List<String> classes = header.classes().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        final boolean all = classes.stream().allMatch(name -> phases.contains(name) || name.equals("collector"));
        if (!all || !classes.contains(Phase.LITHIUM.displayName()) || !classes.contains(Phase.ELECTROLYTE.displayName())) {
            throw new InputException(where, "its classes " + header.classes() + " are not the phases of a cell",
                "train with classes called " + phases.subList(1, phases.size()) + ", lithium and electrolyte among them");
        }
    }
}
