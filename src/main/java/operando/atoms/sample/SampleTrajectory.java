package operando.atoms.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.atoms.frame.SimulationCell;

/**
 * Makes a trajectory of lithium against Li6PS5Cl in which the disordered antifluorite phase grows with the square root of the
 * time, 8 Li + Li6PS5Cl → 7 Li2S<sub>5/7</sub>P<sub>1/7</sub>Cl<sub>1/7</sub>, so that no atom appears or vanishes; the layers between ride on the metal that is used
 * up. Atoms vibrate about their sites; those of the metal change places with their neighbours along the interface.
 *
 * <pre>
 * SampleTrajectory sample = new SampleTrajectory(SampleSettings.defaults());
 * SampleFrame last = sample.frame(5);
 * </pre>
 */
public final class SampleTrajectory {

    /** What one ångström of the disordered phase uses up of the metal and of the electrolyte, Å. */
    private static final double METAL_USED = 8 * Math.pow(3.51, 3) / 2 / (7 * Math.pow(5.71, 3) / 4);
    private static final double ELECTROLYTE_USED = Math.pow(9.86, 3) / 4 / (7 * Math.pow(5.71, 3) / 4);
    private static final double UNIT = 9.86 / Math.sqrt(2);
    // Sites of two layers that are nearer than this are not both filled, Å.
    private static final double CLASH = 1.7;
    private static final double NEAR_BOUNDARY = 4;
    private static final int LAYERS = SamplePhase.values().length;

    private final SampleSettings settings;
    private final double width;
    private final double depth;
    private final List<LayerSites> layers = new ArrayList<>();
    private final List<RoughBoundary> rough = new ArrayList<>();
    private final List<Map<Integer, Integer>> atomAt = new ArrayList<>();
    private final int[] kinds;

    /** Decides which atom is on which site in every frame. */
    public SampleTrajectory(final SampleSettings settings) {
        this.settings = settings;
        width = UNIT * Math.max(1, Math.rint(settings.widthAngstrom() / UNIT));
        depth = UNIT * Math.max(1, Math.rint(settings.depthAngstrom() / UNIT));
        final Random random = new Random(settings.seed());
        final double spare = settings.growthAngstrom() + 10 * settings.roughnessAngstrom();
        for (final SamplePhase phase : SamplePhase.values()) {
            layers.add(new LayerSites(phase, width, depth, -spare - settings.layerAngstrom(), settings.layerAngstrom() + spare, random.nextLong()));
            rough.add(new RoughBoundary(width, depth, settings.roughnessAngstrom(), random));
        }
        final List<List<Integer>> filled = new ArrayList<>();
        for (int frame = 0; frame < settings.frames(); frame++) {
            filled.add(filled(frame));
        }
        leaveOut(filled, random);
        kinds = new int[filled.get(0).size()];
        follow(filled, random);
    }

    public int frames() {
        return settings.frames();
    }

    /** How many atoms each frame has. */
    public int atoms() {
        return kinds.length;
    }

    /** The mean squared displacement of the metal's atoms along the interface, over time and over 4, Å² ps⁻¹. */
    public double metalDiffusionAlong() {
        final double x = width / Math.rint(width / 3.51);
        final double y = depth / Math.rint(depth / 3.51);
        return settings.hops() * (x * x + y * y) / 2 / (4 * settings.intervalPs());
    }

    /** How much the disordered phase has grown, Å. */
    public double growth(final int frame) {
        return settings.frames() == 1 ? 0 : settings.growthAngstrom() * Math.sqrt(frame / (settings.frames() - 1.0));
    }

    private double[] boundaries(final int frame) {
        final double[] ends = new double[LAYERS];
        double at = 0;
        for (final SamplePhase phase : SamplePhase.values()) {
            at += settings.layerAngstrom() + growth(frame) * switch (phase) {
                case LITHIUM -> -METAL_USED;
                case DISORDERED -> 1;
                case ELECTROLYTE -> -ELECTROLYTE_USED;
                default -> 0;
            };
            ends[phase.ordinal()] = at;
        }
        return ends;
    }

    // The metal's lattice stays with the lower end of the cell, the electrolyte's with the upper one, all others with the metal's surface.
    private double origin(final int layer, final double[] ends) {
        final int rides = SamplePhase.ELECTROLYTE.ordinal();
        return layer == 0 ? 0 : layer == rides ? ends[rides] : ends[0] + (layer - 1) * settings.layerAngstrom();
    }

    private double height(final int boundary, final double x, final double y) {
        return rough.get(boundary).height(x, y);
    }

    /** The numbers of the filled sites: layer + {@link #LAYERS} times the place. */
    private List<Integer> filled(final int frame) {
        final double[] ends = boundaries(frame);
        final List<Integer> sites = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            final List<LayerSites.Place> places = layers.get(layer).places();
            for (int p = 0; p < places.size(); p++) {
                final double z = places.get(p).z() + origin(layer, ends);
                final double from = layer == 0 ? height(LAYERS - 1, places.get(p).x(), places.get(p).y()) : ends[layer - 1] + height(layer - 1, places.get(p).x(), places.get(p).y());
                if (z >= from && z < ends[layer] + height(layer, places.get(p).x(), places.get(p).y())) {
                    sites.add(layer + LAYERS * p);
                }
            }
        }
        return withoutClashes(sites, ends);
    }

    private LayerSites.Place place(final int site) {
        return layers.get(site % LAYERS).places().get(site / LAYERS);
    }

    private double[] positions(final List<Integer> sites, final double[] ends) {
        final double[] positions = new double[3 * sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            final LayerSites.Place place = place(sites.get(i));
            positions[3 * i] = place.x();
            positions[3 * i + 1] = place.y();
            positions[3 * i + 2] = place.z() + origin(sites.get(i) % LAYERS, ends);
        }
        return positions;
    }

    // Of two, lithium goes rather than another.
    private List<Integer> withoutClashes(final List<Integer> sites, final double[] ends) {
        final int[] kindOf = sites.stream().mapToInt(site -> place(site).kind()).toArray();
        final Neighbours neighbours = new Neighbours(new AtomFrame(0, 0, SimulationCell.box(width, depth, ends[LAYERS - 1]), SamplePhase.SPECIES, kindOf, positions(sites, ends), true), CLASH);
        final Neighbourhood near = new Neighbourhood();
        final boolean[] gone = new boolean[sites.size()];
        for (int i = 0; i < gone.length; i++) {
            neighbours.of(i, near);
            for (int k = 0; k < near.size(); k++) {
                final int other = near.atom(k);
                gone[i] |= !gone[other] && sites.get(other) % LAYERS != sites.get(i) % LAYERS && (kindOf[i] == 0 || kindOf[other] != 0);
            }
        }
        final List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                kept.add(sites.get(i));
            }
        }
        return kept;
    }

    /** Leaves sites near boundaries empty, so that every frame has the same number of atoms of each species. */
    private void leaveOut(final List<List<Integer>> filled, final Random random) {
        for (int kind = 0; kind < SamplePhase.SPECIES.size(); kind++) {
            final int wanted = kind;
            final long least = filled.stream().mapToLong(sites -> sites.stream().filter(site -> place(site).kind() == wanted).count()).min().orElse(0);
            for (int frame = 0; frame < filled.size(); frame++) {
                final double[] ends = boundaries(frame);
                final List<Integer> of = new ArrayList<>(filled.get(frame).stream().filter(site -> place(site).kind() == wanted).toList());
                java.util.Collections.shuffle(of, random);
                of.sort(Comparator.comparingInt(site -> distance(site, ends) < NEAR_BOUNDARY ? 0 : 1));
                filled.get(frame).removeAll(new java.util.HashSet<>(of.subList(0, (int) (of.size() - least))));
            }
        }
    }

    private double distance(final int site, final double[] ends) {
        final int layer = site % LAYERS;
        final LayerSites.Place place = place(site);
        final double z = place.z() + origin(layer, ends);
        final double from = layer == 0 ? height(LAYERS - 1, place.x(), place.y()) : ends[layer - 1] + height(layer - 1, place.x(), place.y());
        return Math.min(z - from, ends[layer] + height(layer, place.x(), place.y()) - z);
    }

    /** An atom stays on its site while that is filled; those that lose theirs take the free sites of their species, in the order of z. */
    private void follow(final List<List<Integer>> filled, final Random random) {
        Map<Integer, Integer> before = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = place(filled.get(0).get(i)).kind();
            before.put(filled.get(0).get(i), i);
        }
        atomAt.add(before);
        for (int frame = 1; frame < filled.size(); frame++) {
            final Map<Integer, Integer> now = new HashMap<>();
            final Map<Integer, Integer> left = new HashMap<>(before);
            final List<Integer> free = new ArrayList<>();
            for (final Integer site : filled.get(frame)) {
                final Integer atom = left.remove(site);
                if (atom == null) {
                    free.add(site);
                } else {
                    now.put(site, atom);
                }
            }
            final List<Integer> lost = left.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
            for (int kind = 0; kind < SamplePhase.SPECIES.size(); kind++) {
                final int wanted = kind;
                final List<Integer> atoms = lost.stream().filter(atom -> kinds[atom] == wanted).toList();
                final List<Integer> sites = free.stream().filter(site -> place(site).kind() == wanted).sorted().toList();
                for (int i = 0; i < atoms.size(); i++) {
                    now.put(sites.get(i), atoms.get(i));
                }
            }
            hop(now, random);
            atomAt.add(now);
            before = now;
        }
    }

    /** Pairs of the metal's atoms that are beside each other along x or y change places. */
    private void hop(final Map<Integer, Integer> now, final Random random) {
        final List<Integer> metal = now.keySet().stream().filter(site -> site % LAYERS == 0).sorted().toList();
        final double x = width / Math.rint(width / 3.51);
        final double y = depth / Math.rint(depth / 3.51);
        final Map<String, Integer> byPlace = new HashMap<>();
        metal.forEach(site -> byPlace.put(key(place(site), 0, 0), site));
        final java.util.Set<Integer> moved = new java.util.HashSet<>();
        for (final Integer site : metal) {
            final boolean along = random.nextBoolean();
            // A pair is tried from one of its ends only, and each atom has two ends along each axis.
            if (random.nextDouble() < settings.hops() / 2) {
                final Integer other = byPlace.get(key(place(site), along ? x : 0, along ? 0 : y));
                if (other != null && moved.add(site) && moved.add(other)) {
                    final Integer atom = now.get(site);
                    now.put(site, now.get(other));
                    now.put(other, atom);
                }
            }
        }
    }

    private String key(final LayerSites.Place place, final double x, final double y) {
        return Math.round(10 * ((place.x() + x + 0.01) % width)) + " " + Math.round(10 * ((place.y() + y + 0.01) % depth)) + " " + Math.round(10 * place.z());
    }

    /** One frame with its truth; the same however often it is asked for. */
    public SampleFrame frame(final int number) {
        final double[] ends = boundaries(number);
        final double height = ends[LAYERS - 1];
        final Integer[] sites = new Integer[kinds.length];
        atomAt.get(number).forEach((site, atom) -> sites[atom] = site);
        final double[] positions = positions(Arrays.asList(sites), ends);
        final Random random = new Random(settings.seed() * 1_000_003 + number);
        final double[] edges = {width, depth, height};
        final int[] phases = new int[kinds.length];
        final double[] depths = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            phases[i] = sites[i] % LAYERS;
            depths[i] = distance(sites[i], ends);
            for (int axis = 0; axis < 3; axis++) {
                final double moved = positions[3 * i + axis] + settings.vibrationAngstrom() * random.nextGaussian();
                positions[3 * i + axis] = moved - edges[axis] * Math.floor(moved / edges[axis]);
            }
        }
        return new SampleFrame(new AtomFrame(number, number * settings.intervalPs(), SimulationCell.box(width, depth, height), SamplePhase.SPECIES, kinds, positions, false), phases, depths, ends);
    }
}
