package operando.segment;

import operando.cell.Thresholds;

/**
 * What the sweep decides by in one scan: {@link SweepSettings} once the thresholds are known.
 *
 * @param thresholds   between the phases
 * @param lookAhead    n, voxels that decide together whether a phase ends
 * @param contactDepth d, voxels of lithium nearest the electrolyte that hold no void where there is contact
 * @param ranks        whether the values are {@link PhaseRanks}, of which no mean is taken
 */
record SweepRule(Thresholds thresholds, int lookAhead, int contactDepth, boolean ranks) {

    static SweepRule ofGreys(final SweepSettings settings, final Thresholds thresholds) {
        return new SweepRule(thresholds, settings.lookAhead(), settings.contactDepth(), false);
    }

    static SweepRule ofRanks(final SweepSettings settings) {
        return new SweepRule(PhaseRanks.THRESHOLDS, settings.lookAhead(), settings.contactDepth(), true);
    }

    SweepRule with(final Thresholds better) {
        return new SweepRule(better, lookAhead, contactDepth, ranks);
    }
}
