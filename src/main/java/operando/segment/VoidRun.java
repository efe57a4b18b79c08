package operando.segment;

/**
 * The interfacial void of one column (docs/methods/sweep.md): on the way from the electrolyte to the collector, the first run
 * of voxels below the void threshold that lithium follows. It may lie under lithium. Contact is judged apart from it, by the
 * last voxels of lithium alone.
 *
 * <p>Beyond the published rule, runs that the look-ahead still finds dark are joined, and a single dark voxel deeper than the
 * contact depth is passed over: there it cannot be told from noise, and thick lithium has many.
 *
 * @param contact whether the column has no voxel of void grey among the last of its lithium
 * @param from    first voxel of the void along the sweep
 * @param to      first voxel after it; equal to {@code from} if there is none
 */
record VoidRun(boolean contact, int from, int to) {

    /** @param lastVoid the voxel below the void threshold nearest the electrolyte; negative if there is none */
    static VoidRun in(final GreyColumn column, final SweepRule rule, final int lithiumFrom, final int lithiumTo, final int lastVoid) {
        final double voidLithium = rule.thresholds().voidLithium();
        final boolean contact = lastVoid < lithiumTo - rule.contactDepth();
        int from = lastVoid;
        int to = lastVoid + 1;
        // Each round begins at a voxel nearer to the collector than the one before.
        while (from >= lithiumFrom) {
            while (from > lithiumFrom && column.grey(from - 1) < voidLithium) {
                from--;
            }
            final boolean seen = to - from > 1 || from >= lithiumTo - rule.contactDepth();
            if (seen && from <= lithiumFrom + 1) {
                // No lithium follows: at the collector's edge a column in contact has no void of this interface.
                return contact ? new VoidRun(true, lithiumTo, lithiumTo) : new VoidRun(false, from, to);
            }
            final int first = Math.max(lithiumFrom, from - rule.lookAhead());
            final float next = column.together(first, from - first);
            if (seen && next >= voidLithium && next < rule.thresholds().lithiumInterphase()) {
                return new VoidRun(contact, from, to);
            }
            int further = from - 1;
            while (further >= lithiumFrom && column.grey(further) >= voidLithium) {
                further--;
            }
            if (further < lithiumFrom) {
                break;
            }
            to = next < voidLithium ? to : further + 1;
            from = further;
        }
        // Nothing, or a pore between bright voxels: perhaps not in contact, and no interfacial void either.
        return new VoidRun(contact, lithiumTo, lithiumTo);
    }

    boolean isEmpty() {
        return to == from;
    }
}
