package operando.atoms.phase;

import java.util.Arrays;
import java.util.List;

import operando.atoms.crystal.Crystal;
import operando.atoms.descriptor.BondOrder;
import operando.atoms.descriptor.PowerSpectrum;
import operando.atoms.descriptor.SoapSettings;
import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.cell.Measured;

/** Says what the classes of a frame are. Only atoms whose neighbours are all of their own class are asked, since those at boundaries are of two. */
public final class PhaseDescriber {

    // A glass of soft spheres has less than 0.05, crystals that vibrate by 0.2 Å more than 0.2.
    private static final double CRYSTAL = 0.1;
    private static final double CORE = 5;
    private static final double VORONOI_REACH = 12;
    private static final int LEAST_ATOMS = 20;
    private static final int MOST_ATOMS = 400;
    private static final int METAL_NEIGHBOURS = 14;
    private static final int ANION_NEIGHBOURS = 12;
    // Thermal motion of the crystals that classes are compared with, Å.
    private static final double VIBRATION = 0.12;

    private final AtomFrame frame;
    private final int[] classes;
    private final SoapSettings soap;
    private final Neighbours neighbours;
    private final boolean[] core;
    private final PowerSpectrum spectrum;

    /** @param classes [atom] of the frame */
    public PhaseDescriber(final AtomFrame frame, final int[] classes, final SoapSettings soap) {
        this.frame = frame;
        this.classes = classes;
        this.soap = soap;
        neighbours = new Neighbours(frame, PairDistribution.REACH);
        core = core(frame, classes);
        spectrum = new PowerSpectrum(soap, frame.species().size());
    }

    /** [atom] whether it has none but its own class about it. */
    public static boolean[] core(final AtomFrame frame, final int[] classes) {
        final Neighbours neighbours = new Neighbours(frame, CORE);
        final Neighbourhood near = new Neighbourhood();
        final boolean[] core = new boolean[frame.size()];
        for (int atom = 0; atom < core.length; atom++) {
            neighbours.of(atom, near);
            core[atom] = classes[atom] >= 0;
            for (int i = 0; i < near.size() && core[atom]; i++) {
                core[atom] = classes[near.atom(i)] == classes[atom];
            }
        }
        return core;
    }

    /**
     * @param share       of the class among all atoms
     * @param composition of its core over all frames
     */
    public PhaseDescription describe(final int number, final double share, final Composition composition) {
        final int[] atoms = java.util.stream.IntStream.range(0, classes.length).filter(atom -> classes[atom] == number && core[atom]).toArray();
        final int[] some = atoms.length <= MOST_ATOMS ? atoms : java.util.stream.IntStream.range(0, MOST_ATOMS).map(i -> atoms[(int) ((long) i * atoms.length / MOST_ATOMS)]).toArray();
        final Measured volume = volume(atoms, some);
        final double perAtom = volume.value();
        final long li = count(atoms, "Li");
        final double perLi = perAtom * atoms.length / li;
        final boolean metal = composition.isMetal();
        final boolean[] lattice = new boolean[classes.length];
        for (int atom = 0; atom < lattice.length; atom++) {
            lattice[atom] = metal == frame.speciesOf(atom).equals("Li") || metal && !Composition.ANIONS.contains(frame.speciesOf(atom));
        }
        final double latticeShare = atoms.length == 0 ? 0 : Arrays.stream(atoms).filter(atom -> lattice[atom]).count() / (double) atoms.length;
        final PairDistribution framework = pairs(number, atom -> lattice[atom], atom -> lattice[atom], latticeShare / perAtom);
        final PairDistribution liAnion = pairs(number, atom -> lattice[atom], this::isLi, li / (perAtom * atoms.length));
        final PairDistribution aboutLi = pairs(number, this::isLi, atom -> lattice[atom], latticeShare / perAtom);
        final Measured order = Measured.of(BraggPeak.strength(frame, Arrays.stream(atoms).filter(atom -> lattice[atom]).toArray()),
            "fewer than " + BraggPeak.LEAST_ATOMS + " atoms of its framework have none but their own class about them");
        final BondOrder bonds = new BondOrder(frame, lattice, metal ? METAL_NEIGHBOURS : ANION_NEIGHBOURS, 2 * CORE);
        final double[] distances = distances(some);
        final int nearest = nearest(distances);
        return new PhaseDescription(number, share, composition, order.isPresent() ? Measured.of(order.value() > CRYSTAL ? 1 : 0) : order, order,
            mean(Arrays.stream(some).filter(atom -> lattice[atom]).mapToDouble(atom -> bonds.averaged(atom, 4)).toArray()),
            mean(Arrays.stream(some).filter(atom -> lattice[atom]).mapToDouble(atom -> bonds.averaged(atom, 6)).toArray()),
            metal ? Measured.missing("it is a metal") : Measured.of(aboutLi.coordination(), "no first shell stands out"),
            Measured.of(liAnion.coordination(), "no first shell stands out"), volume,
            li == 0 || !volume.isPresent() ? Measured.missing(li == 0 ? "it has no lithium" : volume.reason()) : Measured.of(perLi, perLi * volume.standardError() / perAtom),
            Crystal.values()[Math.max(0, nearest)], nearest < 0 ? Measured.missing("no known crystal has its species") : Measured.of(distances[nearest]), liAnion, framework);
    }

    private boolean isLi(final int atom) {
        return frame.speciesOf(atom).equals("Li");
    }

    private long count(final int[] atoms, final String species) {
        return Arrays.stream(atoms).filter(atom -> frame.speciesOf(atom).equals(species)).count();
    }

    private PairDistribution pairs(final int number, final java.util.function.IntPredicate from, final java.util.function.IntPredicate to, final double density) {
        return new PairDistribution(frame, neighbours, classes, number, from, to, density);
    }

    private Measured volume(final int[] atoms, final int[] some) {
        if (atoms.length < LEAST_ATOMS) {
            return Measured.missing("fewer than " + LEAST_ATOMS + " atoms have none but their own class about them");
        }
        final Neighbourhood near = new Neighbourhood();
        // By species, so that those who were asked stand for all.
        double sum = 0;
        double variance = 0;
        for (int kind = 0; kind < frame.species().size(); kind++) {
            final int wanted = kind;
            final double[] volumes = Arrays.stream(some).filter(atom -> frame.kinds()[atom] == wanted).mapToDouble(atom -> {
                neighbours.of(atom, near);
                return VoronoiCell.volume(near, VORONOI_REACH);
            }).toArray();
            final double part = Arrays.stream(atoms).filter(atom -> frame.kinds()[atom] == wanted).count() / (double) atoms.length;
            final Measured mean = mean(volumes);
            if (mean.isPresent()) {
                sum += part * mean.value();
                variance += part * part * mean.standardError() * mean.standardError();
            }
        }
        return Measured.of(sum > 0 ? sum : Double.NaN, Math.sqrt(variance));
    }

    private static Measured mean(final double[] values) {
        final double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (known.length < 2) {
            return Measured.missing("too few atoms have none but their own class about them");
        }
        final double mean = Arrays.stream(known).average().orElse(0);
        final double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
        return Measured.of(mean, Math.sqrt(squares / (known.length - 1) / known.length));
    }

    /** To each known crystal, 1 − cosine of the mean spectra; NaN where the trajectory lacks its species. */
    private double[] distances(final int[] atoms) {
        final double[] distances = new double[Crystal.values().length];
        Arrays.fill(distances, Double.NaN);
        if (atoms.length < LEAST_ATOMS) {
            return distances;
        }
        final double[] own = meanSpectrum(frame, new Neighbours(frame, soap.reachAngstrom()), atoms);
        for (final Crystal crystal : Crystal.values()) {
            if (crystal.sites().stream().allMatch(site -> frame.species().contains(site.species()))) {
                final AtomFrame bulk = crystal.bulk(2 * soap.cutoffAngstrom(), VIBRATION, 1);
                distances[crystal.ordinal()] = 1 - cosine(own, meanSpectrum(bulk, new Neighbours(bulk, soap.reachAngstrom()), java.util.stream.IntStream.range(0, bulk.size()).toArray()));
            }
        }
        return distances;
    }

    private static int nearest(final double[] distances) {
        int nearest = -1;
        for (int c = 0; c < distances.length; c++) {
            nearest = Double.isFinite(distances[c]) && (nearest < 0 || distances[c] < distances[nearest]) ? c : nearest;
        }
        return nearest;
    }

    private double[] meanSpectrum(final AtomFrame of, final Neighbours around, final int[] atoms) {
        final List<String> species = frame.species();
        final int[] kinds = of.species().stream().mapToInt(species::indexOf).toArray();
        final Neighbourhood near = new Neighbourhood();
        final double[] values = new double[spectrum.length()];
        final double[] sum = new double[values.length];
        for (final int atom : atoms) {
            around.of(atom, near);
            spectrum.of(of, kinds, atom, near, values);
            final double length = Math.sqrt(dot(values, values));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i] / length;
            }
        }
        return sum;
    }

    private static double cosine(final double[] a, final double[] b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
