package operando.atoms.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import operando.cell.InputException;

/**
 * What is taken from a trajectory.
 *
 * @param every   each so-manieth frame, from the first on
 * @param species of the types 1, 2, … of a file that numbers them; empty where the file names the elements
 */
public record TrajectorySettings(int every, List<String> species) {

    /** The elements' symbols by their atomic numbers. */
    private static final List<String> SYMBOLS = List.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc "
        + "Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu").split(" "));
    static final Set<String> ELEMENTS = Set.copyOf(SYMBOLS);

    /** @throws InputException if there is nothing to take, or a name is no element */
    public TrajectorySettings {
        if (every < 1) {
            throw new InputException("every", "each " + every + "th frame cannot be taken", "give 1 or more");
        }
        species = List.copyOf(species);
        species.forEach(name -> {
            if (!ELEMENTS.contains(name)) {
                throw new InputException("species", "'" + name + "' is no chemical element", "give symbols such as Li,S,P,Cl in the order of the types");
            }
        });
    }

    /** All frames of a file that names its elements. */
    public static TrajectorySettings defaults() {
        return new TrajectorySettings(1, List.of());
    }

    public TrajectorySettings withEvery(final int newEvery) {
        return new TrajectorySettings(newEvery, species);
    }

    /** @param names separated by commas, in the order of the types; blank for none */
    public TrajectorySettings withSpecies(final String names) {
        return new TrajectorySettings(every, names.isBlank() ? List.of() : new ArrayList<>(Arrays.asList(names.strip().split("\\s*,\\s*"))));
    }

    /** Of a chemical symbol; 0 for another text. */
    public static int atomicNumber(final String symbol) {
        return SYMBOLS.indexOf(symbol) + 1;
    }
}
