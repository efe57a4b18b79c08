package operando.segment;

import operando.cell.Thresholds;

/**
 * The void at the end of the lithium of one column (SCIENCE.md, section 2): the run of voxels below the void threshold
 * that is met first on the way from the electrolyte to the collector.
 *
 * @param contact whether the column has none
 * @param from    first voxel of the void along the sweep
 * @param to      first voxel after it; equal to {@code from} if there is none
 */
record VoidRun(boolean contact, int from, int to) {

    static VoidRun atEndOfLithium(final GreyColumn column, final Thresholds thresholds,
        final SweepSettings settings, final int lithiumFrom, final int lithiumTo, final int lastVoid) {
        if (lastVoid < lithiumTo - settings.contactDepth()) {
            return new VoidRun(true, lithiumTo, lithiumTo);
        }
        int to = lastVoid + 1;
        int from = lastVoid;
        while (true) {
            while (from > lithiumFrom && column.grey(from - 1) < thresholds.voidLithium()) {
                from--;
            }
            if (from <= lithiumFrom + 1) {
                return new VoidRun(false, from, to);
            }
            final int first = Math.max(lithiumFrom, from - settings.lookAhead());
            final float next = column.mean(first, from - first);
            if (next >= thresholds.voidLithium() && next < thresholds.lithiumInterphase()) {
                return new VoidRun(false, from, to);
            }
            int further = from - 1;
            while (further >= lithiumFrom && column.grey(further) >= thresholds.voidLithium()) {
                further--;
            }
            if (further < lithiumFrom) {
                // A pore between bright voxels and no other void: not in contact, and no interfacial void either.
                return next < thresholds.voidLithium() ? new VoidRun(false, from, to) : new VoidRun(false, lithiumTo, lithiumTo);
            }
            to = next < thresholds.voidLithium() ? to : further + 1;
            from = further;
        }
    }
}
