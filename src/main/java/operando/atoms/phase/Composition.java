package operando.atoms.phase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How many atoms of each species a class has, and its formula: normalised to one anion (S + P + Cl + … = 1) as Li2S0.72P0.14Cl0.14; a metal to one atom.
 *
 * @param species chemical symbols
 * @param counts  [species] atoms
 */
public record Composition(List<String> species, long[] counts) {

    /** What lithium is bound to in the phases of solid electrolytes. */
    public static final Set<String> ANIONS = Set.of("S", "P", "Cl", "O", "N", "F", "Br", "I", "Se", "Te", "As");

    // A class with fewer anions than this part of its atoms is a metal.
    private static final double METAL = 0.05;
    private static final double SHOWN = 0.005;

    public long atoms() {
        return java.util.Arrays.stream(counts).sum();
    }

    private long anions() {
        long anions = 0;
        for (int k = 0; k < counts.length; k++) {
            anions += ANIONS.contains(species.get(k)) ? counts[k] : 0;
        }
        return anions;
    }

    public boolean isMetal() {
        return anions() < METAL * atoms();
    }

    /** Atoms of a species for one anion, or of a metal for one atom. */
    public double perAnion(final int kind) {
        return counts[kind] / (double) Math.max(1, isMetal() ? atoms() : anions());
    }

    /** The part of all atoms that a species has, 0 to 1. */
    public double fraction(final int kind) {
        return counts[kind] / (double) Math.max(1, atoms());
    }

    /** The standard error of {@link #fraction} if atoms were drawn by chance. */
    public double fractionError(final int kind) {
        return Math.sqrt(fraction(kind) * (1 - fraction(kind)) / Math.max(1, atoms()));
    }

    /** Lithium first, then what there is most of; two decimals, and none where the number is whole. */
    public String formula() {
        final List<Integer> order = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            if (perAnion(k) >= SHOWN) {
                order.add(k);
            }
        }
        order.sort(Comparator.comparingInt((Integer k) -> species.get(k).equals("Li") ? 0 : ANIONS.contains(species.get(k)) ? 2 : 1).thenComparing(k -> -counts[k]));
        final StringBuilder formula = new StringBuilder();
        for (final int k : order) {
            final String number = String.format(Locale.ROOT, "%.2f", perAnion(k)).replaceAll("\\.?0+$", "");
            formula.append(species.get(k)).append(number.equals("1") ? "" : number);
        }
        return formula.toString();
    }
}
