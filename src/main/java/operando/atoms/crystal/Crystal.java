package operando.atoms.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;

/**
 * Crystals that form between lithium and its electrolytes, in cells at right angles. Lattice constants at room temperature: bcc Li, Li2S, LiCl and Li2O from the
 * usual tables (Wyckoff, Crystal Structures); Li3P of the Na3As type; Li6PS5Cl from M. A. Kraft et al., Journal of the American Chemical Society 139, 10909, 2017:
 * in it, each pair of lithium sites 1.9 Å apart holds one, and S and Cl share two sites.
 */
public enum Crystal {
    LITHIUM("Li", 3.51, 3.51, 3.51),
    LITHIUM_SULFIDE("Li2S", 5.71, 5.71, 5.71),
    LITHIUM_CHLORIDE("LiCl", 5.13, 5.13, 5.13),
    LITHIUM_PHOSPHIDE("Li3P", 4.27, 7.59, 4.27 * Math.sqrt(3)),
    ARGYRODITE("Li6PS5Cl", 9.86 / Math.sqrt(2), 9.86 / Math.sqrt(2), 9.86),
    LITHIUM_OXIDE("Li2O", 4.62, 4.62, 4.62);

    private final String formula;
    private final double[] edges;
    private final List<Site> sites;

    Crystal(final String formula, final double... edges) {
        this.formula = formula;
        this.edges = edges;
        sites = switch (formula) {
            case "Li" -> List.of(new Site("Li", 0, 0, 0, -1), new Site("Li", 0.5, 0.5, 0.5, -1));
            case "LiCl" -> CrystalSites.rockSalt();
            case "Li3P" -> CrystalSites.phosphide();
            case "Li6PS5Cl" -> CrystalSites.argyrodite(edges[2]);
            default -> CrystalSites.antifluorite(formula.substring(3));
        };
    }

    public String formula() {
        return formula;
    }

    /** The length of an edge of the cell at right angles, Å. */
    public double edge(final int axis) {
        return edges[axis];
    }

    /** The sites of the cell at right angles; of two that share an occupant, both. */
    public List<Site> sites() {
        return sites;
    }

    /**
     * A bulk of so many cells at least as wide as a length, periodic, with chance deciding what is shared.
     *
     * @param least    width in each direction, Å
     * @param vibration standard deviation of each component of an atom's displacement, Å
     */
    public AtomFrame bulk(final double least, final double vibration, final long seed) {
        final int[] repeats = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            repeats[axis] = (int) Math.ceil(least / edges[axis]);
        }
        final Random random = new Random(seed);
        final List<String> species = new ArrayList<>(new TreeSet<>(sites.stream().map(Site::species).toList()));
        final List<double[]> places = new ArrayList<>();
        final List<Integer> kinds = new ArrayList<>();
        for (int cell = 0; cell < repeats[0] * repeats[1] * repeats[2]; cell++) {
            final int[] at = {cell % repeats[0], cell / repeats[0] % repeats[1], cell / repeats[0] / repeats[1]};
            for (final Site site : occupied(random)) {
                places.add(new double[] {(site.x() + at[0]) * edges[0] + vibration * random.nextGaussian(), (site.y() + at[1]) * edges[1] + vibration * random.nextGaussian(),
                    (site.z() + at[2]) * edges[2] + vibration * random.nextGaussian()});
                kinds.add(species.indexOf(site.species()));
            }
        }
        return new AtomFrame(0, Double.NaN, SimulationCell.box(repeats[0] * edges[0], repeats[1] * edges[1], repeats[2] * edges[2]), species,
            kinds.stream().mapToInt(k -> k).toArray(), places.stream().flatMapToDouble(java.util.Arrays::stream).toArray(), true);
    }

    /** The sites of one cell that hold an atom: of each pair of lithium sites one, S and Cl where chance puts them. */
    public List<Site> occupied(final Random random) {
        final List<Site> occupied = new ArrayList<>();
        final java.util.Map<Integer, Site> pairs = new java.util.TreeMap<>();
        boolean exchanged = false;
        for (final Site site : sites) {
            if (site.choice() == 0) {
                exchanged = random.nextBoolean();
            }
            if (site.choice() >= 2) {
                pairs.merge(site.choice(), site, (first, second) -> random.nextBoolean() ? first : second);
            } else if (site.choice() >= 0 && exchanged) {
                occupied.add(new Site(site.choice() == 0 ? "S" : "Cl", site.x(), site.y(), site.z(), -1));
            } else {
                occupied.add(site);
            }
        }
        occupied.addAll(pairs.values());
        return occupied;
    }
}
