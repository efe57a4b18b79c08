package operando.segment;

/**
 * The void at the end of the lithium of one column (SCIENCE.md, section 2): the run of voxels below the void threshold
 * that is met first on the way from the electrolyte to the collector.
 *
 * @param contact whether the column has none
 * @param from    first voxel of the void along the sweep
 * @param to      first voxel after it; equal to {@code from} if there is none
 */
record VoidRun(boolean contact, int from, int to) {

    static VoidRun atEndOfLithium(final GreyColumn column, final SweepRule rule, final int lithiumFrom, final int lithiumTo,
        final int lastVoid) {
        final double voidLithium = rule.thresholds().voidLithium();
        if (lastVoid < lithiumTo - rule.contactDepth()) {
            return new VoidRun(true, lithiumTo, lithiumTo);
        }
        int to = lastVoid + 1;
        int from = lastVoid;
        while (true) {
            while (from > lithiumFrom && column.grey(from - 1) < voidLithium) {
                from--;
            }
            if (from <= lithiumFrom + 1) {
                return new VoidRun(false, from, to);
            }
            final int first = Math.max(lithiumFrom, from - rule.lookAhead());
            final float next = column.together(first, from - first);
            if (next >= voidLithium && next < rule.thresholds().lithiumInterphase()) {
                return new VoidRun(false, from, to);
            }
            int further = from - 1;
            while (further >= lithiumFrom && column.grey(further) >= voidLithium) {
                further--;
            }
            if (further < lithiumFrom) {
                // A pore between bright voxels and no other void: not in contact, and no interfacial void either.
                return next < voidLithium ? new VoidRun(false, from, to) : new VoidRun(false, lithiumTo, lithiumTo);
            }
            to = next < voidLithium ? to : further + 1;
            from = further;
        }
    }
}
