package operando.segment.learn;

import java.util.List;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.scan.MappedLabels;
import operando.scan.Scan;
import operando.segment.learn.modelfile.ModelHeader;

/**
 * A stack of phase labels seen as grey values that rise from void over lithium, interphase and electrolyte to the collector,
 * so that the column sweep measures what a classifier found as it measures a scan.
 */
public final class ClassifiedScan {

    /** Grey values half-way between neighbouring phases of a classified scan. */
    public static final Thresholds THRESHOLDS = new Thresholds(25, 75, 125, 175);

    private static final int STEP = 50;
    private static final List<Phase> RISING = List.of(Phase.VOID, Phase.LITHIUM, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.COLLECTOR);

    private ClassifiedScan() {
    }

    /**
     * @param where the model, for the message
     * @throws InputException unless the classes are phases, lithium, interphase or electrolyte among them
     */
    public static void requirePhases(final ModelHeader header, final String where) {
        final List<String> phases = java.util.Arrays.stream(Phase.values()).map(Phase::displayName).toList();
        final boolean all = header.classes().stream().map(String::toLowerCase).allMatch(name -> phases.contains(name) || name.equals("collector"));
        final boolean cell = header.classes().stream().map(String::toLowerCase)
            .filter(name -> name.equals(Phase.LITHIUM.displayName()) || name.equals(Phase.ELECTROLYTE.displayName())).count() == 2;
        if (!all || !cell) {
            throw new InputException(where, "its classes " + header.classes() + " are not the phases of a cell",
                "train with classes called " + phases.subList(1, phases.size()) + ", lithium and electrolyte among them");
        }
    }

    /** Reading it throws an {@link InputException} at a label that is no phase; pores and the outside are as dark as voids. */
    public static Scan of(final Scan labels) {
        return new MappedLabels(labels, label -> Math.max(0, RISING.indexOf(Phase.ofLabel(label))) * STEP);
    }
}
