package operando.atoms.crystal;

import java.util.ArrayList;
import java.util.List;

/** The sites of crystals in cells at right angles. */
final class CrystalSites {

    private static final double[][] FACES = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};
    private static final double NEAR = 1e-6;
    // Between the two lithium sites of a pair, Å.
    private static final double PAIR = 2.0;

    private CrystalSites() {
    }

    static List<Site> rockSalt() {
        final List<Site> sites = new ArrayList<>();
        for (final double[] face : FACES) {
            sites.add(new Site("Cl", face[0], face[1], face[2], -1));
            sites.add(new Site("Li", (face[0] + 0.5) % 1, face[1], face[2], -1));
        }
        return List.copyOf(sites);
    }

    static List<Site> antifluorite(final String anion) {
        final List<Site> sites = new ArrayList<>();
        for (final double[] face : FACES) {
            sites.add(new Site(anion, face[0], face[1], face[2], -1));
            sites.add(new Site("Li", (face[0] + 0.25) % 1, (face[1] + 0.25) % 1, (face[2] + 0.25) % 1, -1));
            sites.add(new Site("Li", (face[0] + 0.75) % 1, (face[1] + 0.75) % 1, (face[2] + 0.75) % 1, -1));
        }
        return List.copyOf(sites);
    }

    // P6₃/mmc: P on 2c, Li on 2b and on 4f with z = 0.583; the hexagonal axis lies along y.
    static List<Site> phosphide() {
        final double z = 0.583;
        final Object[][] hexagonal = {{"P", 1 / 3.0, 2 / 3.0, 0.25}, {"P", 2 / 3.0, 1 / 3.0, 0.75}, {"Li", 0.0, 0.0, 0.25}, {"Li", 0.0, 0.0, 0.75},
            {"Li", 1 / 3.0, 2 / 3.0, z}, {"Li", 2 / 3.0, 1 / 3.0, z - 0.5}, {"Li", 2 / 3.0, 1 / 3.0, 1 - z}, {"Li", 1 / 3.0, 2 / 3.0, 1.5 - z}};
        final List<Site> sites = new ArrayList<>();
        for (final Object[] site : hexagonal) {
            for (int half = 0; half < 2; half++) {
                // a₁ = (1, 0) and a₂ = (−1/2, √3/2) in a box of 1 by √3, which holds two cells.
                final double along = (Double) site[1] - (Double) site[2] / 2 + 0.5 * half;
                final double across = (Double) site[2] / 2 + 0.5 * half;
                sites.add(new Site((String) site[0], fraction(along), fraction((Double) site[3]), fraction(across), -1));
            }
        }
        return List.copyOf(sites);
    }

    // F-43m, turned by 45° about z so that its cell is a / √2 wide. P on 4b, S on 16e, S or Cl on 4a and 4c, Li on half of 48h.
    static List<Site> argyrodite(final double a) {
        final double s = 0.119;
        final double[] li = {0.183, 0.183, 0.024};
        final List<Site> cubic = new ArrayList<>();
        for (final double[] face : FACES) {
            cubic.add(new Site("Cl", face[0], face[1], face[2], 0));
            cubic.add(new Site("S", face[0] + 0.25, face[1] + 0.25, face[2] + 0.25, 1));
            cubic.add(new Site("P", face[0], face[1], face[2] + 0.5, -1));
            for (final int[] sign : new int[][] {{1, -1, 1}, {-1, 1, 1}, {1, 1, -1}, {-1, -1, -1}}) {
                cubic.add(new Site("S", face[0] + s * sign[0], face[1] + s * sign[1], face[2] + 0.5 + s * sign[2], -1));
            }
            for (final int[] sign : new int[][] {{1, 1, 1}, {-1, -1, 1}, {1, -1, -1}, {-1, 1, -1}}) {
                for (int turn = 0; turn < 3; turn++) {
                    final double[] place = new double[3];
                    for (int axis = 0; axis < 3; axis++) {
                        place[(axis + turn) % 3] = face[(axis + turn) % 3] + li[axis] * sign[axis];
                    }
                    cubic.add(new Site("Li", place[0], place[1], place[2], 2));
                }
            }
        }
        return paired(turned(cubic), a);
    }

    private static List<Site> turned(final List<Site> cubic) {
        final List<Site> sites = new ArrayList<>();
        for (final Site site : cubic) {
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    final double along = site.x() + i + site.y() + j;
                    final double across = site.y() + j - site.x() - i;
                    if (along > -NEAR && along < 1 - NEAR && across > -NEAR && across < 1 - NEAR) {
                        sites.add(new Site(site.species(), Math.max(0, along), Math.max(0, across), fraction(site.z()), site.choice()));
                    }
                }
            }
        }
        return sites;
    }

    /** Gives the two lithium sites of each pair a number of their own, from 2 on. */
    private static List<Site> paired(final List<Site> sites, final double a) {
        final double[] edges = {a / Math.sqrt(2), a / Math.sqrt(2), a};
        final List<Site> paired = new ArrayList<>(sites);
        int pair = 2;
        final boolean[] done = new boolean[sites.size()];
        for (int i = 0; i < done.length; i++) {
            for (int j = i + 1; j < done.length && sites.get(i).choice() == 2 && !done[i]; j++) {
                if (sites.get(j).choice() == 2 && !done[j] && distance(sites.get(i), sites.get(j), edges) < PAIR) {
                    done[i] = true;
                    done[j] = true;
                    paired.set(i, numbered(sites.get(i), pair));
                    paired.set(j, numbered(sites.get(j), pair++));
                }
            }
        }
        return List.copyOf(paired);
    }

    private static Site numbered(final Site site, final int choice) {
        return new Site(site.species(), site.x(), site.y(), site.z(), choice);
    }

    private static double distance(final Site a, final Site b, final double[] edges) {
        final double x = (a.x() - b.x() - Math.rint(a.x() - b.x())) * edges[0];
        final double y = (a.y() - b.y() - Math.rint(a.y() - b.y())) * edges[1];
        final double z = (a.z() - b.z() - Math.rint(a.z() - b.z())) * edges[2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double fraction(final double value) {
        final double fraction = value - Math.floor(value);
        return fraction > 1 - NEAR ? 0 : fraction;
    }
}
