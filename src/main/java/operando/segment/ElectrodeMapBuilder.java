package operando.segment;

import operando.cell.Thresholds;

/** Writes what a sweep over some rows finds into the maps of its side, with edges between voxels. */
final class ElectrodeMapBuilder implements ColumnListener {

    private static final int LITHIUM_BEFORE = 6;

    private final Thresholds thresholds;
    private final SweepSettings settings;
    private final PartialVolumeModel model;
    private final ElectrodeMaps maps;
    private final float collectorLevel;
    private final float electrolyteLevel;
    private final float lithium;

    ElectrodeMapBuilder(final Thresholds thresholds, final SweepSettings settings,
        final PhaseGreys greys, final PartialVolumeModel model, final ElectrodeMaps maps) {
        this.thresholds = thresholds;
        this.settings = settings;
        this.model = model;
        this.maps = maps;
        collectorLevel = (float) (greys.collector() + greys.lithium()) / 2;
        electrolyteLevel = (float) (greys.interphase() + greys.electrolyte()) / 2;
        lithium = (float) greys.lithium();
    }

    @Override
    public void arrived(final GreyColumn column, final int lithiumFrom, final int lithiumTo, final int interphaseTo,
        final int lastVoid) {
        final int at = column.number();
        final VoidRun gap = VoidRun.atEndOfLithium(column, thresholds, settings, lithiumFrom, lithiumTo, lastVoid);
        maps.status[at] = (byte) (gap.contact() ? ElectrodeMaps.Status.CONTACT : ElectrodeMaps.Status.VOID).ordinal();
        maps.lithiumFrom[at] = (char) lithiumFrom;
        maps.lithiumTo[at] = (char) lithiumTo;
        maps.voidFrom[at] = (char) gap.from();
        // Voxels between the dark ones and the electrolyte are mixed of both; there can be no lithium.
        maps.voidTo[at] = (char) (gap.to() > gap.from() ? lithiumTo : gap.to());
        maps.interphaseTo[at] = (char) interphaseTo;
        maps.collector[at] = lithiumFrom == 0 ? Float.NaN : SubvoxelCrossing.falling(column, lithiumFrom, collectorLevel);
        if (interphaseTo < column.depth()) {
            maps.interphaseEnd[at] = SubvoxelCrossing.rising(column, interphaseTo, electrolyteLevel);
        }
        findSurface(column, at, lithiumFrom, lithiumTo, gap);
    }

    private void findSurface(final GreyColumn column, final int at, final int lithiumFrom, final int lithiumTo, final VoidRun gap) {
        final int from = Math.max(Math.min(gap.from(), lithiumTo) - LITHIUM_BEFORE, Math.min(lithiumFrom + 2, lithiumTo - 1));
        final float passed = SubvoxelCrossing.rising(column, lithiumTo, model.level());
        maps.surface[at] = Float.isNaN(passed) ? lithiumTo : passed;
        if (passed > from + 1 && !gap.contact()) {
            final float thickness = model.thickness(lithium * (passed - from - 0.5f) - SubvoxelCrossing.integral(column, from, passed));
            maps.voidThickness[at] = thickness;
            maps.surface[at] = passed - model.passingAfterSurface(thickness);
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
        maps.interphaseTo[at] = maps.lithiumTo[at];
    }
}
