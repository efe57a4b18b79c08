package operando.motion;

import java.util.Set;

import operando.cell.Phase;
import operando.scan.MappedLabels;
import operando.scan.Scan;

/** A label stack of phases seen as a mask: 1 where it holds one of some phases, 0 elsewhere. */
public final class LabelMask {

    private LabelMask() {
    }

    /** Reading it throws an {@link operando.cell.InputException} at a label that is no phase. */
    public static Scan of(final Scan labels, final Set<Phase> phases) {
        return new MappedLabels(labels, label -> phases.contains(Phase.ofLabel(label)) ? 1 : 0);
    }

    /** The pellet: electrolyte and the pores in it, which move along and are good to follow. */
    public static Scan pellet(final Scan labels) {
        return of(labels, Set.of(Phase.ELECTROLYTE, Phase.PORE));
    }
}
