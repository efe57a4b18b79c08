package operando;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws which room uses which, in layers: a room stands above all that it uses. Arrows that follow from others are left out,
 * and the ground, which all rooms use, is one bar below. The same arrows always give the same picture.
 */
final class StructurePicture {

    private static final int BOX_WIDTH = 104;
    private static final int BOX_HEIGHT = 34;
    private static final int SLOT = 122;
    private static final int LAYER = 78;
    private static final int MARGIN = 20;
    private static final int SWEEPS = 8;

    /** A room, or a place where an arrow passes a layer. */
    private record Place(String name, boolean isRoom) { }

    private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
    private final Set<String> ground;
    private final Map<String, Integer> depth = new HashMap<>();
    private final List<List<Place>> layers = new ArrayList<>();
    /** Each arrow from the room that uses another, layer by layer, down to that other. */
    private final List<List<Place>> arrows = new ArrayList<>();

    /** @param uses the rooms that each room uses; the ground among them */
    StructurePicture(final Map<String, ? extends Set<String>> uses, final Set<String> ground) {
        this.ground = new TreeSet<>(ground);
        uses.forEach((room, others) -> {
            if (!ground.contains(room)) {
                final SortedSet<String> above = new TreeSet<>(others);
                above.removeAll(ground);
                this.uses.put(room, above);
            }
        });
        place();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order();
        }
    }

    private int depth(final String room) {
        if (!depth.containsKey(room)) {
            depth.put(room, uses.get(room).stream().mapToInt(other -> depth(other) + 1).max().orElse(0));
        }
        return depth.get(room);
    }

    private boolean reaches(final String from, final String to) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(between -> reaches(between, to));
    }

    private void place() {
        final int deepest = uses.keySet().stream().mapToInt(this::depth).max().orElse(0);
        for (int layer = 0; layer <= deepest; layer++) {
            layers.add(new ArrayList<>());
        }
        uses.keySet().forEach(room -> layers.get(depth(room)).add(new Place(room, true)));
        uses.forEach((from, others) -> others.stream().filter(to -> others.stream().noneMatch(between -> reaches(between, to))).forEach(to -> {
            final List<Place> arrow = new ArrayList<>(List.of(new Place(from, true)));
            for (int layer = depth(from) - 1; layer > depth(to); layer--) {
                final Place pass = new Place(from + "→" + to + layer, false);
                layers.get(layer).add(pass);
                arrow.add(pass);
            }
            arrow.add(new Place(to, true));
            arrows.add(arrow);
        }));
    }

    /** Puts every place near the middle of those it is joined to, so that few arrows cross. */
    private void order() {
        for (final List<Place> layer : layers) {
            final Map<Place, Double> middle = new HashMap<>();
            for (final Place place : layer) {
                middle.put(place, joined(place).stream().mapToDouble(this::x).average().orElse(x(place)));
            }
            layer.sort(Comparator.comparingDouble((Place place) -> middle.get(place)).thenComparing(Place::name));
        }
    }

    private List<Place> joined(final Place place) {
        final List<Place> joined = new ArrayList<>();
        for (final List<Place> arrow : arrows) {
            final int at = arrow.indexOf(place);
            if (at > 0) {
                joined.add(arrow.get(at - 1));
            }
            if (at >= 0 && at + 1 < arrow.size()) {
                joined.add(arrow.get(at + 1));
            }
        }
        return joined;
    }

    private List<Place> layer(final Place place) {
        return layers.stream().filter(layer -> layer.contains(place)).findFirst().orElseThrow();
    }

    private double x(final Place place) {
        final List<Place> layer = layer(place);
        return width() / 2.0 + (layer.indexOf(place) - (layer.size() - 1) / 2.0) * SLOT;
    }

    private double y(final Place place) {
        return MARGIN + BOX_HEIGHT / 2.0 + (layers.size() - 1 - layers.indexOf(layer(place))) * LAYER;
    }

    private int width() {
        return 2 * MARGIN + SLOT * layers.stream().mapToInt(List::size).max().orElse(1);
    }

    String svg() {
        final int height = 2 * MARGIN + layers.size() * LAYER + BOX_HEIGHT;
        final StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14" text-anchor="middle">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0L8,4L0,8z" fill="#555"/></marker></defs>
            <rect width="100%%" height="100%%" fill="#fff"/>
            """, width(), height));
        arrows.forEach(arrow -> svg.append(line(arrow)));
        layers.forEach(layer -> layer.stream().filter(Place::isRoom).forEach(room ->
            svg.append(box(x(room) - BOX_WIDTH / 2.0, y(room), BOX_WIDTH, room.name(), "#dceaf4"))));
        return svg.append(box(MARGIN, height - MARGIN - BOX_HEIGHT / 2.0, width() - 2 * MARGIN, String.join("   ·   ", ground), "#eee")).append("</svg>\n").toString();
    }

    private String line(final List<Place> arrow) {
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < arrow.size(); i++) {
            final double shift = i == 0 ? BOX_HEIGHT / 2.0 : i == arrow.size() - 1 ? -BOX_HEIGHT / 2.0 : 0;
            path.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "M" : "L", x(arrow.get(i)), y(arrow.get(i)) + shift));
        }
        return "<path d=\"" + path + "\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#tip)\"/>\n";
    }

    private static String box(final double left, final double middle, final double width, final String text, final String colour) {
        return String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"#555\"/>"
            + "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", left, middle - BOX_HEIGHT / 2.0, width, BOX_HEIGHT, colour, left + width / 2, middle + 5, text).replace("\r", "");
    }
}
