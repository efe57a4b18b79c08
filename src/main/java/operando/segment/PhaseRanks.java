package operando.segment;

import java.util.List;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.scan.MappedLabels;
import operando.scan.Scan;
import operando.scan.ScanView;

/**
 * Phase labels as ranks in the order of their grey values, void 0, lithium 1, interphase 2, electrolyte 3, collector 4, so
 * that the column sweep goes through what a classifier found as it goes through a scan. Pores and the outside rank as voids.
 * A rank is no grey value: of several voxels it is the majority that decides, not a mean, and there are no edges between
 * voxels. Reading it throws an {@link InputException} at a label that is no phase.
 */
public final class PhaseRanks extends ScanView {

    /** Half-way between neighbouring ranks. */
    static final Thresholds THRESHOLDS = new Thresholds(0.5, 1.5, 2.5, 3.5);

    private static final List<Phase> RISING = List.of(Phase.VOID, Phase.LITHIUM, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.COLLECTOR);

    public PhaseRanks(final Scan labels) {
        super(new MappedLabels(labels, label -> Math.max(0, RISING.indexOf(Phase.ofLabel(label)))));
    }
}
