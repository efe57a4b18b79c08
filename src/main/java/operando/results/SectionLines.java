package operando.results;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Side;
import operando.scan.Scan;
import operando.series.InterfaceMaps;

/**
 * Lines of the cross-section that is shown of every scan: where its interfaces run, and grey values across each interface where the void
 * grew most, before and after.
 *
 * @param interfaces of every scan, top and bottom
 * @param profiles   of the first scan and of that in which the void is thickest, at each side that has such a place
 */
public record SectionLines(List<InterfaceLines> interfaces, List<GreyProfile> profiles) {

    public static final SectionLines NONE = new SectionLines(List.of(), List.of());

    public SectionLines {
        interfaces = List.copyOf(interfaces);
        profiles = List.copyOf(profiles);
    }

    /** Opens the scan of a name. */
    @FunctionalInterface
    public interface Opening {
        Scan open(String scan);
    }

    /** Where a void grew most, and in which scan it was thickest. */
    private record Place(String scan, int x, float growth) {
    }

    /**
     * From the maps of finished scans.
     *
     * @param scans in the order of their times
     * @param row   the y of the cross-section
     */
    public static SectionLines of(final List<String> scans, final int row, final ResultFiles files, final Opening opening) {
        final List<InterfaceLines> interfaces = new ArrayList<>();
        final InterfaceMaps first = InterfaceMapFiles.read(files.finishedMaps(scans.get(0)));
        final Place[] places = {new Place("", 0, 0), new Place("", 0, 0)};
        for (final String scan : scans) {
            final InterfaceMaps maps = InterfaceMapFiles.read(files.finishedMaps(scan));
            interfaces.addAll(InterfaceLines.of(maps, scan, row));
            for (final Side side : Side.values()) {
                places[side.ordinal()] = better(places[side.ordinal()], first, maps, scan, side, row);
            }
        }
        final List<GreyProfile> profiles = new ArrayList<>();
        for (final Side side : Side.values()) {
            final Place place = places[side.ordinal()];
            if (place.growth > 0) {
                for (final String scan : List.of(scans.get(0), place.scan)) {
                    try (Scan grey = opening.open(scan)) {
                        profiles.add(GreyProfile.of(grey, scan, InterfaceMapFiles.read(files.finishedMaps(scan)), side, place.x, row));
                    }
                }
            }
        }
        return new SectionLines(interfaces, profiles);
    }

    private static Place better(final Place before, final InterfaceMaps first, final InterfaceMaps maps, final String scan, final Side side, final int row) {
        Place best = before;
        for (int x = 1; row > 0 && row < maps.height() - 1 && x < Math.min(first.width(), maps.width()) - 1; x++) {
            final int at = row * first.width() + x;
            final int now = row * maps.width() + x;
            if (first.contact(side)[at] != 0 && !Float.isNaN(first.heightUm(side)[at] + maps.heightUm(side)[now])) {
                final float growth = leastAbout(maps, side, now) - first.voidThickness(side)[at];
                best = growth > best.growth ? new Place(scan, x, growth) : best;
            }
        }
        return best;
    }

    /** The thinnest void in the column and beside it, so that a single noisy column is not the place. */
    private static float leastAbout(final InterfaceMaps maps, final Side side, final int at) {
        final float[] thickness = maps.voidThickness(side);
        return Math.min(thickness[at], Math.min(Math.min(thickness[at - 1], thickness[at + 1]), Math.min(thickness[at - maps.width()], thickness[at + maps.width()])));
    }

    /** Writes interface_lines.csv and grey_profiles.csv. */
    public void write(final ResultFiles files) {
        InterfaceLines.write(interfaces, files);
        GreyProfile.write(profiles, files);
    }
}
