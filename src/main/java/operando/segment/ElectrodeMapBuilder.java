package operando.segment;

import java.util.Optional;

/** Writes what a sweep over some rows finds into the maps of its side, with edges between voxels. */
final class ElectrodeMapBuilder implements ColumnListener {

    private static final int LITHIUM_BEFORE = 6;

    private final SweepRule rule;
    private final Optional<PartialVolumeModel> model;
    private final ElectrodeMaps maps;
    private final int mixed;

    /** @param model of the edges between voxels; none where there are none */
    ElectrodeMapBuilder(final SweepRule rule, final Optional<PartialVolumeModel> model, final ElectrodeMaps maps) {
        this.rule = rule;
        this.model = model;
        this.maps = maps;
        mixed = model.map(PartialVolumeModel::mixedVoxels).orElse(0);
    }

    @Override
    public void arrived(final GreyColumn column, final int lithiumFrom, final int lithiumTo, final int interphaseTo,
        final int lastVoid) {
        final int at = column.number();
        final VoidRun gap = VoidRun.in(column, rule, lithiumFrom, lithiumTo, lastVoid);
        maps.status[at] = (byte) (gap.contact() ? ElectrodeMaps.Status.CONTACT : ElectrodeMaps.Status.VOID).ordinal();
        maps.lithiumFrom[at] = (char) lithiumFrom;
        maps.lithiumTo[at] = (char) lithiumTo;
        maps.voidFrom[at] = (char) gap.from();
        maps.voidTo[at] = (char) (isOpen(gap, lithiumTo) ? lithiumTo : gap.to());
        maps.darkTo[at] = (char) gap.to();
        maps.interphaseTo[at] = (char) interphaseTo;
        if (model.isPresent()) {
            findEdges(model.get(), column, at, lithiumFrom, lithiumTo, gap);
        } else {
            takeFaces(column, at);
        }
    }

    /**
     * Whether a void reaches the electrolyte: the few voxels between them are mixed of both by blur, and there can be no
     * lithium. Under more voxels than that it is buried.
     */
    private boolean isOpen(final VoidRun gap, final int lithiumTo) {
        return !gap.isEmpty() && lithiumTo - gap.to() <= mixed;
    }

    private void takeFaces(final GreyColumn column, final int at) {
        maps.collector[at] = maps.lithiumFrom[at] == 0 ? Float.NaN : maps.lithiumFrom[at];
        maps.surface[at] = maps.lithiumTo[at];
        maps.voidThickness[at] = maps.voidVoxels(at);
        maps.interphaseEnd[at] = maps.interphaseTo[at] < column.depth() ? maps.interphaseTo[at] : Float.NaN;
    }

    private void findEdges(final PartialVolumeModel edges, final GreyColumn column, final int at, final int lithiumFrom, final int lithiumTo,
        final VoidRun gap) {
        maps.collector[at] = lithiumFrom == 0 ? Float.NaN : SubvoxelCrossing.falling(column, lithiumFrom, edges.collectorLevel());
        if (maps.interphaseTo[at] < column.depth()) {
            maps.interphaseEnd[at] = SubvoxelCrossing.rising(column, maps.interphaseTo[at], edges.electrolyteLevel());
        }
        final int from = Math.max(Math.min(gap.from(), lithiumTo) - LITHIUM_BEFORE, Math.min(lithiumFrom + 2, lithiumTo - 1));
        final float passed = SubvoxelCrossing.rising(column, lithiumTo, edges.level());
        maps.surface[at] = Float.isNaN(passed) ? lithiumTo : passed;
        if (!gap.isEmpty() && !isOpen(gap, lithiumTo)) {
            maps.voidThickness[at] = edges.buriedThickness(column, gap);
        } else if (passed > from + 1 && !gap.contact()) {
            final float thickness = edges.thickness(edges.lithium() * (passed - from - 0.5f) - SubvoxelCrossing.integral(column, from, passed));
            maps.voidThickness[at] = thickness;
            maps.surface[at] = passed - edges.passingAfterSurface(thickness);
        }
    }

    @Override
    public void withoutLithium(final GreyColumn column, final int height) {
        final int at = column.number();
        maps.status[at] = (byte) ElectrodeMaps.Status.WITHOUT_LITHIUM.ordinal();
        maps.lithiumFrom[at] = (char) height;
        maps.lithiumTo[at] = (char) height;
        maps.voidFrom[at] = (char) height;
        maps.voidTo[at] = (char) height;
        maps.darkTo[at] = (char) height;
        maps.interphaseTo[at] = (char) height;
    }

    @Override
    public void noInterface(final GreyColumn column, final int lithiumFrom, final boolean hasLithium) {
        final int at = column.number();
        maps.status[at] = (byte) ElectrodeMaps.Status.WITHOUT_INTERFACE.ordinal();
        maps.lithiumFrom[at] = (char) lithiumFrom;
        maps.lithiumTo[at] = (char) (hasLithium ? column.depth() : lithiumFrom);
        maps.voidFrom[at] = maps.lithiumTo[at];
        maps.voidTo[at] = maps.lithiumTo[at];
        maps.darkTo[at] = maps.lithiumTo[at];
        maps.interphaseTo[at] = maps.lithiumTo[at];
    }
}
